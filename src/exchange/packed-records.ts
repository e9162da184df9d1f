import type {Course} from '../curriculum/course.js';
import type * as gradingModule from '../curriculum/grading.js';
import type {Lesson} from '../curriculum/lesson.js';
import type {Question, Response} from '../curriculum/question.js';
import {chunk} from '../store/chunk.js';
import {slotsOf} from '../curriculum/slots.js';
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
import {AdaptiveCoder, NotWritten} from './adaptive-coder.js';
import {crc32Of} from './crc32.js';
import type {Unreadable} from './digest.js';
import {codeResponse, isSayable, keysOf} from './packed-response.js';
import {RangeReader, RangeWriter} from './range-coder.js';

/** What both sides know before the first byte. */
export interface Surroundings {
  readonly course: Course;
  readonly learner: LearnerKey;
  /** The device that wrote the records. */
  readonly device: DeviceKey;
  /**
   * A lesson of the course in the course's own language, or nothing. With it a response is its place among the
   * options; without it every response is spelled out.
   */
  readonly lessonOf: (id: string) => Promise<Lesson | undefined>;
}

const layout = 1;
/** Beyond these nothing is packed and nothing is unpacked. */
const mostRecords = 20_000;
const mostCharacters = 4_000_000;
/** A record that is wholly as expected takes four bytes for six hundred characters; a bomb promises more. */
const mostPerByte = 600;
const characterAllowance = 20_000;
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

/**
 * The records of one stream in as few bytes as they can be said in: about four a record instead of six hundred
 * characters, so that a hundred and twenty fit two QR codes. Every text comes back byte for byte, also one this
 * version does not understand. Undefined when there are more than may be unpacked again; rejects as `lessonOf` does.
 */
export async function packRecords(
  texts: readonly string[],
  around: Surroundings,
): Promise<Uint8Array | undefined> {
  const {lessons: names} = slotsOf(around.course);
  const asked = lessonsAsked(texts);
  const lessons = await Promise.all(
    lessonSlots(names).map((id) =>
      id !== undefined && asked.has(id) ? around.lessonOf(id) : Promise.resolve(undefined),
    ),
  );
  const graded = await withGrading(around);
  const bytes = pack(texts, graded, lessons);
  if (!bytes) return undefined;
  // Nobody is to hand over what does not come back.
  const again = await read(bytes, graded);
  return 'texts' in again && texts.every((text, at) => again.texts[at] === text)
    ? bytes
    : undefined;
}

function pack(
  texts: readonly string[],
  around: Graded,
  lessons: readonly (Lesson | undefined)[],
): Uint8Array | undefined {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  if (texts.length > mostRecords || characters > mostCharacters) return undefined;
  const writer = new RangeWriter();
  const coder = new AdaptiveCoder(writer);
  const {lessons: names, questions} = slotsOf(around.course);
  coder.plain(4, layout);
  coder.number('count', texts.length);
  coder.number('slots', names.length);
  coder.number('slots', questions.length);
  coder.plain(16, slotCheck(names, questions));
  for (const lesson of lessons) coder.flag('lesson at hand', lesson !== undefined);
  if (lessons.some(Boolean)) coder.plain(16, keyCheck(lessons));
  const stream = new Stream(coder, around, [names, questions], lessons);
  for (const text of texts) stream.code(text);
  const bytes = writer.bytes();
  return characters <= charactersIn(bytes) ? bytes : undefined;
}

/**
 * Reads what `packRecords` wrote; never rejects for what the bytes say, and accepts only the one way to write it.
 * Reasons: `newer-format`, `code-damaged`, `ledger-mismatch` (the course of this device does not have the slots, or
 * not the questions, it was written with; facts: course), `lesson-unreachable` (facts: lesson). Rejects as `lessonOf` does.
 */
export async function unpackRecords(
  bytes: Uint8Array,
  around: Surroundings,
): Promise<readonly string[] | Unreadable> {
  const graded = await withGrading(around);
  const found = await read(bytes, graded);
  if ('reason' in found) return found;
  const {texts, names, questions, lessons} = found;
  const course = {...around.course, slots: {lessons: [...names], questions: [...questions]}};
  const asked = lessonsAsked(texts);
  const needed = lessons.map((lesson) => (lesson && asked.has(lesson.id) ? lesson : undefined));
  const again = pack(texts, {...graded, course}, needed);
  return again?.length === bytes.length && again.every((byte, at) => byte === bytes[at])
    ? texts
    : damaged;
}

interface Unpacked {
  readonly texts: readonly string[];
  readonly names: readonly string[];
  readonly questions: readonly string[];
  readonly lessons: readonly (Lesson | undefined)[];
}

const damaged: Unreadable = {reason: 'code-damaged', facts: {}};

/** What the bytes say, whether or not it is the one way to say it. */
/** The surroundings with what tells how an answer was graded, in a file of its own that every page has by then. */
interface Graded extends Surroundings {
  readonly grade: typeof gradingModule.gradeResponse;
}

const withGrading = async (around: Surroundings): Promise<Graded> => ({
  ...around,
  grade: (await chunk(import('../curriculum/grading.js'))).gradeResponse,
});

