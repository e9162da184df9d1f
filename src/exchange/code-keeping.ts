// A door of its own for the second copy: fetched with it, although the trainer's script holds both already.
export {decodeDigest, encodeDigest} from './digest.js';
export {textCodeOf} from './text-code.js';
