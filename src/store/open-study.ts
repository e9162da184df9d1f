import type {Course} from '../curriculum/course.js';
import type * as gradingModule from '../curriculum/grading.js';
import {lessonKey, questionKey} from '../curriculum/ids.js';
import type {Lesson} from '../curriculum/lesson.js';
import type {Question, Response} from '../curriculum/question.js';
import {KnsError} from '../errors.js';
import {type Changes, studyTopic} from './changes.js';
import {chunk} from './chunk.js';
import type {OpenDatabase, ReadTransaction, WriteTransaction} from './database.js';
import type {StandingRow} from './database-layout.js';
import {
  frozen,
  type Frozen,
  keep,
  positionIn,
  readPosition,
  rowOf,
  sameRow,
  type Unpacked,
} from './own-standing.js';
import {type StreamEnd, streamHeads} from './reckoning/heads.js';
import {judge} from './reckoning/judge.js';
import {type CourseProgress, progressOf} from './reckoning/progress.js';
import {
  type DeviceKey,
  type LearnerKey,
  type LearningRecord,
  readRecord,
  type RecordId,
  streamKey,
} from './reckoning/record.js';
import {draftOf} from './reckoning/standing.js';
import type {Backup, StoreOptions} from './store-contract.js';
import {absorb, type Deed, type Moment, type Position, runOf, write} from './stream.js';
import type {Answer, Kept, Study, StudySnapshot} from './study.js';

/** What a study needs of the store around it. */
export interface StudySurroundings {
  readonly database: OpenDatabase;
  readonly changes: Changes;
  readonly backup: Backup | undefined;
  readonly device: () => DeviceKey;
  readonly moment: () => Moment;
  /** Called after each write, with what the second copy has to know. */
  readonly written: (position: Position) => void;
  readonly lessonCompleted: () => void;
  readonly recordsIn: StoreOptions['recordsIn'];
  /** Called with each write as it begins. */
  readonly writing: (work: Promise<unknown>) => void;
}

interface Outcome {
  readonly position: Position;
  readonly records: readonly LearningRecord[];
}

/** What a transaction is to write. */
interface Written extends Outcome {
  readonly toKeep: readonly Frozen[];
  readonly row: StandingRow;
}

const stores = ['meta', 'learners', 'standings', 'records', 'packets'] as const;

