import type {Course} from '../../curriculum/course.js';
import {effectiveDayOf, freshDays} from '../../store/reckoning/matrix.js';
import type {ReceivedPerson} from '../../store/reckoning/persons.js';
import type {CivilDay} from '../../store/reckoning/record.js';
import type {TrainerMessages} from '../messages/trainer.js';
import type {CellWord} from './cell-sign.js';
import {writtenDay} from '../written-day.js';
import {doubtsOf, newestPacket} from './evidence.js';

/**
 * Why a cell shows what it shows, in sentences: what is known, what it rests on, what to be wary of.
 * `day` is the day of completion, absent when nobody knows it.
 */
export function whyOf(
  messages: TrainerMessages,
  {
    learner,
    course,
    state,
    day,
    fresh,
    gap,
    today,
  }: {
    learner: ReceivedPerson;
    course: Course;
    state: CellWord;
    day: CivilDay | undefined;
    /** Every phone of the learner was heard of lately. */
    fresh: boolean;
    /** Something of one of their phones is missing. */
    gap: boolean;
    today: CivilDay;
  },
): readonly string[] {
  const newest = newestPacket(learner, course);
  if (!newest) return [messages.evidenceNone];

  const doubts = doubtsOf(newest, course);
  const sentences: string[] = [];
  if (state === 'done' || state === 'done-before')
    sentences.push(day === undefined ? messages.doneNoDay : messages.doneOn(writtenDay(day)));
  if (state === 'unknown') {
    const from = effectiveDayOf(newest, course);
    const {because} = messages;
    if (from === undefined) sentences.push(because.noDay);
    else if (today - from > freshDays) sentences.push(because.old(today - from));
    else if (gap) sentences.push(because.gap);
    else sentences.push(fresh ? because.notIncluded : because.otherPhone);
  }
  sentences.push(
    messages.evidence({
      made: writtenDay(newest.madeOn),
      received: writtenDay(newest.firstReceivedOn),
      version: newest.courseVersion.join('.'),
    }),
  );
  const {others = []} = learner;
  if (others.length > 0)
    sentences.push(
      messages.joinedCodes([learner.learner, ...others].map((key) => key.slice(0, 4))),
    );
  for (const doubt of doubts)
    if (!(state === 'unknown' && doubt === 'gap')) sentences.push(`${messages.doubts[doubt]}.`);
  return sentences;
}
