import {readCodes} from '../../exchange/qr-reading.js';
import {pixelsIn} from './picture-size.js';

/** No photograph of a phone is larger; what is would fill the memory of a cheap one. */
const mostBytes = 40_000_000;
const mostPixels = 70_000_000;
/** Where a file says how many pixels it has; what a camera writes before that is shorter. */
const head = 500_000;

/**
 * Longest side in pixels at which a photograph is looked at, one after the other until there is a code: a code
 * that fills it is found in the small one, one at its edge only in the large.
 */
const sides = [1000, 1800, 600, 3200];

/** The texts of the QR codes in a picture file; none where there is none, or where it is no picture. */
export async function codesInPhoto(file: Blob): Promise<readonly string[]> {
  if (file.size > mostBytes) return [];
  // A file that cannot be read any more, as one that was deleted meanwhile, has no codes.
  const begin = await file
    .slice(0, head)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  if (pixelsIn(begin) > mostPixels) return [];
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (!bitmap) return [];
  try {
    const longest = Math.max(bitmap.width, bitmap.height);
    const tried = new Set<number>();
    for (const wanted of sides) {
      const side = Math.min(wanted, longest);
      if (tried.has(side)) continue;
      tried.add(side);
      const picture = pixelsOf(bitmap, bitmap.width, bitmap.height, side / longest);
      const texts = picture ? await readCodes(picture, {thorough: true}) : [];
      if (texts.length > 0) return texts;
    }
    return [];
  } finally {
    bitmap.close();
  }
}

/** Pixels of the middle `width` × `height` of something drawn, made smaller by `scale`. */
export function pixelsOf(
  source: ImageBitmap | HTMLVideoElement,
  width: number,
  height: number,
  scale: number,
  canvas = document.createElement('canvas'),
): ImageData | undefined {
  const [whole, high] =
    source instanceof HTMLVideoElement
      ? [source.videoWidth, source.videoHeight]
      : [source.width, source.height];
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext('2d', {willReadFrequently: true});
  if (!pen) return undefined;
  // A picture that is see-through is meant to lie on paper.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  const [left, above] = [(whole - width) / 2, (high - height) / 2];
  pen.drawImage(source, left, above, width, height, 0, 0, canvas.width, canvas.height);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
