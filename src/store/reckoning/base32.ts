/** The 32 characters in the order of their values. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Crockford base32, upper case, most significant bit first; the last character is padded with zero bits. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((held >> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + alphabet.charAt((held << (5 - bits)) & 31);
}

/** Value of one character, 0–31, or -1. Reads as people copy: lower case, O as 0, I and L as 1. */
export function base32Value(character: string): number {
  const upper = character.toUpperCase();
  if (upper === 'O') return 0;
  if (upper === 'I' || upper === 'L') return 1;
  return upper.length === 1 ? alphabet.indexOf(upper) : -1;
}

/** The bytes of a base32 text, or nothing when a character is foreign or the padding is not zero. */
export function fromBase32(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (const character of text) {
    const value = base32Value(character);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return bits < 5 && held === 0 ? bytes : undefined;
}
