import {Scanned} from '../../../exchange/scanned.js';
import {codesInPhoto} from '../../scan/photo.js';

/** Files of which the pictures were replaced by what the codes in them say. */
export interface PicturesRead extends AsyncIterable<File | string | Uint8Array> {
  /** As many as there were files. */
  readonly length: number;
  /** Names of pictures without a code of ours; they are passed on as they are, to be refused. */
  readonly empty: ReadonlySet<string>;
}

export const isPicture = ({type}: File): boolean => type.startsWith('image/');

/** Reads the codes in pictures while what came before is taken in; parts of a longer row are put together. */
export function picturesRead(files: readonly File[], signal: AbortSignal): PicturesRead {
  const empty = new Set<string>();
  const scanned = new Scanned();
  async function* read() {
    for (const file of files) {
      if (signal.aborted) return;
      if (!isPicture(file)) {
        yield file;
        continue;
      }
      const seen = (await codesInPhoto(file)).map((text) => scanned.see(text));
      const found = seen.flatMap((one) => (one.kind === 'found' ? [one.found] : []));
      if (seen.every(({kind}) => kind === 'foreign')) {
        empty.add(file.name);
        yield file;
      }
      for (const one of found) {
        // Under the name of the picture, so that a flaw in it can be told of that picture.
        yield typeof one === 'string' ? new File([one], file.name, {type: 'text/plain'}) : one;
      }
    }
  }
  return {length: files.length, empty, [Symbol.asyncIterator]: read};
}
