import {lstatSync, readFileSync, readdirSync, realpathSync, statSync} from 'node:fs';
import {isAbsolute, join, relative, sep} from 'node:path';
import {type Place, type Report, startOf} from './flaw.js';
import {type SourceFile, sourceFile} from './source-file.js';

const largest = 1_000_000;

/** What a reader does not see can change what a line says: directions, zero widths, control characters. */
export const hidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** The course folder: nothing outside it is read, whatever a path or a symbolic link says. */
export interface Folder {
  has(path: string): boolean;
  /** Nothing when it cannot be used; the reason is reported, a missing file where it was asked for. */
  read(path: string, askedAt?: Place): SourceFile | undefined;
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

  return {
    has,
    read(file, askedAt = startOf(file)) {
      if (!has(file)) {
        report('file-missing', askedAt, {name: file});
        return undefined;
      }
      let bytes: Uint8Array;
      try {
        const found = real(file);
        if (found === undefined) {
          report('file-outside', askedAt, {name: file});
          return undefined;
        }
        const {size} = statSync(found);
        if (size > largest) {
          report('file-too-large', startOf(file), {kilobytes: Math.ceil(size / 1000)});
          return undefined;
        }
        bytes = readFileSync(found);
      } catch (error) {
        const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
        report('file-unreadable', startOf(file), {name: file, reason});
        return undefined;
      }
      let text: string;
      try {
        text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
      } catch {
        report('file-not-text', startOf(file));
        return undefined;
      }
      const source = sourceFile(file, text);
      for (const {0: character, index} of source.text.matchAll(hidden)) {
        const point = character.codePointAt(0) ?? 0;
        report('hidden-character', source.placeAt(index), {
          character: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`,
        });
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
      } catch {
        return [];
      }
    },
  };
}
