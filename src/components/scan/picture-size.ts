const u16 = (bytes: DataView, at: number) => (at + 2 <= bytes.byteLength ? bytes.getUint16(at) : 0);
const u32 = (bytes: DataView, at: number) => (at + 4 <= bytes.byteLength ? bytes.getUint32(at) : 0);

/** Markers of JPEG that begin a picture: all of C0 to CF but three. */
const beginsPicture = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegPixels(bytes: DataView): number {
  for (let at = 2; at + 9 <= bytes.byteLength;) {
    const marker = u16(bytes, at);
    if (marker >> 8 !== 0xff) return 0;
    if (beginsPicture(marker & 0xff)) return u16(bytes, at + 5) * u16(bytes, at + 7);
    at += 2 + u16(bytes, at + 2);
  }
  return 0;
}

/**
 * How many pixels a PNG or JPEG says it has, read before anything is unpacked; 0 for other kinds and for rubbish,
 * which the browser judges by itself.
 */
export function pixelsIn(buffer: ArrayBuffer): number {
  const bytes = new DataView(buffer);
  if (u32(bytes, 0) === 0x89504e47) return u32(bytes, 16) * u32(bytes, 20);
  return u16(bytes, 0) === 0xffd8 ? jpegPixels(bytes) : 0;
}
