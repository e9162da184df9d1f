import {isSection} from './found-files.js';

/** No stream a person writes comes near; a longer one is sent in several sections. */
export const mostInflated = 4_000_000;

/**
 * How many bytes of texts reading these bytes makes at most, told before anything is unpacked: a section's reader holds it
 * to the size its head claims, and refuses one that claims too much.
 */
export function unfoldingOf(bytes: Uint8Array): number {
  if (!isSection(bytes)) return 0;
  // How far packed records unfold is known in the end only.
  if (bytes[2] !== 1) return mostInflated;
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(34);
  return size > mostInflated ? 0 : size;
}
