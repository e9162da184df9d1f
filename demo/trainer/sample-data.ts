import {lessonKey, majorOf, questionKey} from '../../src/curriculum/ids.js';
import {lessonsOf, type Course, type LessonEntry} from '../../src/curriculum/course.js';
import {encodeDigest} from '../../src/exchange/digest.js';
import {textCodeOf} from '../../src/exchange/text-code.js';
import {toBase32} from '../../src/store/reckoning/base32.js';
import {dayOf} from '../../src/store/reckoning/calendar.js';
import {judge} from '../../src/store/reckoning/judge.js';
import type {StreamHead} from '../../src/store/reckoning/packet.js';
import type {CivilDay, LearnerKey, LearningRecord} from '../../src/store/reckoning/record.js';
import {fold} from '../../src/store/reckoning/standing.js';

/** What an invented member of a team is like; every figure a trainer can meet occurs. */
export type SampleKind =
  | 'finished'
  | 'halfway'
  | 'only-opened'
  | 'idle'
  | 'all-right'
  | 'two-phones'
  | 'old'
  | 'older'
  | 'gap'
  | 'wrong-clock'
  | 'newer-course';

export interface SampleMember {
  readonly learner: LearnerKey;
  readonly name: string;
  readonly kind: SampleKind;
  readonly code: string;
}

export interface SampleClass {
  readonly members: readonly SampleMember[];
  /** Two codes that cannot be read, one cut short and one damaged on its way. */
  readonly spoiled: readonly [cut: string, damaged: string];
  /** The conversation of a Zalo group with all codes in it, as its export is pasted. */
  readonly chat: string;
}

/** Repeats so that a class of any size has every kind, most of them ordinary. */
const kinds: readonly SampleKind[] = [
  'finished',
  'halfway',
  'finished',
  'old',
  'only-opened',
  'all-right',
  'gap',
  'finished',
  'idle',
  'two-phones',
  'wrong-clock',
  'halfway',
  'older',
  'newer-course',
];

export const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Lò',
];
export const middles = ['Văn', 'Thị', 'Thị Thu', 'Đức', 'Minh', 'Xuân', 'Ngọc', 'Hữu', 'Thanh'];
export const givens = [
  'An',
  'Ánh',
  'Bình',
  'Cường',
  'Dung',
  'Đào',
  'Giang',
  'Hạnh',
  'Hùng',
  'Khoa',
  'Lan',
  'Mạnh',
  'Nga',
  'Oanh',
  'Phúc',
  'Quyên',
  'Sơn',
  'Thảo',
  'Tuấn',
  'Út',
  'Vân',
  'Yến',
];

const talk = [
  'Em gửi anh Đức ạ',
  'Bác học xong rồi nhé, mã đây:',
  'Chị gửi mã tiến độ tuần này 🙂',
  'Anh xem giúp em đã nhận được chưa ạ',
  'Cháu nộp bài ạ',
  'Hôm qua mất mạng giờ em mới gửi được',
];

/** mulberry32: the same seed tells the same story in every browser. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The version of an edition that came out before this one. */
export function editionBefore(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return minor > 0 ? `${major}.${minor - 1}.0` : `${Math.max(0, major - 1)}.9.0`;
}

const dayMs = 86_400_000;
/** Ten in the morning in Vietnam on a civil day counted from 2020-01-01. */
const morningOf = (day: CivilDay): number => Date.UTC(2020, 0, 1 + day, 3);
const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * An invented team whose members studied the course, with the codes their phones would have made:
 * real records, really folded, really encoded. The same course, day, size and seed give the same class.
 */
