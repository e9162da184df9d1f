import fc from 'fast-check';
import type {LearningRecord, Totals, Verb} from '../../src/store/reckoning/record.js';

/** Records of up to three phones and two learners, with everything that goes wrong with phones. */
export type History = readonly LearningRecord[];

interface Phone {
  name: string;
  seqs: Map<string, number>;
  attempts: Map<string, number>;
  epochs: Map<string, number>;
  clock: number;
  tz: number;
}

type Step = {
  phone: number;
  learner: number;
  deed: number;
  lesson: number;
  question: number;
  major: number;
  mode: number;
  use: number;
  correct: number;
  minutes: number;
  behind: boolean;
  trouble: number;
  shift: number;
};

const learners = ['AAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBB'];
const deeds: readonly Verb[] = [
  'answered',
  'answered',
  'answered',
  'opened',
  'completed',
  'completed',
  'practised',
  'assisted',
  'attended',
  'attested',
  'retired',
  'restarted',
  'voided',
];
const modes = ['self', 'self', 'group', 'proxy'] as const;
const uses = ['lesson', 'lesson', 'lesson', 'review', 'pre', 'session'] as const;
const tenYears = 10 * 365 * 86_400_000;

const step: fc.Arbitrary<Step> = fc.record({
  phone: fc.nat(2),
  learner: fc.nat(1),
  deed: fc.nat(deeds.length - 1),
  lesson: fc.nat(2),
  question: fc.nat(1),
  major: fc.integer({min: 1, max: 2}),
  mode: fc.nat(modes.length - 1),
  use: fc.nat(uses.length - 1),
  correct: fc.constantFrom(0, 0.5, 1, 1),
  minutes: fc.nat(20),
  behind: fc.boolean(),
  trouble: fc.nat(39),
  shift: fc.integer({min: -tenYears, max: tenYears}),
});

const uuid = (number: number) => `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const newPhone = (name: string): Phone => ({
  name,
  seqs: new Map(),
  attempts: new Map(),
  epochs: new Map(),
  clock: Date.UTC(2026, 10, 22),
  tz: 420,
});

function live(steps: readonly Step[]): History {
  const phones = ['D', 'E', 'F'].map((letter) => newPhone(letter.repeat(16)));
  const records: LearningRecord[] = [];
  for (const [index, one] of steps.entries()) {
    const phone = phones[one.phone]!;
    const learner = learners[one.learner]!;
    const stream = `${phone.name}/${learner}`;
    phone.clock += 3_600_000;
    // 0: the clock jumps · 1: a foreign zone · 2: a clone that keeps the name · 3: restored under a new one · 4: a lost record.
    if (one.trouble === 0) phone.clock += one.shift;
    if (one.trouble === 1) phone.tz = [-720, 0, 420, 840][one.major + one.question] ?? 0;
    if (one.trouble === 2) {
      const source = phones[(one.phone + 1) % 3]!;
      phones[one.phone] = {
        ...source,
        seqs: new Map(source.seqs),
        attempts: new Map(source.attempts),
        epochs: new Map(source.epochs),
      };
      continue;
    }
    if (one.trouble === 3) {
      phones[one.phone] = {...newPhone(index.toString(16).toUpperCase().padStart(16, '0'))};
      continue;
    }
    const seq = (phone.seqs.get(stream) ?? 0) + 1;
    phone.seqs.set(stream, seq);
    if (one.trouble === 4) continue;
    const verb = deeds[one.deed]!;
    const lesson = `b${one.lesson}@${one.major}`;
    const question = `b${one.lesson}#q${one.question}@${one.major}`;
    const epoch = Math.min(255, (phone.epochs.get(learner) ?? 0) + (verb === 'restarted' ? 1 : 0));
    phone.epochs.set(learner, epoch);
    const tried = `${learner}/${question}`;
    const attempt = (phone.attempts.get(tried) ?? 0) + 1;
    if (verb === 'answered') phone.attempts.set(tried, attempt);
    const isMilestone = verb === 'completed' && one.question === 1 && one.lesson === 0;
    records.push({
      id: uuid(index),
      v: 1,
      learner,
      device: phone.name,
      course: 'thu',
      seq,
      at: phone.clock,
      tz: phone.tz,
      clock: one.behind ? 'behind' : 'ok',
      epoch,
      courseVersion: `${one.major}.0.0`,
      lang: 'vi',
      verb,
      ...(isMilestone ? {milestone: 'loi@1'} : verb !== 'restarted' && {lesson}),
      use: uses[one.use]!,
      mode: modes[one.mode]!,
      ...(verb === 'answered' && {
        question,
        attempt,
        result: {
          response: 'a',
          simpleResponse: 'a',
          correct: one.correct,
          hinted: false,
          activeMs: 1000,
        },
      }),
      ...(verb === 'retired' && {
        retires: {device: phones[one.lesson]!.name, seq: one.minutes + 1},
      }),
      ...(verb === 'attested' && one.behind && {withdrawn: true as const}),
      ...(one.minutes > 3 && {totals: [one.minutes, 0, 1, 0, 0, one.major] as Totals}),
      // 5: a field, 6: a verb, 7 and 8: a use and a mode of a version that does not exist yet.
      ...(one.trouble === 5 && {mood: 'vui'}),
      ...(one.trouble === 6 && {verb: 'dreamt' as Verb}),
      ...(one.trouble === 7 && {use: 'game' as LearningRecord['use']}),
      ...(one.trouble === 8 && {mode: 'pair' as LearningRecord['mode']}),
    });
  }
  return records;
}

export const histories: fc.Arbitrary<History> = fc
  .array(step, {maxLength: 60, size: 'max'})
  .map(live);
