import {createHash} from 'node:crypto';
import {Slots} from '../curriculum/course.js';
import type {CourseSource} from '../curriculum/source.js';
import type {Lesson} from '../curriculum/lesson.js';
import {lessonKey, questionKey} from '../curriculum/ids.js';
import {readFields} from './fields.js';
import {type Report, startOf} from './flaw.js';
import type {Folder} from './folder.js';
import {readYaml} from './yaml-source.js';

export const slotsFile = 'slots.json';

const kinds = ['lessons', 'questions'] as const;
const shapes = {
  lessons: /^[a-z0-9-]+@\d{1,3}$/,
  questions: /^[a-z0-9-]+#[a-z0-9-]+@\d{1,3}$/,
} as const;

/** Changes with every name and every place, so that a hand-made change to the file is noticed. */
const sealOf = ({lessons, questions}: Slots): string =>
  createHash('sha256')
    .update([...lessons, '', ...questions].join('\n'))
    .digest('hex')
    .slice(0, 16);

/** `slots.json` as the build writes it. */
export const slotsText = (slots: Slots): string =>
  `${JSON.stringify({...slots, seal: sealOf(slots)}, null, 2)}\n`;

/**
 * The places given away so far; none when there is no file yet. A doubled name or a change
 * that the build did not make is reported: sent codes would be read wrongly for ever.
 */
export function readSlots(folder: Folder, report: Report): Slots {
  const none: Slots = {lessons: [], questions: []};
  if (!folder.has(slotsFile)) return none;
  const source = folder.read(slotsFile);
  const yaml = source && readYaml(source, report);
  const slots = yaml && readFields(Slots, yaml, report);
  if (!yaml || !slots) return none;

  for (const kind of kinds) {
    slots[kind].forEach((name, at) => {
      const place = yaml.placeOf([kind, at]);
      if (!shapes[kind].test(name)) report('slots-invalid', place, {name});
      if (slots[kind].indexOf(name) < at) report('slots-doubled', place, {name});
    });
  }
  const {seal} = yaml.value as {seal?: unknown};
  if (seal !== sealOf(slots)) report('slots-changed', startOf(slotsFile));
  return slots;
}

/** Holds the places against those of an earlier release: names are only ever added at the end. */
export function compareSlots(slots: Slots, released: Slots, report: Report): void {
  for (const kind of kinds) {
    released[kind].forEach((name, at) => {
      const now = slots[kind].indexOf(name);
      if (now === -1) report('slots-removed', startOf(slotsFile), {name, place: at + 1});
      else if (now !== at) {
        report('slots-moved', startOf(slotsFile), {name, place: at + 1, now: now + 1});
      }
    });
  }
}

/** The places with those of this course's new names behind them, in the order of the course. */
export function extendSlots(
  {lessons, questions}: Slots,
  {milestones}: CourseSource,
  taught: readonly Lesson[],
): Slots {
  const names = [
    ...taught.map(({id, version}) => lessonKey(id, version)),
    ...milestones.map(({id, version}) => lessonKey(id, version)),
  ];
  const asked = taught.flatMap((lesson) =>
    lesson.questions.map(({id, rev}) => questionKey(lesson.id, id, rev)),
  );
  return {
    lessons: [...new Set([...lessons, ...names])],
    questions: [...new Set([...questions, ...asked])],
  };
}
