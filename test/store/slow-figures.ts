// What a report and a question's figures are, reckoned from the records one by one, without anything of src/: slow,
// and read off the words of the formats.

export interface SlowRecord {
  readonly id: string;
  readonly device: string;
  readonly seq: number;
  readonly at: number;
  readonly tz: number;
  readonly clock: string;
  readonly verb: string;
  readonly lesson?: string;
  readonly milestone?: string;
  readonly question?: string;
  readonly attempt?: number;
  readonly use: string;
  readonly mode: string;
  readonly result?: {readonly correct: number; readonly simpleResponse: string};
}

export interface SlowPacket {
  readonly device: string;
  readonly madeOn: number;
  readonly receivedOn: number;
  readonly slots: number;
  readonly admitted: boolean;
}

export interface SlowPerson {
  readonly records: readonly SlowRecord[];
  readonly packets: readonly SlowPacket[];
}

export interface SlowCourse {
  readonly builtOn: number;
  readonly lessons: readonly {
    readonly id: string;
    readonly questions: readonly {readonly key: string}[];
  }[];
  readonly milestone: {readonly id: string; readonly slot: number};
}

const dayOf = ({at, tz}: SlowRecord): number => {
  const wall = new Date(at + tz * 60_000);
  const midnight = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate());
  return Math.round((midnight - Date.UTC(2020, 0, 1)) / 86_400_000);
};

const idOf = (name: string) => name.split('@')[0]!;
const majorOf = (name: string) => Number(name.split('@')[1]);
const countsAsLearned = ({mode}: SlowRecord) => mode === 'self' || mode === 'group';

/** Completions of a lesson or milestone that were learned, at its lowest major that was. */
function firstCompletions(person: SlowPerson, id: string): SlowRecord[] {
  const all = person.records.filter(
    (one) =>
      one.verb === 'completed' &&
      countsAsLearned(one) &&
      [one.lesson, one.milestone].some((name) => name !== undefined && idOf(name) === id),
  );
  const nameIn = (one: SlowRecord) =>
    [one.lesson, one.milestone].find((name) => name !== undefined && idOf(name) === id)!;
  const lowest = Math.min(...all.map((one) => majorOf(nameIn(one))));
  // A day that is known of the same lesson in any way is known: also of what somebody else entered.
  if (all.length === 0) return [];
  return person.records.filter(
    (one) => one.verb === 'completed' && [one.lesson, one.milestone].includes(`${id}@${lowest}`),
  );
}

function completionDay(person: SlowPerson, id: string, today: number): number | 'no day' | 'not' {
  const first = firstCompletions(person, id);
  if (first.length === 0) return 'not';
  const days = first.filter(({clock}) => clock === 'ok').map(dayOf);
  const day = days.length === 0 ? Infinity : Math.min(...days);
  return day >= 0 && day <= today ? day : 'no day';
}

/** Whether "not done" may be said of somebody, seen from a day. */
function isFresh(person: SlowPerson, course: SlowCourse, slot: number, seenFrom: number): boolean {
  const counting = person.packets.filter(({admitted}) => admitted);
  if (counting.length === 0) return false;
  for (const device of new Set(counting.map((one) => one.device))) {
    const numbers = person.records.filter((one) => one.device === device).map(({seq}) => seq);
    for (let seq = 1; seq <= Math.max(0, ...numbers); seq++)
      if (!numbers.includes(seq)) return false;
    const packets = counting.filter((one) => one.device === device);
    const days = packets.map(({madeOn, receivedOn}) =>
      madeOn < course.builtOn ? -Infinity : Math.min(madeOn, receivedOn),
    );
    const newest = Math.max(...days);
    if (seenFrom - newest > 30) return false;
    const last = packets
      .filter((_, index) => days[index] === newest)
      .reduce((one, other) => (other.receivedOn >= one.receivedOn ? other : one));
    if (last.slots <= slot) return false;
  }
  return true;
}

