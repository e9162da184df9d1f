import {lessonsOf} from '../../../curriculum/course.js';
import {majorOf, questionKey} from '../../../curriculum/ids.js';
import type {Lesson} from '../../../curriculum/lesson.js';
import {KnsError} from '../../../errors.js';
import type {LoadedCourse} from '../../../store/courses.js';
import type {DepartureRow, ReceiptRow} from '../../../store/exchange-contract.js';
import type {Learner} from '../../../store/learner.js';
import type {PacketRow} from '../../../store/reckoning/packet.js';
import {
  type CivilDay,
  type DeviceKey,
  type LearnerKey,
  type LearningRecord,
  readRecord,
} from '../../../store/reckoning/record.js';
import {unknownDay} from '../../../store/reckoning/standing.js';
import type {Store} from '../../../store/store.js';
import type {Study} from '../../../store/study.js';
import {chunk} from '../../failure.js';
import {fetchStatements} from '../self-assessment/statements.js';

/** A lesson somebody opened or completed, with what they answered there, oldest first. */
export interface AboutLesson {
  readonly id: string;
  readonly title: string;
  /** As far as its file is on this device or can be had. */
  readonly lesson?: Lesson;
  /** First day of completion at any version; `unknownDay` when nobody knows it. Absent: begun. */
  readonly doneOn?: CivilDay;
  readonly answers: readonly LearningRecord[];
}

/** A self-rating, with the statement it was given to as far as that can be had. */
export interface AboutRating {
  readonly record: LearningRecord;
  readonly statement?: string;
}

/** Everything a device knows of one learner in one course. */
export interface AboutMe {
  /** ms UTC. */
  readonly madeAt: number;
  readonly learner: LearnerKey;
  /** Absent where a portal says who studies. */
  readonly row?: Learner;
  readonly course: string;
  readonly courseVersion: string;
  readonly device: DeviceKey;
  /** Every device whose records are here, this one included. */
  readonly devices: readonly DeviceKey[];
  readonly lessons: readonly AboutLesson[];
  /** Where somebody saw themselves, oldest first. */
  readonly ratings: readonly AboutRating[];
  readonly receipts: readonly ReceiptRow[];
  readonly departed?: DepartureRow;
  readonly packets: readonly PacketRow[];
}

/** Records of a learner on this device, written here or brought here in files; each once, oldest first. */
async function everyRecord(store: Store, {learner, course}: Study): Promise<LearningRecord[]> {
  const exchange = await store.exchange();
  const [streams, packets] = await Promise.all([
    exchange.recordsOf(learner),
    exchange.packetsOf(learner),
  ]);
  const texts = streams.filter((one) => one.course === course.id).flatMap((one) => one.texts);
  const sections = packets.filter((one) => one.kind === 'records' && one.course === course.id);
  if (sections.length > 0) {
    const {recordsIn} = await chunk(import('../../../exchange/section.js'));
    for (const {bytes} of sections) texts.push(...recordsIn(bytes));
  }
  const records = new Map<string, LearningRecord>();
  for (const text of texts) {
    const record = readRecord(text);
    if (record) records.set(record.id, record);
  }
  return [...records.values()].sort((a, b) => a.at - b.at || a.seq - b.seq);
}

/** Gathers what this device knows of whoever studies. Rejects as the store does; a lesson that cannot be had is left out. */
export async function gatherAboutMe(
  store: Store,
  study: Study,
  loaded: LoadedCourse | undefined,
  {now = Date.now, lang}: {now?: () => number; lang?: string} = {},
): Promise<AboutMe> {
  const {learner, course} = study;
  const exchange = await store.exchange();
  const [records, learners, device, receipts, {departed}, packets] = await Promise.all([
    everyRecord(store, study),
    store.learners(),
    exchange.device(),
    exchange.receiptsOf(learner, course.id),
    exchange.unsent(learner, course.id),
    exchange.packetsOf(learner),
  ]);
  const isRating = ({use}: LearningRecord) => use === 'pre' || use === 'post';
  const answers = new Map<string, LearningRecord[]>();
  for (const record of records) {
    if (!record.result || isRating(record)) continue;
    const id = lessonIn(record);
    const list = answers.get(id);
    if (list) list.push(record);
    else answers.set(id, [record]);
  }
  const titles = new Map(lessonsOf(course).map(({id, title}) => [id, title]));
  const known = new Map<string, CivilDay | undefined>();
  for (const [key, {reach, day}] of Object.entries(study.snapshot.standing.lessons)) {
    const id = key.slice(0, key.lastIndexOf('@'));
    // Milestones stand among the lessons and are counted from them.
    if (!titles.has(id) && !answers.has(id)) continue;
    const before = known.get(id);
    known.set(id, reach < 3 ? before : Math.min(day, before ?? unknownDay));
  }
  // In the order they are taught; what the course no longer has comes last.
  const order = [...new Set([...titles.keys(), ...known.keys(), ...answers.keys()])];
  const lessons = await Promise.all(
    order
      .filter((id) => known.has(id) || answers.has(id))
      .map(async (id): Promise<AboutLesson> => {
        const lesson = loaded
          ? await store.courses
              .lesson(loaded, id, lang === undefined ? {} : {lang})
              .catch(() => undefined)
          : undefined;
        const doneOn = known.get(id);
        return {
          id,
          title: lesson?.title ?? titles.get(id) ?? id,
          ...(lesson && {lesson}),
          ...(doneOn !== undefined && {doneOn}),
          answers: answers.get(id) ?? [],
        };
      }),
  );
  const row = learners.find(({key}) => key === learner);
  return {
    madeAt: now(),
    learner,
    ...(row && {row}),
    course: course.title,
    courseVersion: course.version,
    device,
    devices: [...new Set([device, ...records.map((record) => record.device)])],
    lessons,
    ratings: await rated(records.filter(isRating), store, loaded),
    receipts,
    ...(departed && {departed}),
    packets: packets.filter((packet) => packet.course === course.id),
  };
}

async function rated(
  records: readonly LearningRecord[],
  store: Store,
  loaded: LoadedCourse | undefined,
): Promise<readonly AboutRating[]> {
  const texts = new Map<string, string>();
  if (loaded && records.length > 0) {
    try {
      const {id, statements} = await fetchStatements(store, loaded);
      for (const one of statements) texts.set(questionKey(id, one.id, one.rev), one.text);
    } catch (error) {
      // Without a network each stands under its name.
      if (!(error instanceof KnsError)) throw error;
    }
  }
  return records.map((record) => {
    const statement = texts.get(record.question ?? '');
    return {record, ...(statement !== undefined && {statement})};
  });
}

/** Of which lesson an answer is; its question names it where the record does not. */
const lessonIn = ({lesson = '', question = ''}: LearningRecord) =>
  (lesson || question).split(/[@#]/, 1)[0] ?? '';

/** The question an answer was given to, if it still means what it meant. */
export function questionOf(lesson: Lesson | undefined, {question = ''}: LearningRecord) {
  const [, id = '', rev = ''] = /#(.+)@(\d+)$/.exec(question) ?? [];
  const found = lesson?.questions.find((one) => one.id === id);
  return {id, found: found?.rev === majorOf(rev) ? found : undefined};
}
