import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {type Course, lessonsOf} from '../curriculum/course.js';
import {builtCourse, builtText} from './former-build.js';
import type {Output} from './output.js';
import {slotsFile, slotsText} from './slots.js';

/** True when a build may replace the folder: there is none, it is empty, or a build made it. */
export const isReplaceable = (out: string): boolean =>
  !existsSync(out) || existsSync(join(out, 'course.json')) || readdirSync(out).length === 0;

/** Every file that pages ask for by the manifest's word. */
const filesOf = (course: Course): string[] =>
  [
    ...lessonsOf(course),
    ...course.facts,
    ...(course.selfAssessment ? [course.selfAssessment] : []),
    ...(course.search ? [course.search] : []),
  ].map(({file}) => file);

/**
 * Replaces the whole folder at once: whoever looks sees the old course or the new one, never half of it.
 * The files of the build before stay, because a learner who has that one open still asks for them; those of
 * the build before that go. Nothing is touched when nothing is new, or a second build would take them away.
 */
export function writeOutput(out: string, {files}: Output): void {
  const target = resolve(out);
  if ([...files].every(([name, text]) => builtText(join(target, name)) === text)) return;
  const former = builtCourse(join(target, 'course.json'));
  const kept = former ? filesOf(former) : [];
  const fresh = `${target}.new-${process.pid}`;
  const stale = `${target}.old-${process.pid}`;
  mkdirSync(dirname(target), {recursive: true});
  try {
    mkdirSync(fresh);
    for (const file of kept) {
      const text = builtText(join(target, file));
      if (text !== undefined) writeFileSync(join(fresh, file), text);
    }
    for (const [name, text] of files) writeFileSync(join(fresh, name), text);
    if (existsSync(target)) renameSync(target, stale);
    renameSync(fresh, target);
  } finally {
    // A build that broke off between the two renames leaves what was there before.
    if (!existsSync(target) && existsSync(stale)) renameSync(stale, target);
    rmSync(fresh, {recursive: true, force: true});
    rmSync(stale, {recursive: true, force: true});
  }
}

/** Writes `slots.json` when a name is new; true when it did. */
export function writeSlots(courseFolder: string, {slots}: Output): boolean {
  const path = join(courseFolder, slotsFile);
  const text = slotsText(slots);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return false;
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
  return true;
}
