/** Which colour and shape each team has: by its name's place among all, so that phone and screen agree. */
export function teamPlaces(names: readonly string[]): Map<string, number> {
  return new Map([...names].sort().map((name, place) => [name, place]));
}
