/** Base64 as it may stand in a name or an address (RFC 4648 §5), without filling. */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  // Longer argument lists overflow the stack of small engines.
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
};

/** The bytes of such a text, or nothing when it is none: no other text stands for the same bytes. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  // What the last letter says beyond the last byte is 0, else a changed letter would go unnoticed.
  return text.endsWith(toBase64(bytes.subarray(bytes.length - (bytes.length % 3))))
    ? bytes
    : undefined;
}
