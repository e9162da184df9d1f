import type {Qr} from '../../src/exchange/qr.js';
import {chanceOf} from './chance.js';

export interface CameraScene {
  /** Share of the picture's width that the code fills, quiet zone not counted. */
  readonly fills: number;
  /** Degrees the phone is held askew. */
  readonly turned?: number;
  /** Standard deviation in pixels. */
  readonly blur?: number;
  /** Largest change of a pixel by chance, of 255. */
  readonly noise?: number;
  /** How much darker the far corner is than the near one, 0 to 1. */
  readonly shade?: number;
  /** How far from the middle the code is, as a share of the picture. */
  readonly aside?: number;
  readonly seed?: number;
}

const [width, height] = [480, 640];

/** What a cheap phone's camera of 480 × 640 makes of a code on another phone. */
export function cameraPicture(
  {size, path}: Qr,
  {fills, turned = 3, blur = 0.7, noise = 24, shade = 0.4, aside = 0, seed = 1}: CameraScene,
): ImageData {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, {width, height});
  const pen = canvas.getContext('2d', {willReadFrequently: true})!;
  pen.fillStyle = '#4a4438';
  pen.fillRect(0, 0, width, height);
  pen.filter = `blur(${blur}px)`;
  pen.translate(width * (0.5 + aside), height * (0.5 - aside));
  pen.rotate((turned * Math.PI) / 180);
  const scale = (width * fills) / size;
  pen.scale(scale, scale);
  pen.translate(-size / 2, -size / 2);
  pen.fillStyle = '#fff';
  pen.fillRect(-4, -4, size + 8, size + 8);
  pen.fillStyle = '#000';
  pen.fill(new Path2D(path));
  const picture = pen.getImageData(0, 0, width, height);
  const {data} = picture;
  const chance = chanceOf(seed);
  for (let at = 0; at < data.length; at += 4) {
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    const light = 1 - shade * ((x / width + y / height) / 2);
    const grain = noise * (2 * chance() - 1);
    // No screen is as white and no ink as black as a file says.
    for (let of = 0; of < 3; of++) data[at + of] = 28 + data[at + of]! * 0.8 * light + grain;
  }
  return picture;
}
