import type {Course} from '../curriculum/course.js';
import type * as gradingModule from '../curriculum/grading.js';
import type {Lesson} from '../curriculum/lesson.js';
import type {Question, Response} from '../curriculum/question.js';
import {civilDay, quarterOf, vietnam} from '../store/reckoning/calendar.js';
import {hexOf} from '../store/reckoning/heads.js';
import {
  type DeviceKey,
  freezeRecord,
  type LearnerKey,
  type LearningRecord,
  readRecord,
  type Totals,
  type Verb,
  verbs,
} from '../store/reckoning/record.js';
import {type AdaptiveCoder, NotWritten} from './adaptive-coder.js';
import {digits, hyphened, idFrom, type IdParts, partsOf} from './ordered-id.js';
import {codeResponse, isSayable} from './packed-response.js';

const longestName = 120;
const longestResult = 200_000;
const minute = 60_000;
const longestAnswer = 30 * minute;
const rules = ['all-right', 'read', 'milestone'] as const;
const uses = ['lesson', 'review', 'pre', 'post', 'session'] as const;
const modes = ['self', 'group', 'proxy'] as const;
const bases = ['own', 'merged'] as const;
/** What a number of a record may be and still be coded with what was added to it. */
const largest = 2 ** 51;

/** What all records of a stream have in common, and what tells how their answers were graded. */
export interface StreamSetting {
  readonly course: Course;
  readonly learner: LearnerKey;
  readonly device: DeviceKey;
  readonly grade: typeof gradingModule.gradeResponse;
}

