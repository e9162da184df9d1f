import {fold} from '../../src/store/reckoning/standing.js';
import type {Course} from '../../src/curriculum/course.js';
import {lessonKey, majorOf, questionKey} from '../../src/curriculum/ids.js';
import {lessonsOf} from '../../src/curriculum/course.js';
import {toBase32} from '../../src/store/reckoning/base32.js';
import {hexOf} from '../../src/store/reckoning/heads.js';
import type {Member, MemberRole, Post} from '../../src/store/reckoning/member.js';
import type {PacketRow, ReceivedLearner} from '../../src/store/reckoning/packet.js';
import type {LearningRecord} from '../../src/store/reckoning/record.js';
import type {RosterView} from '../../src/store/reckoning/roster-view.js';
import type {Unit, UnitLevel} from '../../src/store/reckoning/unit.js';
import type {Province, Sent} from './naive-matrix.js';

/** mulberry32, so that a province that fails can be made again from its number. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const names = [
  'Nguyễn Văn An',
  'Trần Thị Ánh',
  'Lê Đức Đạt',
  'Phạm Thị Yến',
  'Lò Thị Út',
  'Vũ Đình Ân',
];

/** A province twice over: as raw facts for the slow opinion, and as the store gives it. */
export function randomProvince(
  course: Course,
  today: number,
  seed: number,
  size: {members?: number; teams?: number} = {},
): {raw: Province; view: RosterView; received: ReceivedLearner[]} {
  const random = chanceOf(seed);
  const below = (n: number) => Math.floor(random() * n);
  const chance = (share: number) => random() < share;
  const key = (length: number) => toBase32(Uint8Array.from({length}, () => below(256)));

  const teams = size.teams ?? 1 + below(8);
  const members = size.members ?? below(61);
  const levels: UnitLevel[] = ['province', 'commune', 'team'];
  const units: Unit[] = [{id: 'TOP', level: 'province', names: [{name: 'Tỉnh'}]}];
  const communes = Math.max(1, Math.round(teams / 9));
  for (let at = 0; at < communes; at++) {
    units.push({id: `C${at}`, parent: 'TOP', level: levels[1]!, names: [{name: `Xã ${at}`}]});
  }
  for (let at = 0; at < teams; at++) {
    units.push({
      id: `T${at}`,
      // Some stand directly below the province, and some below a unit that is not there.
      ...(chance(0.03) ? {parent: 'gone'} : {parent: chance(0.1) ? 'TOP' : `C${at % communes}`}),
      level: 'team',
      names: [{name: `Tổ ${at}`}],
      ...(chance(0.05) && {until: today - below(40)}),
    });
  }
  const post = (): Post => ({
    unit: chance(0.02) ? 'nowhere' : units[below(units.length)]!.id,
    role: (['head', 'deputy', 'member', 'member'] as MemberRole[])[below(4)]!,
  });

  const lessons = lessonsOf(course);
  const received: ReceivedLearner[] = [];
  const raw: Province = {
    today,
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      module: course.modules.find((one) => one.lessons.includes(lesson))!.id,
      core: lesson.core,
      major: majorOf(lesson.version),
      slot: course.slots.lessons.indexOf(lessonKey(lesson.id, lesson.version)),
      questions: lesson.questions.map(({id}) => id),
    })),
    units: units.map(({id, parent}) => (parent === undefined ? {id} : {id, parent})),
    members: [],
    learners: [],
    sent: [],
  };

  function hear(learner: string): void {
    raw.learners.push(learner);
    const packets: PacketRow[] = [];
    const counted: LearningRecord[] = [];
    const phones = chance(0.15) ? 2 : 1;
    for (let phone = 0; phone < phones; phone++) {
      const device = key(10);
      const slots = chance(0.1) ? below(lessons.length + 1) : course.slots.lessons.length;
      const records: LearningRecord[] = [];
      const short: Sent['records'] = [];
      const count = below(30);
      let day = today - below(90) - 10;
      for (let seq = 1; seq <= count; seq++) {
        day += below(2);
        const lesson = lessons[below(lessons.length)]!;
        const major = chance(0.1) ? 1 : majorOf(lesson.version);
        const verb = (['opened', 'answered', 'answered', 'completed'] as const)[below(4)]!;
        const mode = (['self', 'self', 'group', 'proxy'] as const)[below(4)]!;
        const question = lesson.questions[below(Math.max(1, lesson.questions.length))];
        const asked = verb === 'answered' && question ? question.id : undefined;
        const right = chance(0.8);
        const clockOk = chance(0.9);
        short.push({
          seq,
          verb,
          lesson: lesson.id,
          major,
          ...(asked && {question: asked, right}),
          mode,
          day,
          clockOk,
        });
        records.push({
          ...{id: `${device}-${seq}`, v: 1, learner, device, course: course.id, seq},
          at: Date.UTC(2020, 0, 1 + day, 3),
          ...{
            tz: 420,
            clock: clockOk ? 'ok' : 'behind',
            epoch: 0,
            courseVersion: '1.0.0',
            lang: 'vi',
          },
          verb,
          lesson: lessonKey(lesson.id, `${major}.0.0`),
          ...(asked !== undefined && {
            question: questionKey(lesson.id, asked, major),
            attempt: 1,
            result: {
              response: 'a',
              simpleResponse: 'a',
              correct: right ? 1 : 0,
              hinted: false,
              activeMs: 1,
            },
          }),
          ...{use: 'lesson', mode},
        });
      }
      for (let packet = 0; packet < 1 + below(2); packet++) {
        const until = below(count + 1);
        const lost = chance(0.1) && until > 3 ? 2 : 0;
        const lacking = (seq: number) => lost > 0 && (seq === until - 1 || seq === until - 2);
        const madeOn = today - below(chance(0.3) ? 60 : 25);
        const firstReceivedOn = Math.min(today, madeOn + below(5) - 1);
        const admitted = chance(0.93);
        const head = {through: lost > 0 ? until - 3 : until, beyond: lost > 0 ? 1 : 0};
        const has = ({seq}: {seq: number}) => seq <= until && !lacking(seq);
        raw.sent.push({
          learner,
          device,
          admitted,
          madeOn,
          firstReceivedOn,
          slots,
          ...head,
          records: short.filter(has),
        });
        if (admitted) counted.push(...records.filter(has));
        packets.push({
          ...{
            kind: 'code',
            learner,
            course: course.id,
            bytes: new Uint8Array(0),
            courseVersion: [0, 9],
          },
          ...{madeOn, epoch: 0, moreStreams: false, slots: [slots, 0], partial: false, admitted},
          streams: [{device: hexOf(device), ...head, tail: 'beef'}],
          hash: `${packets.length}`.padStart(32, '0'),
          ...{
            firstReceivedOn,
            firstReceivedAt: firstReceivedOn * 86_400_000 + packets.length,
            times: 1,
            import: 'i',
          },
        });
      }
    }
    received.push({learner, standing: fold(counted), packets});
  }

  const roster: Member[] = [];
  const learnersOf = new Map<string, string[]>();
  for (let at = 0; at < members; at++) {
    const code = `M${String(at).padStart(5, '0')}`;
    const last = post();
    const posts: [Post, ...Post[]] = chance(0.1)
      ? [
          {...post(), until: today - 50},
          {...last, from: today - 50 + below(60)},
        ]
      : [chance(0.04) ? {...last, until: today - below(9)} : last];
    const member: Member = {code, name: names[below(names.length)]!, posts};
    roster.push(member);
    const own = chance(0.7) ? [key(10)] : chance(0.3) ? [key(10), key(10)] : [];
    if (own.length > 0) learnersOf.set(code, own);
    for (const learner of own) if (chance(0.9)) hear(learner);
    raw.members.push({
      code,
      name: member.name,
      posts: posts.map((one) => ({...one})),
      learners: own,
    });
  }
  for (let at = below(4); at > 0; at--) hear(key(10));

  return {
    raw,
    view: {
      units: new Map(units.map((unit) => [unit.id, unit])),
      members: new Map(roster.map((member) => [member.code, member])),
      learnersOf,
      contested: new Map(),
    },
    received,
  };
}