async function read(bytes: Uint8Array, around: Graded): Promise<Unpacked | Unreadable> {
  const reader = new RangeReader(bytes);
  const coder = new AdaptiveCoder(reader);
  const mismatch: Unreadable = {reason: 'ledger-mismatch', facts: {course: around.course.id}};
  const all = slotsOf(around.course);
  let lessons: (Lesson | undefined)[];
  let count: number;
  let names: readonly string[];
  let questions: readonly string[];
  try {
    const given = coder.plain(4, 0);
    if (given !== layout) return {reason: 'newer-format', facts: {layout: given}};
    count = coder.number('count', 0);
    if (count > mostRecords) return damaged;
    const slots = [coder.number('slots', 0), coder.number('slots', 0)] as const;
    const check = coder.plain(16, 0);
    if (slots[0] > all.lessons.length || slots[1] > all.questions.length) return mismatch;
    names = all.lessons.slice(0, slots[0]);
    questions = all.questions.slice(0, slots[1]);
    if (check !== slotCheck(names, questions)) return mismatch;
    lessons = [];
    for (const id of lessonSlots(names)) {
      if (!coder.flag('lesson at hand', false)) lessons.push(undefined);
      else {
        const lesson = id === undefined ? undefined : await around.lessonOf(id);
        if (!lesson) return {reason: 'lesson-unreachable', facts: {lesson: id ?? ''}};
        lessons.push(lesson);
      }
    }
    if (lessons.some(Boolean) && coder.plain(16, 0) !== keyCheck(lessons)) return mismatch;
  } catch (error) {
    if (error instanceof NotWritten) return damaged;
    throw error;
  }

  const texts: string[] = [];
  try {
    const stream = new Stream(coder, around, [names, questions], lessons);
    let room = charactersIn(bytes);
    for (let left = count; left > 0; left--) {
      const text = stream.code(undefined, room);
      room -= text.length;
      if (room < 0 || reader.overrun) return damaged;
      texts.push(text);
    }
  } catch (error) {
    if (error instanceof NotWritten) return damaged;
    throw error;
  }
  return {texts, names, questions, lessons};
}

const charactersIn = (bytes: Uint8Array): number =>
  Math.min(mostCharacters, bytes.length * mostPerByte + characterAllowance);

const slotCheck = (lessons: readonly string[], questions: readonly string[]): number =>
  crc32Of([...lessons, '', ...questions].join('\n')) & 0xffff;

const keyCheck = (lessons: readonly (Lesson | undefined)[]): number =>
  crc32Of(lessons.flatMap((lesson) => (lesson ? [lesson.id, keysOf(lesson)] : [])).join('\n')) &
  0xffff;

const idOf = (name: string): string => name.replace(/[#@].*$/, '');

/** Per slot the lesson of which it is the newest; a milestone's id is asked for too, and nothing comes of it. */
function lessonSlots(names: readonly string[]): (string | undefined)[] {
  const ids = names.map(idOf);
  return ids.map((id, slot) => (ids.lastIndexOf(id) === slot ? id : undefined));
}

/** Lessons of which a question was answered. */
function lessonsAsked(texts: readonly string[]): ReadonlySet<string> {
  const ids = texts.flatMap((text) => {
    const {question, result} = readRecord(text) ?? {};
    return question !== undefined && result ? [idOf(question)] : [];
  });
  return new Set(ids);
}

/** A record id taken apart: its time, and what our devices write behind it. */
interface IdParts {
  readonly time: number;
  /** 16 hex digits: version, variant and the device. */
  readonly maker: string;
  readonly tail: number;
}

const ordered = /^(.{8})-(.{4})-(7.{3})-([89ab].{3})-(.{8})(.{4})$/;

function partsOf(id: string): IdParts | undefined {
  const [, high = '', low = '', version = '', variant = '', device = '', tail = ''] =
    ordered.exec(id) ?? [];
  if (tail === '') return undefined;
  return {
    time: Number.parseInt(high + low, 16),
    maker: version + variant + device,
    tail: Number.parseInt(tail, 16),
  };
}

const digits = (value: number, count: number) => value.toString(16).padStart(count, '0');

const hyphened = (hex: string) =>
  hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

const idFrom = ({time, maker, tail}: IdParts): string =>
  hyphened(digits(time, 12) + maker + digits(tail, 4));

/** What a record says that is not the same in every record of its stream. */
type Saying = Omit<LearningRecord, 'v' | 'learner' | 'device' | 'course'>;

/** Codes the records of a stream one after another, each from what those before lead to expect. */
class Stream {
  readonly #coder: AdaptiveCoder;
  readonly #around: Graded;
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
    around: Graded,
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
  code(given: string | undefined, room = mostCharacters): string {
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
    const isGraded = () => {
      if (!given || !question || !isSayable(question, given.response, this.#around.grade))
        return false;
      const {hinted, activeMs} = given;
      const again = {...graded(given.response, question), hinted, activeMs};
      return JSON.stringify(again) === JSON.stringify(given);
    };
    if (question && coder.guess('graded', isGraded())) {
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
