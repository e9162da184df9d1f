import type {DecodeOpts} from 'qr/decode.js';
import {chunk} from '../store/chunk.js';

/** Pixels as a canvas gives them: four bytes each, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export interface ReadOptions {
  /** Takes longer and finds more: for a photograph, which has no next frame. */
  readonly thorough?: boolean;
}

/** The part of the Shape Detection API that is used; no library of types has it. */
interface Detector {
  detect(image: ImageData): Promise<readonly {readonly rawValue: string}[]>;
}
interface DetectorClass {
  new (options: {formats: readonly string[]}): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** More pixels than this are a photograph nobody scaled down. */
const most = 4096 * 4096;

let native: Promise<Detector | undefined> | undefined;

/** The browser's own detector. On phones without its services the class is there and knows no format. */
async function nativeDetector(): Promise<Detector | undefined> {
  const {BarcodeDetector} = globalThis as {BarcodeDetector?: DetectorClass};
  if (!BarcodeDetector) return undefined;
  try {
    const formats = await BarcodeDetector.getSupportedFormats();
    return formats.includes('qr_code') ? new BarcodeDetector({formats: ['qr_code']}) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The texts of the QR codes in a picture, none where there is none or the picture is rubbish. Reads with the
 * browser's detector where it has one, else with our own, which the first call fetches: rejects only with
 * KnsError `chunk-missing`.
 */
export async function readCodes(
  picture: Picture,
  {thorough = false}: ReadOptions = {},
): Promise<readonly string[]> {
  const {width, height, data} = picture;
  if (width < 21 || height < 21 || width * height > most || data.length !== 4 * width * height)
    return [];
  const detector = await (native ??= nativeDetector());
  if (detector && 'ImageData' in globalThis) {
    try {
      const image =
        picture instanceof ImageData
          ? picture
          : new ImageData(new Uint8ClampedArray(data), width, height);
      const found = await detector.detect(image);
      const texts = found.map(({rawValue}) => rawValue).filter((text) => text !== '');
      if (texts.length > 0 || !thorough) return texts;
    } catch {
      // It says what it can and then fails: nobody asks it again on this page.
      native = Promise.resolve(undefined);
    }
  }
  return decodeCodes(picture, thorough);
}

/** Our own decoder, in slices, so that the page goes on answering meanwhile. */
async function decodeCodes(picture: Picture, thorough: boolean): Promise<readonly string[]> {
  const {decodeQRBatch} = await chunk(import('qr/decode.js'));
  const {width, height} = picture;
  const options: DecodeOpts = thorough ? {effort: 64, timeLimit: 100} : {effort: 4, timeLimit: 12};
  try {
    const [found = []] = await decodeQRBatch([picture], {
      ...options,
      format: 'RGBA',
      maxSize: {width, height},
    });
    return found.filter((one): one is string => typeof one === 'string' && one !== '');
  } catch {
    return [];
  }
}
