import {type Course, lessonsOf} from '../../src/curriculum/course.js';
import {lessonKey, questionKey} from '../../src/curriculum/ids.js';
import {encodeDigest} from '../../src/exchange/digest.js';
import {textCodeOf} from '../../src/exchange/text-code.js';
import {toBase32} from '../../src/store/reckoning/base32.js';
import {dayOf} from '../../src/store/reckoning/calendar.js';
import {hexOf} from '../../src/store/reckoning/heads.js';
import type {CivilDay} from '../../src/store/reckoning/record.js';
import {
  emptyStanding,
  type LessonStanding,
  type QuestionStanding,
  unknownDay,
} from '../../src/store/reckoning/standing.js';
import type {Member, RosterChange, Unit} from '../../src/store/roster-contract.js';
import {newMemberCode} from '../../src/store/reckoning/member-code.js';
import {editionBefore, families, givens, middles, randomOf} from './sample-data.js';

/** How large an invented place is: `commune` has 300 members in 56 teams, `province` 5,324 in 996. */
export const places = {
  team: {communes: 0, teams: 1, members: 5},
  commune: {communes: 1, teams: 56, members: 300},
  province: {communes: 102, teams: 996, members: 5324},
} as const;
export type Place = keyof typeof places;

export interface SamplePlace {
  readonly roster: RosterChange;
  /** Codes as learners' phones would have made them, for four members in five. */
  readonly codes: readonly string[];
}

/** In order: nothing sent · never begun · some of it · all of the core · all of it · heard of too long ago · a gap. */
const shares = [0.18, 0.05, 0.34, 0.16, 0.14, 0.09, 0.04];

const communeNames = [
  'Ea Kao',
  'Hòa Thắng',
  'Cư Êbur',
  'Ea Tu',
  'Tân Lợi',
  'Ea Drông',
  'Buôn Đôn',
  'Krông Ana',
];

/**
 * An invented place with its roster and what its members sent. The same course, day, size and seed give the same place.
 */
export function samplePlace(
  course: Course,
  {
    today,
    place,
    seed = 2026,
    members: size = places[place].members,
  }: {
    today: CivilDay;
    place: Place;
    seed?: number;
    members?: number;
  },
): SamplePlace {
  const random = randomOf(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const bytesOf = (length: number): Uint8Array => Uint8Array.from({length}, () => below(256));
  const lessons = lessonsOf(course);
  const coreFirst = [...lessons].sort((a, b) => Number(b.core) - Number(a.core));
  const earlier: Course = {...course, version: editionBefore(course.version)};
  const {communes, teams} = places[place];

  const units = new Map<string, Unit>();
  const unit = (level: Unit['level'], name: string, parent?: string): string => {
    const id = toBase32(bytesOf(4)).slice(0, 6);
    if (units.has(id)) return unit(level, name, parent);
    units.set(id, {id, level, names: [{name}], ...(parent !== undefined && {parent})});
    return id;
  };
  const top = place === 'province' ? unit('province', 'Tỉnh Đắk Lắk (bịa)') : undefined;
  const parents = Array.from({length: communes}, (_, at) =>
    unit(
      'commune',
      `Xã ${communeNames[at % communeNames.length]!}${communes > 8 ? ` ${Math.floor(at / 8) + 1}` : ''}`,
      top,
    ),
  );
  const scale = Math.max(1, Math.round((teams * size) / places[place].members));
  const teamIds = Array.from({length: scale}, (_, at) =>
    unit(
      'team',
      `Tổ công nghệ số ${Math.floor(at / Math.max(1, communes)) + 1}`,
      parents[at % Math.max(1, communes)],
    ),
  );

  /** What a phone would say of somebody who finished the first `done` lessons and began the next. */
  function codeOf(learner: string, done: number, kind: number): string {
    const isOld = kind === 5;
    const madeOn = today - (isOld ? 35 + below(60) : below(25));
    const device = toBase32(bytesOf(10));
    const told: Record<string, LessonStanding> = {};
    const questions: Record<string, QuestionStanding> = {};
    const finished = new Map<string, CivilDay>();
    let records = 0;
    for (const [index, lesson] of (kind === 3 ? coreFirst : lessons).entries()) {
      if (index > done) break;
      const isDone = index < done;
      const day = isDone ? madeOn - below(60) : unknownDay;
      if (isDone) finished.set(lesson.id, day);
      told[lessonKey(lesson.id, lesson.version)] = {
        reach: isDone ? 5 : 2,
        day,
        run: isDone ? 0 : -1,
        practised: isDone && random() < 0.4,
      };
      for (const question of isDone ? lesson.questions : lesson.questions.slice(0, 1)) {
        const firstRight = random() < 0.7;
        questions[questionKey(lesson.id, question.id, question.rev)] = {
          firstRight,
          firstWrong: !firstRight,
          right: true,
          tries: firstRight ? 1 : 2,
        };
        records += 2;
      }
      records += 2;
    }
    for (const {id, version, lessons: parts} of course.milestones) {
      const day = Math.max(...parts.map((part) => finished.get(part) ?? unknownDay));
      if (day === unknownDay) continue;
      told[lessonKey(id, version)] = {reach: 5, day, run: 0, practised: false};
      records++;
    }
    return textCodeOf(
      encodeDigest({
        // What was made before the present edition came out was made with an earlier one.
        course: madeOn < dayOf(course.builtOn) ? earlier : course,
        learner,
        standing: {...emptyStanding, lessons: told, questions},
        streams:
          records > 0
            ? [{device: hexOf(device), through: records, beyond: kind === 6 ? 2 : 0, tail: '0a1b'}]
            : [],
        moreStreams: false,
        madeOn,
      }),
    );
  }

  const members = new Map<string, Member>();
  const links: {member: string; learner: string; on: true}[] = [];
  const codes: string[] = [];
  const core = lessons.filter((lesson) => lesson.core).length;
  for (let at = 0; at < size; at++) {
    const code = newMemberCode(bytesOf, (taken) => members.has(taken));
    const role =
      at < teamIds.length
        ? 'head'
        : at < 2 * teamIds.length && random() < 0.5
          ? 'deputy'
          : 'member';
    members.set(code, {
      code,
      name: `${one(families)} ${one(middles)} ${one(givens)}`,
      posts: [{unit: teamIds[at % teamIds.length]!, role}],
    });
    let share = random();
    const kind = shares.findIndex((part) => (share -= part) < 0);
    if (kind === 0) continue;
    const learner = toBase32(bytesOf(10));
    links.push({member: code, learner, on: true});
    const done =
      kind === 1
        ? 0
        : kind === 3
          ? core
          : kind === 4
            ? lessons.length
            : 1 + below(lessons.length - 1);
    codes.push(codeOf(learner, done, kind));
  }
  return {roster: {units, members, links}, codes};
}