/** The lesson or the milestone that a slot's name is about. */
export const idOf = (name: string): string => name.replace(/[#@].*$/, '');

/** What a record says that is not the same in every record of its stream. */
type Saying = Omit<LearningRecord, 'v' | 'learner' | 'device' | 'course'>;

/**
 * Codes the records of a stream one after another, each from what those before lead to expect. One and the same code
 * writes and reads, as the coder does; what was never written throws `NotWritten`.
 */
export class RecordStream {
  readonly #coder: AdaptiveCoder;
  readonly #around: StreamSetting;
  readonly #names: readonly string[];
  readonly #questions: readonly string[];
  readonly #asked = new Map<string, Question>();
  readonly #slots: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>];
  readonly #maker: string;
  readonly #attempts = new Map<string, number>();
  readonly #totals = new Map<number, Totals>();
  #restMs = 0;
  /** When the last record was made that could be coded. */
  #at = 0;
  /** Between the record before and this one, in ms: most of it was spent on the answer. */
  #gap = 0;
  #before: LearningRecord | undefined;
  #beforeText = '';
  #ids: IdParts | undefined;
  #page = 0;
  #lesson = -1;
  #question = -1;

  constructor(
    coder: AdaptiveCoder,
    around: StreamSetting,
    [names, questions]: readonly [readonly string[], readonly string[]],
    lessons: readonly (Lesson | undefined)[],
  ) {
    this.#coder = coder;
    this.#around = around;
    this.#names = names;
    this.#questions = questions;
    const slotOf = (list: readonly string[]) => new Map(list.map((name, slot) => [name, slot]));
    this.#slots = [slotOf(names), slotOf(questions)];
    // As store/ids.ts makes them.
    this.#maker = `70008000${hexOf(around.device)}`;
    for (const lesson of lessons) {
      for (const question of lesson?.questions ?? []) {
        this.#asked.set(`${lesson?.id}#${question.id}@${question.rev}`, question);
      }
    }
  }

  /** The next record: as given, or as read, then of at most `room` characters. */
  code(given: string | undefined, room: number): string {
    const record = given === undefined ? undefined : readRecord(given);
    const saying = record && this.#isUsual(record, given) ? record : undefined;
    let text: string;
    const usual = this.#coder.guess('usual', saying !== undefined);
    if (usual) {
      text = this.#textOf(this.#say(saying));
    } else {
      if (this.#beforeText) this.#coder.recall(this.#beforeText);
      text = this.#coder.text('record', given ?? '', room);
    }
    // What was spelled is remembered by the coder.
    this.#beforeText = usual ? text : '';
    const said = record ?? readRecord(text);
    if (said) this.#take(said);
    return text;
  }

  /** Whether the record is one that `#say` can say, and prints as this version does. */
  #isUsual(record: LearningRecord, text: string | undefined): boolean {
    const {learner, course, device} = this.#around;
    return (
      record.learner === learner &&
      record.course === course.id &&
      record.device === device &&
      isSayableTime(record.at) &&
      verbs.includes(record.verb) &&
      uses.includes(record.use) &&
      modes.includes(record.mode) &&
      (record.rule === undefined || rules.includes(record.rule)) &&
      (record.basis === undefined || bases.includes(record.basis)) &&
      (record.attempt === undefined || record.question !== undefined) &&
      [record.courseVersion, record.lang].every((word) => word.length <= longestName) &&
      (record.totals ?? []).every((total) => total <= largest) &&
      (record.result?.activeMs ?? 0) <= largest &&
      JSON.stringify(record.result ?? null).length <= longestResult &&
      this.#textOf(record) === text
    );
  }

  /** The record as stream.ts makes it, member by member. */
  #textOf(saying: Saying): string {
    const {learner, course, device} = this.#around;
    const {id, seq, at, tz, clock, epoch, courseVersion, lang, verb} = saying;
    const {lesson, question, attempt, milestone, use, mode, result, rule, basis, totals} = saying;
    return freezeRecord({
      id,
      v: 1,
      learner,
      device,
      course: course.id,
      seq,
      at,
      tz,
      clock,
      epoch,
      courseVersion,
      lang,
      verb,
      ...(lesson !== undefined && {lesson}),
      ...(question !== undefined && {question}),
      ...(attempt !== undefined && {attempt}),
      ...(milestone !== undefined && {milestone}),
      use,
      mode,
      ...(result && {result}),
      ...(rule && {rule}),
      ...(basis && {basis}),
      ...(totals && {totals}),
    });
  }

  #say(given: LearningRecord | undefined): Saying {
    const coder = this.#coder;
    const before = this.#before;
    const verb = this.#verb(given?.verb);
    const setting = this.#setting(given);
    const {use} = setting;
    const guessedEpoch = Math.min(255, (before?.epoch ?? 0) + (verb === 'restarted' ? 1 : 0));
    const epoch = coder.guess('epoch', given?.epoch === guessedEpoch)
      ? guessedEpoch
      : coder.plain(8, given?.epoch ?? 0);
    const guessedSeq = (before?.seq ?? 0) + 1;
    const seq = coder.guess('seq', given?.seq === guessedSeq)
      ? guessedSeq
      : coder.plain(32, given?.seq ?? 0);
    const at = this.#time(verb, given?.at);
    this.#gap = before ? at - this.#at : 0;
    const guessedClock = before && at < before.at ? 'behind' : 'ok';
    const clock: LearningRecord['clock'] = coder.flag(
      `clock ${guessedClock} ${before?.clock}`,
      given?.clock === 'behind',
    )
      ? 'behind'
      : 'ok';
    const id = this.#id(at, given?.id);
    const place = this.#place(verb, given);
    const counted =
      place.question !== undefined && coder.guess(`attempt ${use}`, given?.attempt !== undefined);
    const attempt = counted ? this.#attempt(place.question, given?.attempt) : undefined;
    const result = coder.flag(`result ${verb}`, given?.result !== undefined)
      ? this.#result(place.question, given?.result)
      : undefined;
    const rule = coder.flag(`rule ${verb}`, given?.rule !== undefined)
      ? rules[
          coder.symbol(
            `rule ${place.milestone === undefined}`,
            2,
            rules.indexOf(given?.rule ?? 'read'),
          )
        ]
      : undefined;
    const basis = coder.flag(`basis ${verb}`, given?.basis !== undefined)
      ? bases[coder.symbol('basis', 1, given?.basis === 'merged' ? 1 : 0)]
      : undefined;
    const totals = coder.guess('totals', given?.totals !== undefined)
      ? this.#total(quarterOf(civilDay(at, setting.tz)), result?.activeMs ?? 0, given?.totals)
      : undefined;
    return {
      ...{id, seq, at, clock, epoch, verb},
      ...setting,
      ...place,
      ...(attempt !== undefined && {attempt}),
      ...(result && {result}),
      ...(rule && {rule}),
      ...(basis && {basis}),
      ...(totals && {totals}),
    };
  }

  #verb(given: Verb | undefined): Verb {
    const before = this.#before;
    const right = before?.result?.correct === 1;
    // After the last question of a lesson something else follows.
    const next = this.#questions[this.#question + 1];
    const isLast = next === undefined || idOf(next) !== idOf(before?.question ?? '');
    const context = `verb ${before?.verb} ${right} ${isLast}`;
    return oneOf(verbs, this.#coder.symbol(context, 4, verbs.indexOf(given ?? 'opened')));
  }

  /** What is the same for days on end. */
  #setting(given: LearningRecord | undefined) {
    const coder = this.#coder;
    const {tz, courseVersion, lang, use, mode} = this.#before ?? {
      tz: vietnam,
      courseVersion: '',
      lang: 'vi',
      use: 'lesson' as const,
      mode: 'self' as const,
    };
    const asBefore = {tz, courseVersion, lang, use, mode};
    const isAsBefore =
      given?.tz === tz &&
      given.courseVersion === courseVersion &&
      given.lang === lang &&
      given.use === use &&
      given.mode === mode;
    if (coder.guess('setting', isAsBefore)) return asBefore;
    const name = (value: string | undefined, former: string) =>
      coder.guess('name', value === former) ? former : coder.text('name', value ?? '', longestName);
    return {
      tz: coder.guess('zone', given?.tz === tz) ? tz : coder.signed('zone', given?.tz ?? 0),
      courseVersion: name(given?.courseVersion, courseVersion),
      lang: name(given?.lang, lang),
      use: oneOf(uses, coder.symbol('use', 3, uses.indexOf(given?.use ?? 'lesson'))),
      mode: oneOf(modes, coder.symbol('mode', 2, modes.indexOf(given?.mode ?? 'self'))),
    };
  }

  #time(verb: Verb, given: number | undefined): number {
    const before = this.#before;
    const at = this.#at;
    if (!before) return this.#coder.signed('first', given ?? 0);
    if (this.#coder.flag(`same time ${verb}`, given === at)) return at;
    return at + this.#coder.signed(`time ${verb === 'answered'}`, (given ?? at) - at);
  }

  #id(at: number, given: string | undefined): string {
    const coder = this.#coder;
    const parts = given === undefined ? undefined : partsOf(given);
    if (!coder.guess('ordered id', parts !== undefined)) {
      return hyphened(this.#hex(32, (given ?? '').replaceAll('-', '')));
    }
    const guess = Math.max(at, (this.#ids?.time ?? 0) + 1);
    const time = guess + coder.signed(`id ${guess === at}`, (parts?.time ?? 0) - guess);
    if (time < 0 || time >= 2 ** 48) throw new NotWritten();
    const isOurs = coder.guess('own id', parts?.maker === this.#maker);
    const maker = isOurs ? this.#maker : this.#hex(16, parts?.maker ?? '');
    const sameTail = this.#page ^ (time % 65536);
    const tail =
      isOurs && coder.guess('page', parts?.tail === sameTail)
        ? sameTail
        : coder.plain(16, parts?.tail ?? 0);
    return idFrom({time, maker, tail});
  }

  #hex(count: number, given: string): string {
    return Array.from({length: count}, (_, digit) =>
      digits(this.#coder.plain(4, Number.parseInt(given.charAt(digit) || '0', 16)), 1),
    ).join('');
  }

  #place(verb: Verb, given: LearningRecord | undefined) {
    const coder = this.#coder;
    const has = (what: string, is: boolean) => coder.flag(`${what} ${verb}`, is);
    const lesson = has('lesson', given?.lesson !== undefined)
      ? this.#name(`lesson ${verb}`, 0, [this.#lesson, this.#lesson + 1], given?.lesson)
      : undefined;
    const question = has('question', given?.question !== undefined)
      ? this.#name(
          `question ${this.#before?.result?.correct === 1}`,
          1,
          this.#nextQuestions(lesson),
          given?.question,
        )
      : undefined;
    const milestone = has('milestone', given?.milestone !== undefined)
      ? this.#name('milestone', 0, [], given?.milestone)
      : undefined;
    return {
      ...(lesson !== undefined && {lesson}),
      ...(question !== undefined && {question}),
      ...(milestone !== undefined && {milestone}),
    };
  }

  /** The question after the last one, the last one again; or the first of a lesson just begun. */
  #nextQuestions(lesson: string | undefined): readonly number[] {
    const of = (slot: number) => idOf(this.#questions[slot] ?? '');
    const id = idOf(lesson ?? '');
    if (of(this.#question) === id) return [this.#question + 1, this.#question];
    return [this.#questions.findIndex((name) => idOf(name) === id)];
  }

  /** A slot name: one of those expected, else by its number, else spelled. */
  #name(
    context: string,
    which: 0 | 1,
    expected: readonly number[],
    given: string | undefined,
  ): string {
    const coder = this.#coder;
    const list = which === 0 ? this.#names : this.#questions;
    const slot = this.#slots[which].get(given ?? '') ?? -1;
    for (const [nth, guess] of expected.entries()) {
      const name = list[guess];
      if (name !== undefined && coder.flag(`${context} ${nth}`, slot === guess)) return name;
    }
    if (coder.guess('slot', slot >= 0)) {
      const name =
        list[coder.plain(Math.ceil(Math.log2(Math.max(list.length, 1))), Math.max(slot, 0))];
      if (name === undefined) throw new NotWritten();
      return name;
    }
    return coder.text('name', given ?? '', longestName);
  }

  #attempt(question: string | undefined, given: number | undefined): number {
    const guess = Math.min(this.#attempts.get(question ?? '') ?? 0, 7) + 1;
    return this.#coder.guess('next attempt', given === guess)
      ? guess
      : this.#coder.plain(32, given ?? 0);
  }

  #result(
    key: string | undefined,
    given: LearningRecord['result'],
  ): NonNullable<LearningRecord['result']> {
    const coder = this.#coder;
    const question = this.#asked.get(key ?? '');
    const graded = (response: Response, asked: Question) => {
      const {correct, response: kept, simpleResponse} = this.#around.grade(asked, response);
      return {correct, response: kept, simpleResponse};
    };
    const isStreamSetting = () => {
      if (!given || !question || !isSayable(question, given.response, this.#around.grade))
        return false;
      const {hinted, activeMs} = given;
      const again = {...graded(given.response, question), hinted, activeMs};
      return JSON.stringify(again) === JSON.stringify(given);
    };
    if (question && coder.guess('graded', isStreamSetting())) {
      const response = codeResponse(coder, question, given?.response);
      const hinted = coder.flag('hinted', given?.hinted === true);
      return {...graded(response, question), hinted, activeMs: this.#active(given?.activeMs)};
    }
    const spelled = coder.text('result', given ? JSON.stringify(given) : '', longestResult);
    try {
      return JSON.parse(spelled) as NonNullable<LearningRecord['result']>;
    } catch {
      throw new NotWritten();
    }
  }

  #active(given = 0): number {
    const coder = this.#coder;
    return coder.guess('tenths', given % 100 === 0)
      ? coder.number(`active ${sizeOf(this.#gap)}`, given / 100) * 100
      : coder.number('active ms', given);
  }

  #total(quarter: number, activeMs: number, given: Totals | undefined): Totals {
    const coder = this.#coder;
    const [minutes, ...help] = this.#totals.get(quarter) ?? [0, 0, 0, 0, 0, 0];
    const guess = minutes + Math.floor((this.#restMs + Math.min(activeMs, longestAnswer)) / minute);
    const [givenMinutes = 0, ...givenHelp] = given ?? [];
    const now = coder.guess('minutes', givenMinutes === guess)
      ? guess
      : coder.number('minutes', givenMinutes);
    const same = givenHelp.every((value, skill) => value === help[skill]);
    const rest = coder.guess('help', same)
      ? help
      : help.map((_, skill) => coder.number('help', givenHelp[skill] ?? 0));
    return [now, ...rest] as unknown as Totals;
  }

  /** What the record means for the one after it. */
  #take(record: LearningRecord): void {
    this.#before = record;
    const {lesson, question, attempt = 0, totals, result, at, tz} = record;
    if (lesson !== undefined) this.#lesson = this.#slots[0].get(lesson) ?? this.#lesson;
    if (question !== undefined) {
      this.#question = this.#slots[1].get(question) ?? -1;
      const known = this.#attempts.get(question) ?? 0;
      this.#attempts.set(question, Math.max(known, attempt));
    }
    if (isSayableTime(at)) this.#at = at;
    const active = Math.min(result?.activeMs ?? 0, longestAnswer);
    this.#restMs = (this.#restMs + active) % minute;
    if (totals) this.#totals.set(quarterOf(civilDay(at, tz)), totals);
    this.#ids = partsOf(record.id);
    if (this.#ids?.maker === this.#maker) this.#page = this.#ids.tail ^ (this.#ids.time % 65536);
  }
}

function oneOf<T>(list: readonly T[], at: number): T {
  const one = list[at];
  if (one === undefined) throw new NotWritten();
  return one;
}

const isSayableTime = (at: number): boolean => Number.isInteger(at) && Math.abs(at) <= largest;

/** Roughly how long, in powers of two of a tenth of a second. */
const sizeOf = (ms: number): number =>
  Math.min(20, Math.max(5, Math.floor(Math.log2(Math.abs(ms) / 100 + 1))));
