const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What one character stands for, as people copy it: any case, O for 0, I and L for 1; -1 for none. */
export function base32Value(letter: string): number {
  const upper = letter.toUpperCase();
  if (upper === 'O') return 0;
  if (upper === 'I' || upper === 'L') return 1;
  // A ligature has two letters in upper case and would be found as a pair.
  return upper.length === 1 ? letters.indexOf(upper) : -1;
}

/** Crockford base32, upper case, most significant bit first, the last character filled with zeros. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += letters.charAt((held >> (bits - 5)) & 31);
  }
  return bits > 0 ? text + letters.charAt((held << (5 - bits)) & 31) : text;
}

/** The bytes of a text, or undefined when a character is foreign or the filling is not zero. */
export function decodeBase32(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text) {
    const value = base32Value(letter);
    if (value < 0) return undefined;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  // A character too many, or bits that no byte owns: two texts would mean the same bytes.
  return bits < 5 && (held & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}
