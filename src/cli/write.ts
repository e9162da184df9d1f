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
import {recordingsOf} from '../curriculum/recording.js';
import {builtBytes, builtCourse, builtLesson, builtText} from './former-build.js';
import type {Output} from './output.js';
import {slotsFile, slotsText} from './slots.js';

/** True when a build may replace the folder: there is none, it is empty, or a build made it. */
export const isReplaceable = (out: string): boolean =>
  !existsSync(out) || existsSync(join(out, 'course.json')) || readdirSync(out).length === 0;

/** Every file that pages ask for by the word of the manifest of `folder`, or of a lesson it names. */
function filesOf(course: Course, folder: string): string[] {
  const lessons = lessonsOf(course)
    .flatMap((lesson) => [lesson, ...(lesson.langs ?? [])])
    .map(({file}) => file);
  const others = [
    ...course.facts,
    ...(course.selfAssessment ? [course.selfAssessment] : []),
    ...(course.search ? [course.search] : []),
  ];
  const sounds = lessons.flatMap((file) => {
    const lesson = builtLesson(join(folder, file));
    return lesson ? recordingsOf(lesson).map((one) => one.file) : [];
  });
  return [...lessons, ...others.map(({file}) => file), ...sounds];
}

/**
 * Replaces the whole folder at once: whoever looks sees the old course or the new one, never half of it.
 * The files of the build before stay, because a learner who has that one open still asks for them; those of
 * the build before that go. Nothing is touched when nothing is new, or a second build would take them away.
 */
export function writeOutput(out: string, {files, sounds}: Output): void {
  const target = resolve(out);
  const isThere = ([name, bytes]: [string, Uint8Array]) =>
    Buffer.compare(builtBytes(join(target, name)) ?? new Uint8Array(), bytes) === 0;
  const isSame = [...files].every(([name, text]) => builtText(join(target, name)) === text);
  if (isSame && [...sounds].every(isThere)) return;
  const former = builtCourse(join(target, 'course.json'));
  const kept = former ? filesOf(former, target) : [];
  const fresh = `${target}.new-${process.pid}`;
  const stale = `${target}.old-${process.pid}`;
  mkdirSync(dirname(target), {recursive: true});
  try {
    mkdirSync(fresh);
    for (const file of kept) {
      const bytes = builtBytes(join(target, file));
      if (bytes) writeFileSync(join(fresh, file), bytes);
    }
    for (const [name, content] of [...files, ...sounds]) writeFileSync(join(fresh, name), content);
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
