import {lstatSync, readFileSync, readdirSync, realpathSync, statSync} from 'node:fs';
import {isAbsolute, join, relative, sep} from 'node:path';
import {type Place, type Report, startOf} from './flaw.js';
import {hiddenIn} from './hidden-characters.js';
import {type SourceFile, sourceFile} from './source-file.js';

/** Many times what the longest lesson has; what is larger is something else. */
const largest = 200_000;

/** The course folder: nothing outside it is read, whatever a path or a symbolic link says. */
export interface Folder {
  has(path: string): boolean;
  /** Nothing when it cannot be used; the reason is reported, a missing file where it was asked for. */
  read(path: string, askedAt?: Place): SourceFile | undefined;
  /** The same for what is no text. `most`: in bytes. */
  bytes(path: string, askedAt: Place, most: number): Uint8Array | undefined;
  /** File names in a sub-folder, sorted; none when there is no such folder. */
  list(path: string, extension: string): string[];
}

/** Nothing when there is no such folder. */
export function openFolder(path: string, report: Report): Folder | undefined {
  let root: string;
  try {
    root = realpathSync(path);
    if (!statSync(root).isDirectory()) return undefined;
  } catch {
    return undefined;
  }

  const real = (file: string): string | undefined => {
    const found = realpathSync(join(root, file));
    const inside = relative(root, found);
    return isAbsolute(inside) || inside.split(sep)[0] === '..' ? undefined : found;
  };
  const has = (file: string): boolean => {
    try {
      lstatSync(join(root, file));
      return true;
    } catch {
      return false;
    }
  };

  const bytesOf = (file: string, askedAt: Place, most: number): Uint8Array | undefined => {
    if (!has(file)) {
      report('file-missing', askedAt, {name: file});
      return undefined;
    }
    try {
      const found = real(file);
      if (found === undefined) {
        report('file-outside', askedAt, {name: file});
        return undefined;
      }
      const stat = statSync(found);
      // A pipe or a device would be waited for without end.
      if (!stat.isFile()) {
        report('file-unreadable', startOf(file), {name: file, reason: 'not-a-file'});
        return undefined;
      }
      if (stat.size > most) {
        const kilobytes = Math.ceil(stat.size / 1000);
        report('file-too-large', startOf(file), {kilobytes, most: most / 1000});
        return undefined;
      }
      return readFileSync(found);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
      report('file-unreadable', startOf(file), {name: file, reason});
      return undefined;
    }
  };

  return {
    has,
    bytes: bytesOf,
    read(file, askedAt = startOf(file)) {
      const bytes = bytesOf(file, askedAt, largest);
      if (!bytes) return undefined;
      let text: string;
      try {
        text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
      } catch {
        report('file-not-text', startOf(file));
        return undefined;
      }
      const source = sourceFile(file, text);
      const nul = source.text.indexOf('\0');
      if (nul !== -1) {
        report('file-not-text', source.placeAt(nul));
        return undefined;
      }
      const lines = new Set<number>();
      for (const {name, index} of hiddenIn(source.text)) {
        const place = source.placeAt(index);
        // The first of a line says it all: whoever types the line again loses the others.
        if (!lines.has(place.line)) report('hidden-character', place, {character: name});
        lines.add(place.line);
      }
      return source;
    },
    list(directory, extension) {
      try {
        if (real(directory) === undefined) {
          report('file-outside', startOf(directory), {name: directory});
          return [];
        }
        return readdirSync(join(root, directory))
          .filter((name) => name.endsWith(extension) && !name.startsWith('.'))
          .sort();
      } catch (error) {
        const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
        if (reason !== 'ENOENT') {
          report('file-unreadable', startOf(directory), {name: directory, reason});
        }
        return [];
      }
    },
  };
}
