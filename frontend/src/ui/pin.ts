/** How many digits a PIN has. */
export const PIN_LENGTH = 6;

/** The digits of a PIN as people type, dictate, paste or link it: `123 456`, `123-456`, `١٢٣٤٥٦`, `https://…/?pin=123456`. */
export function pinOf(text: string): string {
  const linked = /[?&#]pin=([^&#]*)/.exec(text)?.[1];
  return (linked ?? text)
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 0xf))
    .replace(/\D/g, '')
    .slice(0, PIN_LENGTH);
}

/** In two groups of three, as it is on the screen. */
export function showPin(pin: string): string {
  return pin.length > 3 ? `${pin.slice(0, 3)}\u00a0${pin.slice(3)}` : pin;
}