/** Opens the study of one learner in one course; resolves once its standing was read. */
export async function openStudy(
  learner: LearnerKey,
  course: Course,
  {
    database,
    changes,
    backup,
    device,
    moment,
    written,
    lessonCompleted,
    recordsIn,
    writing,
  }: StudySurroundings,
): Promise<Study> {
  let fetchingGrading: Promise<typeof gradingModule> | undefined;
  const grading = () =>
    (fetchingGrading ??= chunk(import('../curriculum/grading.js')).catch((error: unknown) => {
      // The network may be back at the next answer.
      fetchingGrading = undefined;
      throw error;
    }));
  // Asked for before the first answer is given: by then the network may be gone.
  grading().catch(() => undefined);
  const key: [LearnerKey, string] = [learner, course.id];
  const topic = studyTopic(learner, course.id);
  const listeners = new Set<(snapshot: StudySnapshot) => void>();
  /** Answers of this page, so that a second tap and a retry get the same reply. */
  const answers = new Map<RecordId, Promise<Answer>>();
  let held: readonly Frozen[] = [];
  let known: Unpacked | undefined;
  /** The life of the database in which the learner was one of this device's; a portal's never is. */
  let seenIn: string | undefined;
  let writes = 0;
  let announcing = false;

  /** Frozen records of this study outside the database, for want of room. */
  function readHeld(): void {
    held = (backup?.held() ?? []).flatMap((text) => {
      const record = readRecord(text);
      return record?.learner === learner && record.course === course.id ? [{record, text}] : [];
    });
  }

  async function readNow(): Promise<Position> {
    const position = await database.read([...stores], async (tx) => {
      if (await tx.get('learners', learner)) seenIn = (await tx.get('meta', 'store'))?.incarnation;
      return readPosition(tx, learner, course.id, device());
    });
    for (const {record} of held) absorb(position, record);
    return position;
  }

  function snapshotOf(position: Position): StudySnapshot {
    const {own, draft} = position;
    let progress: CourseProgress | undefined;
    return {
      learner,
      standing: draft,
      // Computed for whoever draws it: an answer is not to wait for it.
      get progress() {
        return (progress ??= progressOf(course, draft, runOf(position)));
      },
      ...(own.lastLesson !== undefined && {lastLesson: own.lastLesson}),
    };
  }

  readHeld();
  let latest = await readNow();
  let snapshot: StudySnapshot | undefined;

  /** Made when somebody looks: nobody should wait for a picture after an answer. */
  const shown = (): StudySnapshot => (snapshot ??= snapshotOf(latest));

  function show(position: Position): void {
    latest = position;
    snapshot = undefined;
    for (const listener of [...listeners]) {
      try {
        listener(shown());
      } catch (error) {
        // A page that cannot draw must not make a kept answer look lost.
        reportError(error);
      }
    }
  }

  /** Everything held goes in first, so that the stream has no gap; then the deed and what it completes. */
  function step(
    position: Position,
    deed: Deed | undefined,
    former: StandingRow | undefined,
  ): Written {
    for (const {record} of held) absorb(position, record);
    const isKnown = deed !== undefined && position.own.recent.includes(deed.id);
    const records = isKnown ? [] : write(position, deed, moment());
    const toKeep = [...held, ...records.map(frozen)];
    return {position, records, toKeep, row: rowOf(position, former)};
  }

  /** A learner taken off this device must not come back by an answer given on a page that has not heard of it. */
  async function refuseRemoved(tx: ReadTransaction<'meta' | 'learners'>): Promise<void> {
    const life = (await tx.get('meta', 'store'))?.incarnation;
    if (await tx.get('learners', learner)) seenIn = life;
    else if (seenIn === life) throw new KnsError('learner-removed', 'Taken off.');
  }

  async function commit(deed: Deed | undefined): Promise<Outcome> {
    const draining = held;
    const before = known;
    const follow = (
      tx: WriteTransaction<'standings' | 'records'>,
      row: StandingRow | undefined,
    ): Written | undefined => {
      const position = positionIn(row, known);
      const written = position && step(position, deed, row);
      if (written) keep(tx, key, written.row, written.toKeep);
      return written;
    };
    let outcome = await database.amend(
      'standings',
      key,
      ['records'],
      (row, tx) => follow(tx, row),
      // Most often nobody else wrote in between.
      before && {
        write: (tx) => follow(tx, before.row),
        holds: (row) => row !== undefined && sameRow(row, before.row),
      },
    );
    // The first record, or a row that cannot be used: this way reads every record.
    outcome ??= await database.write([...stores], async (tx) => {
      await refuseRemoved(tx);
      const row = await tx.get('standings', key);
      const position = await readPosition(tx, learner, course.id, device());
      const written = step(position, deed, row);
      keep(tx, key, written.row, written.toKeep);
      return written;
    });
    known = {row: outcome.row, standing: outcome.position.draft};
    if (draining.length > 0 && database.durable) {
      // Before it lets go of them: the second copy has them nowhere else.
      written(outcome.position);
      backup?.release(draining.map(({record}) => record.id));
      held = held.filter((one) => !draining.includes(one));
    }
    return outcome;
  }

  /** What can be fetched again makes room for what cannot. */
  async function commitInLittleRoom(deed: Deed | undefined): Promise<Outcome> {
    try {
      return await commit(deed);
    } catch (error) {
      if (!(error instanceof KnsError) || error.code !== 'storage-full') throw error;
      await database
        .write(['files'], (tx) => Promise.resolve(tx.clear('files')), 'relaxed')
        .catch(() => undefined);
      return commit(deed);
    }
  }

  /** Outside the database, when it takes nothing. The first record decides; the rest is judged again later. */
  function hold(deed: Deed): Outcome | undefined {
    if (!backup) return undefined;
    const position: Position = {own: latest.own, draft: draftOf(latest.draft)};
    const records = write(position, deed, moment()).map(frozen);
    const safe: Frozen[] = [];
    for (const one of records) {
      if (!backup.hold(one.text)) break;
      safe.push(one);
    }
    if (safe.length === 0) return undefined;
    held = [...held, ...safe];
    if (safe.length === records.length) {
      return {position, records: safe.map(({record}) => record)};
    }
    const shorter: Position = {own: latest.own, draft: draftOf(latest.draft)};
    for (const {record} of safe) absorb(shorter, record);
    return {position: shorter, records: safe.map(({record}) => record)};
  }

  function settle({position, records}: Outcome, isHeld = false): void {
    writes += 1;
    show(position);
    if (records.length === 0) return;
    // A second copy ahead of the database would look like a database that fell behind.
    if (!isHeld) written(position);
    announcing = true;
    changes.announce([topic]);
    announcing = false;
    if (records.some(({verb, lesson}) => verb === 'completed' && lesson !== undefined)) {
      lessonCompleted();
    }
  }

  function put(deed: Deed): Promise<Outcome & {kept: Kept}> {
    const work = putNow(deed);
    writing(work);
    return work;
  }

  async function putNow(deed: Deed): Promise<Outcome & {kept: Kept}> {
    let outcome: Outcome | undefined;
    let where: Kept = 'disk';
    try {
      outcome = await commitInLittleRoom(deed);
      if (!database.durable) {
        const everyone = outcome.records.every((record) => backup?.hold(frozen(record).text));
        where = backup && everyone ? 'held' : 'memory';
      }
    } catch (error) {
      if (!(error instanceof KnsError) || error.code === 'learner-removed') throw error;
      outcome = hold(deed);
      where = 'held';
      if (!outcome) {
        throw new KnsError('answer-unsaved', 'Kept nowhere.', {
          facts: {why: error.code},
          cause: error,
        });
      }
    }
    settle(outcome, where === 'held');
    return {...outcome, kept: where};
  }

  /** Where to go on, without a record: it says nothing of what was learned. */
  async function bookmark(lastLesson: string): Promise<void> {
    const marked = ({own, draft}: Position): Position => ({own: {...own, lastLesson}, draft});
    try {
      await database.amend('standings', key, [], (row, tx) => {
        const position = positionIn(row);
        if (position) tx.put('standings', key, rowOf(marked(position), row));
      });
    } catch (error) {
      // Without room the page itself still knows.
      if (!(error instanceof KnsError)) throw error;
    }
    writes += 1;
    show(marked(latest));
  }

  const newId = () => moment().newId();

  /** Completions that follow from what another device brought, or from what a former version could not judge. */
  async function judgeAgain(): Promise<void> {
    const outstanding = judge(course, latest.draft, runOf(latest)).length > 0;
    if (!outstanding && (held.length === 0 || !database.durable)) return;
    try {
      settle(await commitInLittleRoom(undefined));
    } catch (error) {
      // No room or no database: nothing is lost, it is judged again at the next answer.
      if (!(error instanceof KnsError)) throw error;
    }
  }

  async function refresh(): Promise<void> {
    try {
      for (;;) {
        const before = writes;
        readHeld();
        const position = await readNow();
        // An answer finished meanwhile: what was read may be older than what is shown.
        if (before !== writes) continue;
        show(position);
        break;
      }
      await judgeAgain();
    } catch (error) {
      // The reading stays as it was; the next answer says what is wrong.
      if (!(error instanceof KnsError)) throw error;
    }
  }

  changes.subscribe((topics) => {
    if (announcing || (topics !== 'all' && !topics.has(topic))) return;
    void refresh();
  });

  /** What is read is one lesson in every language; which one was read is noted. */
  const read = ({id, version, lang = course.lang}: Lesson) => ({
    lesson: lessonKey(id, version),
    lang,
  });

  async function answerOnce(
    id: RecordId,
    lesson: Lesson,
    question: Question,
    response: Response,
    {hinted = false, activeMs = 0}: {hinted?: boolean; activeMs?: number},
  ): Promise<Answer> {
    const {gradeResponse} = await grading();
    const result = gradeResponse(question, response);
    const {records, kept} = await put({
      id,
      verb: 'answered',
      ...read(lesson),
      question: questionKey(lesson.id, question.id, question.rev),
      // Nobody studies by the millisecond, and tenths of a second fit a QR code.
      result: {...result, hinted, activeMs: 100 * Math.max(0, Math.round(activeMs / 100))},
    });
    const completed = records
      .filter(({verb}) => verb === 'completed')
      .map(({lesson: done, milestone}) => (done ?? milestone ?? '').replace(/@\d+$/, ''));
    return {correct: result.correct, kept, completed};
  }

  const study: Study = {
    learner,
    course,
    get snapshot() {
      return shown();
    },
    newAnswerId: newId,

    async open(lesson) {
      const {lesson: opened} = read(lesson);
      const {draft, own} = latest;
      const known =
        draft.epoch === 0
          ? (draft.lessons[opened]?.reach ?? 0) > 0
          : runOf(latest).opened.includes(opened);
      if (!known) await put({id: newId(), verb: 'opened', ...read(lesson)});
      else if (own.lastLesson !== lesson.id) await bookmark(lesson.id);
    },

    async practise(lesson) {
      await put({id: newId(), verb: 'practised', ...read(lesson)});
    },

    answer(lesson, question, response, {id = newId(), ...details} = {}) {
      let given = answers.get(id);
      if (!given) {
        given = answerOnce(id, lesson, question, response, details);
        answers.set(id, given);
        writing(given);
        // What was not kept may be tried again.
        given.catch(() => answers.delete(id));
      }
      return given;
    },

    async rate({use, statement, step, words}, id = newId()) {
      // Never 1, which folds to "right"; and no time, since minutes of study are those of lessons.
      const result = {
        response: step,
        simpleResponse: words,
        correct: 0,
        hinted: false,
        activeMs: 0,
      };
      const {kept} = await put({id, verb: 'answered', question: statement, use, result});
      return kept;
    },

    async restart() {
      await put({id: newId(), verb: 'restarted'});
    },

    async retire(device) {
      const {own, draft} = latest;
      const ranges = draft.covered[streamKey(device, learner, course.id)];
      // This device's own last number is that of the record itself.
      const seq = device === own.device ? own.seq + 1 : (ranges?.at(-1)?.[1] ?? 1);
      const {records} = await put({id: newId(), verb: 'retired', retires: {device, seq}});
      return records[0]!;
    },

    async history(lesson, question) {
      const {historyOf} = await chunk(import('./history.js'));
      const prefix = question === undefined ? `${lesson}#` : `${lesson}#${question}@`;
      return historyOf(database, key, prefix, held, recordsIn);
    },

    heads() {
      const {own, draft} = latest;
      const ends: StreamEnd[] = [[own.device, own.seq, own.tail], ...[...own.past].reverse()];
      return streamHeads(learner, course.id, ends, draft);
    },

    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  await judgeAgain();
  return study;
}
