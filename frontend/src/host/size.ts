/** Long text is smaller, by steps, as on the screen. */
export const sizeOf = (text: string) => (text.length > 220 ? 's' : text.length > 90 ? 'm' : 'l');