export function sampleClass(
  course: Course,
  {today, size = 24, seed = 2026}: {today: CivilDay; size?: number; seed?: number},
): SampleClass {
  const random = randomOf(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const bytesOf = (length: number): Uint8Array => Uint8Array.from({length}, () => below(256));

  const names = new Set<string>();
  while (names.size < size) names.add(`${one(families)} ${one(middles)} ${one(givens)}`);

  const lessons = lessonsOf(course);

  /** The records one phone writes while its owner goes through `lessons`. */
  function phone(learner: LearnerKey, day: CivilDay, last: CivilDay) {
    const deviceBytes = bytesOf(10);
    const device = toBase32(deviceBytes);
    const records: LearningRecord[] = [];
    let at = morningOf(day);

    const write = (
      facts: Pick<LearningRecord, 'verb'> & Partial<Omit<LearningRecord, 'verb'>>,
    ): void => {
      at += 60_000 + below(90_000);
      const id = hexOf(bytesOf(16));
      records.push({
        id: `${id.slice(0, 8)}-${id.slice(8, 12)}-7${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20)}`,
        v: 1,
        learner,
        device,
        course: course.id,
        seq: records.length + 1,
        at,
        tz: 420,
        clock: 'ok',
        epoch: 0,
        courseVersion: course.version,
        lang: 'vi',
        use: 'lesson',
        mode: 'self',
        ...facts,
      });
    };

    const answer = (lesson: LessonEntry, until: number): void => {
      for (const {id, rev} of lesson.questions.slice(0, until)) {
        const question = questionKey(lesson.id, id, rev);
        const first = random() < 0.7 ? 1 : 0;
        for (const [tries, correct] of first
          ? [[1, 1]]
          : [
              [1, 0],
              [2, 1],
            ]) {
          write({
            verb: 'answered',
            lesson: lessonKey(lesson.id, lesson.version),
            question,
            attempt: tries as number,
            result: {
              response: 'a',
              simpleResponse: 'a',
              correct: correct as number,
              hinted: false,
              activeMs: 20_000 + below(40_000),
            },
          });
        }
      }
    };

    return {
      records,
      /** Later by some days, as far as there is time until the code is made. */
      nextDay(days = 1 + below(3)): void {
        if (at + days * dayMs < morningOf(last)) at += days * dayMs;
      },
      open(lesson: LessonEntry): void {
        write({verb: 'opened', lesson: lessonKey(lesson.id, lesson.version)});
      },
      begin(lesson: LessonEntry): void {
        this.open(lesson);
        answer(lesson, Math.max(1, below(lesson.questions.length)));
      },
      answerAll(lesson: LessonEntry): void {
        this.open(lesson);
        answer(lesson, lesson.questions.length);
      },
      finish(lesson: LessonEntry): void {
        this.answerAll(lesson);
        write({
          verb: 'completed',
          lesson: lessonKey(lesson.id, lesson.version),
          rule: lesson.questions.length > 0 ? 'all-right' : 'read',
          basis: 'own',
        });
        if (random() < 0.5)
          write({verb: 'practised', lesson: lessonKey(lesson.id, lesson.version)});
      },
      /** Writes the milestones that `all` the learner's records complete, as the phone does after the last answer of one. */
      reach(all: readonly LearningRecord[]): void {
        for (const {key, kind} of judge(course, fold(all))) {
          if (kind === 'milestone') {
            write({verb: 'completed', milestone: key, rule: 'milestone', basis: 'own'});
          }
        }
      },
      /** What a digest says of this phone; `lost` records before the newest never arrived. */
      head(lost = 0): StreamHead {
        const last = records.at(-1);
        return {
          device: hexOf(deviceBytes.slice(0, 4)),
          through: records.length - lost,
          beyond: lost > 0 ? Math.max(1, lost - 1) : 0,
          tail: last ? last.id.slice(-4) : '0000',
        };
      },
    };
  }

  function memberOf(name: string, kind: SampleKind): SampleMember {
    const learner = toBase32(bytesOf(10));
    const age = kind === 'old' ? 34 + below(10) : kind === 'older' ? 48 + below(12) : below(9);
    // Nobody studies an edition before it is out.
    const made = kind === 'newer-course' ? today : today - age;
    const started = made - 3 - below(12);
    const phones = [phone(learner, started, made)];
    const [first] = phones as [ReturnType<typeof phone>];
    const some = lessons.slice(0, Math.max(1, Math.floor(lessons.length * (0.3 + random() * 0.4))));

    switch (kind) {
      case 'idle':
        break;
      case 'only-opened':
        first.open(lessons[0] as LessonEntry);
        break;
      case 'halfway':
        for (const lesson of some.slice(0, -1)) first.finish(lesson);
        first.begin(some.at(-1) as LessonEntry);
        break;
      case 'all-right':
        for (const lesson of some) first.answerAll(lesson);
        break;
      case 'two-phones': {
        const second = phone(learner, started + 1, made);
        phones.push(second);
        lessons.forEach((lesson, index) => (index % 2 ? second : first).finish(lesson));
        break;
      }
      case 'finished':
      case 'newer-course':
        for (const lesson of lessons) {
          first.finish(lesson);
          if (random() < 0.4) first.nextDay();
        }
        break;
      default:
        for (const lesson of some) first.finish(lesson);
    }

    // Whose lessons are not called complete yet has reached nothing either.
    if (kind !== 'all-right') phones.at(-1)!.reach(phones.flatMap(({records}) => records));

    const heads = phones.map((own) => own.head(kind === 'gap' ? 2 : 0));
    // A later edition of the course knows a lesson this device has never heard of;
    // what was made before the present edition came out was made with an earlier one.
    const theirs: Course =
      kind === 'newer-course'
        ? {
            ...course,
            version: `${majorOf(course.version) + 1}.0.0`,
            slots: {...course.slots, lessons: [...course.slots.lessons, 'm99-b01@1']},
          }
        : made < dayOf(course.builtOn)
          ? {...course, version: editionBefore(course.version)}
          : course;
    const bytes = encodeDigest({
      course: theirs,
      learner,
      standing: fold(phones.flatMap(({records}) => records)),
      streams: heads.filter(({through}) => through > 0),
      moreStreams: false,
      madeOn: kind === 'wrong-clock' ? today + 1461 : made,
    });
    return {learner, name, kind, code: textCodeOf(bytes)};
  }

  const members = [...names].map((name, index) =>
    memberOf(name, kinds[index % kinds.length] as SampleKind),
  );

  const cut = memberOf('', 'finished').code.slice(0, -14);
  const whole = memberOf('', 'halfway').code;
  const middle = Math.floor(whole.length / 2);
  const damaged = `${whole.slice(0, middle)}${whole[middle] === '7' ? '8' : '7'}${whole.slice(middle + 1)}`;

  const codes = [
    ...members.map(({name, code}) => ({name, code})),
    {name: 'Bà Sáu', code: cut},
    {name: 'Chú Tám', code: damaged},
  ];
  const date = new Date(Date.UTC(2020, 0, 1 + today)).toISOString().slice(0, 10).split('-');
  const said = date.reverse().join('/');
  const lines = codes.map(({name, code}, index) => {
    const minutes = 8 * 60 + index * 3 + below(3);
    const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return `[${clock} ${said}] ${name}: ${one(talk)}\n${code}`;
  });
  return {members, spoiled: [cut, damaged], chat: lines.join('\n')};
}
