import type {LearningRecord} from '../../src/store/reckoning/record.js';
import type {Reach, Standing} from '../../src/store/reckoning/standing.js';

// The table of data.md §4 read line by line, from sets of records, without the code it checks:
// slow, and no line knows another.

const knownVerbs = [
  'opened answered completed practised assisted',
  'attended attested retired restarted voided',
]
  .join(' ')
  .split(' ');
const knownUses = 'lesson review pre post session'.split(' ');
const knownModes = 'self group proxy'.split(' ');
const knownFields = [
  'id v learner device course seq at tz clock epoch courseVersion lang verb lesson question',
  'milestone attempt use mode session result rule basis totals retires withdrawn',
]
  .join(' ')
  .split(' ');

const dayOf = ({at, tz}: LearningRecord) => {
  const wall = new Date(at + tz * 60_000);
  const midnight = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate());
  return Math.round((midnight - Date.UTC(2020, 0, 1)) / 86_400_000);
};

const quarterOf = ({at, tz}: LearningRecord) => {
  const wall = new Date(at + tz * 60_000);
  return (wall.getUTCFullYear() - 2020) * 4 + Math.trunc(wall.getUTCMonth() / 3);
};

const streamOf = ({device, learner, course}: LearningRecord) => [device, learner, course].join('/');
const unique = <T>(values: readonly T[]) => [...new Set(values)];
const largest = (values: readonly number[]) => values.reduce((a, b) => (a > b ? a : b), -1);
const byKey = <T>(keys: readonly string[], value: (key: string) => T) =>
  Object.fromEntries(unique(keys).map((key) => [key, value(key)]));

function rangesOf(numbers: readonly number[]): [number, number][] {
  const seen = new Set(numbers);
  const starts = unique(numbers).filter((number) => !seen.has(number - 1));
  return starts
    .sort((a, b) => a - b)
    .map((start) => {
      let end = start;
      while (seen.has(end + 1)) end += 1;
      return [start, end];
    });
}

const reachOf = (record: LearningRecord) => {
  if (record.verb === 'opened') return 1;
  if (record.verb === 'answered') return 2;
  if (record.verb !== 'completed') return 0;
  return {proxy: 3, group: 4, self: 5}[record.mode];
};

/** What any set of records says, in the shape of a standing. */
export function replay(records: readonly LearningRecord[]): Standing {
  const understood = records.filter(
    ({verb, v, use, mode}) =>
      v === 1 && knownVerbs.includes(verb) && knownUses.includes(use) && knownModes.includes(mode),
  );
  const answers = understood.filter(({verb, question}) => verb === 'answered' && question);
  const completions = understood.filter(({verb}) => verb === 'completed');
  const touching = understood.filter(({verb}) =>
    ['opened', 'answered', 'completed', 'practised'].includes(verb),
  );
  const about = (key: string) =>
    touching.filter(
      ({lesson, milestone, verb}) => lesson === key || (verb === 'completed' && milestone === key),
    );

  const lessonKeys = touching.flatMap(({lesson, milestone, verb}) => [
    ...(lesson ? [lesson] : []),
    ...(milestone && verb === 'completed' ? [milestone] : []),
  ]);
  const lessons = byKey(lessonKeys, (key) => {
    const here = about(key);
    const done = here.filter((record) => completions.includes(record));
    const days = done.filter(({clock}) => clock === 'ok').map(dayOf);
    return {
      reach: Math.max(0, largest(here.map(reachOf))) as Reach,
      day: days.length === 0 ? Infinity : Math.min(...days),
      run: largest(done.map(({epoch}) => epoch)),
      practised: here.some(({verb}) => verb === 'practised'),
    };
  });

  const says = ({use, attempt, result}: LearningRecord) =>
    result?.correct === 1 || (use === 'lesson' && attempt !== undefined);
  const questions = byKey(
    answers.filter(says).map(({question}) => question!),
    (key) => {
      const here = answers.filter(({question}) => question === key);
      const learning = here.filter(({use}) => use === 'lesson');
      const first = learning.filter(({attempt, result}) => attempt === 1 && result);
      return {
        firstRight: first.some(({result}) => result!.correct === 1),
        firstWrong: first.some(({result}) => result!.correct < 1),
        right: here.some(({result}) => result?.correct === 1),
        tries: Math.max(0, largest(learning.map(({attempt}) => Math.min(attempt ?? 0, 7)))),
      };
    },
  );

  const totalled = understood.filter(({totals}) => totals);
  const totals = byKey(
    totalled.map((record) => `${streamOf(record)}|${quarterOf(record)}`),
    (key) => {
      const [last] = totalled
        .filter((record) => `${streamOf(record)}|${quarterOf(record)}` === key)
        .sort((a, b) => {
          if (a.seq !== b.seq) return b.seq - a.seq;
          const place = a.totals!.findIndex((value, index) => value !== b.totals![index]);
          return place < 0 ? 0 : b.totals![place]! - a.totals![place]!;
        });
      return [last!.seq, last!.totals!] as const;
    },
  );

  const attesting = understood.filter(({verb, lesson}) => verb === 'attested' && lesson);
  const attested = byKey(
    attesting.map((record) => `${streamOf(record)}|${record.lesson!}`),
    (key) => {
      const here = attesting.filter((record) => `${streamOf(record)}|${record.lesson!}` === key);
      const seq = largest(here.map((record) => record.seq));
      return [seq, here.some((record) => record.seq === seq && !record.withdrawn)] as const;
    },
  );

  const retiring = understood.filter(({verb, retires}) => verb === 'retired' && retires);
  const isNewer = (record: LearningRecord) =>
    !understood.includes(record) || Object.keys(record).some((name) => !knownFields.includes(name));
  return {
    lessons,
    questions,
    epoch: Math.max(0, largest(understood.map(({epoch}) => epoch))),
    totals,
    covered: byKey(records.map(streamOf), (stream) =>
      rangesOf(records.filter((record) => streamOf(record) === stream).map(({seq}) => seq)),
    ),
    attested,
    retired: byKey(
      retiring.map(({retires}) => retires!.device),
      (device) =>
        largest(
          retiring
            .filter(({retires}) => retires!.device === device)
            .map(({retires}) => retires!.seq),
        ),
    ),
    newer: records.some(isNewer),
  };
}

