/** Which colour and shape each team has: the server says so; what an older one does not say is its name's place among all. */
export function teamPlaces(
  teams: readonly { name: string; place?: number | undefined }[],
): Map<string, number> {
  const byName = [...teams].sort((a, b) => (a.name < b.name ? -1 : 1));
  return new Map(byName.map(({ name, place }, at) => [name, place ?? at]));
}