export function slowReport(
  course: SlowCourse,
  people: readonly SlowPerson[],
  from: number,
  until: number,
  today: number,
) {
  const {id, slot} = course.milestone;
  const report = {
    people: people.length,
    heard: 0,
    done: 0,
    notDone: 0,
    unknown: 0,
    lessons: 0,
    lessonsNoDay: 0,
    byProxy: 0,
    oldest: undefined as number | undefined,
  };
  for (const person of people) {
    const counting = person.packets.filter(({admitted}) => admitted);
    if (counting.length > 0) report.heard += 1;
    const days = counting
      .filter(({madeOn}) => madeOn >= course.builtOn)
      .map(({madeOn, receivedOn}) => Math.min(madeOn, receivedOn));
    if (days.length > 0) {
      const newest = Math.max(...days);
      if (report.oldest === undefined || newest < report.oldest) report.oldest = newest;
    }

    const core = completionDay(person, id, today);
    if (core === 'not') {
      if (isFresh(person, course, slot, Math.min(today, until - 1))) report.notDone += 1;
      else report.unknown += 1;
    } else if (until > today) report.done += 1;
    else if (core === 'no day') report.unknown += 1;
    else if (core < until) report.done += 1;
    else report.notDone += 1;

    for (const lesson of course.lessons) {
      const day = completionDay(person, lesson.id, today);
      if (day === 'no day') report.lessonsNoDay += 1;
      else if (day !== 'not') report.lessons += day >= from && day < until ? 1 : 0;
      else if (
        person.records.some(
          (one) =>
            one.verb === 'completed' &&
            one.mode === 'proxy' &&
            one.lesson !== undefined &&
            idOf(one.lesson) === lesson.id,
        )
      ) {
        report.byProxy += 1;
      }
    }
  }
  return report;
}

/** How the first answer of a person to a question was. */
function firstAnswer(person: SlowPerson, key: string): 'right' | 'wrong' | 'both' | 'unknown' {
  const firsts = person.records.filter(
    (one) =>
      one.verb === 'answered' &&
      one.use === 'lesson' &&
      one.question === key &&
      one.attempt === 1 &&
      one.result,
  );
  const right = firsts.some(({result}) => result!.correct === 1);
  const wrong = firsts.some(({result}) => result!.correct < 1);
  if (right && wrong) return 'both';
  return right ? 'right' : wrong ? 'wrong' : 'unknown';
}

export function slowItems(course: SlowCourse, people: readonly SlowPerson[]) {
  const keys = course.lessons.flatMap(({questions}) => questions.map(({key}) => key));
  return keys.map((key) => {
    const known = people.filter((one) => ['right', 'wrong'].includes(firstAnswer(one, key)));
    const right = known.filter((one) => firstAnswer(one, key) === 'right').length;
    const texts: string[] = [];
    let seen = 0;
    for (const person of known) {
      const answers = person.records.filter(
        (one) =>
          one.verb === 'answered' &&
          one.use === 'lesson' &&
          one.question === key &&
          one.attempt === 1,
      );
      const said = [...new Set(answers.map(({result}) => result?.simpleResponse))];
      if (said.length !== 1) continue;
      seen += 1;
      if (firstAnswer(person, key) === 'wrong') texts.push(said[0]!);
    }
    const pairs = known.flatMap((person): [number, number][] => {
      const others = keys.filter(
        (other) => other !== key && ['right', 'wrong'].includes(firstAnswer(person, other)),
      );
      if (others.length < 5) return [];
      const good = others.filter((other) => firstAnswer(person, other) === 'right').length;
      return [[firstAnswer(person, key) === 'right' ? 1 : 0, good / others.length]];
    });
    return {
      key,
      people: known.length,
      right,
      ambiguous: people.filter((one) => firstAnswer(one, key) === 'both').length,
      stuck: people.filter((person) => {
        const here = person.records.filter(
          (one) => one.verb === 'answered' && one.question === key,
        );
        const tries = here.filter(({use}) => use === 'lesson').map(({attempt}) => attempt ?? 0);
        return Math.max(0, ...tries) >= 3 && !here.some(({result}) => result?.correct === 1);
      }).length,
      seen,
      wrong: Object.fromEntries(
        [...new Set(texts)].map((text) => [text, texts.filter((one) => one === text).length]),
      ),
      correlation: pairs.length < 40 ? undefined : correlation(pairs),
    };
  });
}

/** By the textbook's other formula. */
function correlation(pairs: readonly (readonly [number, number])[]): number | undefined {
  const n = pairs.length;
  const sum = (value: (pair: readonly [number, number]) => number) =>
    pairs.reduce((total, pair) => total + value(pair), 0);
  const across = n * sum(([x]) => x * x) - sum(([x]) => x) ** 2;
  const down = n * sum(([, y]) => y * y) - sum(([, y]) => y) ** 2;
  if (across < 1e-9 || down < 1e-9) return undefined;
  return (
    (n * sum(([x, y]) => x * y) - sum(([x]) => x) * sum(([, y]) => y)) / Math.sqrt(across * down)
  );
}

/** Half the width of an interval found by trying every share, for comparing with Wilson's. */
export function slowInterval(right: number, people: number): readonly [number, number] {
  const z = 1.959963984540054;
  const fits = (share: number) =>
    Math.abs(right / people - share) <= z * Math.sqrt((share * (1 - share)) / people) + 1e-12;
  const steps = 100_000;
  let [low, high] = [1, 0];
  for (let step = 0; step <= steps; step++) {
    const share = step / steps;
    if (!fits(share)) continue;
    low = Math.min(low, share);
    high = Math.max(high, share);
  }
  return [low, high];
}