const numbersIn = (ranges: readonly (readonly [number, number])[] = []) =>
  ranges.flatMap(([from, to]) => Array.from({length: to - from + 1}, (_, at) => from + at));

const keysOf = (...parts: readonly object[]) => unique(parts.flatMap((part) => Object.keys(part)));

/** What several replays, or codes that say less, come to together: the columns of data.md §4, one after the other. */
export function naiveJoin(all: readonly Standing[]): Standing {
  const under = <K extends keyof Standing>(name: K, key: string) =>
    all.flatMap((one): Standing[K][keyof Standing[K]][] => {
      const found = (one[name] as Record<string, never>)[key];
      return found === undefined ? [] : [found];
    });
  return {
    lessons: byKey(keysOf(...all.map(({lessons}) => lessons)), (key) => {
      const here = under('lessons', key);
      return {
        reach: largest(here.map(({reach}) => reach)) as Reach,
        day: Math.min(...here.map(({day}) => day)),
        run: largest(here.map(({run}) => run)),
        practised: here.some(({practised}) => practised),
      };
    }),
    questions: byKey(keysOf(...all.map(({questions}) => questions)), (key) => {
      const here = under('questions', key);
      return {
        firstRight: here.some(({firstRight}) => firstRight),
        firstWrong: here.some(({firstWrong}) => firstWrong),
        right: here.some(({right}) => right),
        tries: largest(here.map(({tries}) => tries)),
      };
    }),
    epoch: Math.max(0, largest(all.map(({epoch}) => epoch))),
    totals: byKey(keysOf(...all.map(({totals}) => totals)), (key) =>
      under('totals', key).reduce((a, b) => {
        if (a[0] !== b[0]) return a[0] > b[0] ? a : b;
        const at = a[1].findIndex((value, index) => value !== b[1][index]);
        return at < 0 || a[1][at]! > b[1][at]! ? a : b;
      }),
    ),
    covered: byKey(keysOf(...all.map(({covered}) => covered)), (stream) =>
      rangesOf(unique(under('covered', stream).flatMap(numbersIn))),
    ),
    attested: byKey(keysOf(...all.map(({attested}) => attested)), (key) => {
      const here = under('attested', key);
      const seq = largest(here.map(([at]) => at));
      return [seq, here.some(([at, isGiven]) => at === seq && isGiven)] as const;
    }),
    retired: byKey(keysOf(...all.map(({retired}) => retired)), (device) =>
      largest(under('retired', device)),
    ),
    newer: all.some(({newer}) => newer),
  };
}
