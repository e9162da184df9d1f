import {correction, generate, mode} from 'lean-qr';
import {KnsError} from '../errors.js';

/** A QR code to be drawn, in units of its modules. */
export interface Qr {
  /** 1 to 40. */
  readonly version: number;
  /** Modules on a side, without the quiet zone of four around it. */
  readonly size: number;
  /** The dark modules, as `d` of one SVG path. */
  readonly path: string;
}

export interface QrOptions {
  /** What of the code may be missing: M 15 %. A higher level is taken where it makes the code no larger. */
  readonly level?: 'L' | 'M' | 'Q' | 'H';
  /** The largest version; by default 15, which a phone still reads with a camera of 480 × 640. */
  readonly most?: number;
}

/**
 * The QR code of a text. Upper-case base32 stays small: it goes in as letters of 5½ bits.
 * Throws KnsError `too-big` when the text does not fit into `most`.
 */
export function qrOf(text: string, {level = 'M', most = 15}: QrOptions = {}): Qr {
  const code = codeOf(text, level, most);
  const {size} = code;
  const runs: string[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!code.get(x, y)) continue;
      const from = x;
      while (code.get(x, y)) x++;
      runs.push(`M${from} ${y}h${x - from}v1H${from}z`);
    }
  }
  return {version: (size - 17) / 4, size, path: runs.join('')};
}

/** Letters of 5½ bits, and before them at most an address that ends in `#`. */
const plain = /^([!-"$-~]+#)?([0-9A-Z $%*+\-./:]+)$/;

/** Named where it is plain: weighing every mode for every letter takes longer than all the rest, and litters. */
function lettersOf(text: string) {
  const [, address, code] = plain.exec(text) ?? [];
  if (code === undefined) return text;
  const letters = mode.alphaNumeric(code);
  return address === undefined ? letters : mode.multi(mode.ascii(address), letters);
}

function codeOf(text: string, level: 'L' | 'M' | 'Q' | 'H', most: number) {
  try {
    return generate(lettersOf(text), {minCorrectionLevel: correction[level], maxVersion: most});
  } catch (cause) {
    throw new KnsError('too-big', 'The text does not fit into a QR code of that version.', {
      facts: {characters: text.length, version: most},
      cause,
    });
  }
}
