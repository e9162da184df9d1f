// A second opinion on every figure of the matrix, slow and plain. Imports nothing: what it is compared with must not help it.

interface Post {
  unit: string;
  role: string;
  from?: number;
  until?: number;
}

/** A province as it was made up: who is where, and what their phones wrote and sent. */
export interface Province {
  today: number;
  lessons: {
    id: string;
    module: string;
    core: boolean;
    major: number;
    slot: number;
    questions: string[];
  }[];
  units: {id: string; parent?: string}[];
  members: {code: string; name: string; posts: Post[]; learners: string[]}[];
  learners: string[];
  sent: Sent[];
}

/** What one phone sent at one time: some of its records, and what it says of itself. */
export interface Sent {
  learner: string;
  device: string;
  admitted: boolean;
  madeOn: number;
  firstReceivedOn: number;
  slots: number;
  through: number;
  beyond: number;
  records: {
    seq: number;
    verb: string;
    lesson: string;
    major: number;
    question?: string;
    right?: boolean;
    mode: string;
    day: number;
    clockOk: boolean;
  }[];
}

export interface Row {
  who: string;
  unit: string;
  /** Per lesson: `done 2510`, `not-done`, … */
  cells: string[];
  /** Per lesson: 0 done, 1 not done, 2 unknown. */
  parts: number[];
  fresh: boolean;
  dataDay: number | undefined;
}

const postToday = (posts: Post[], today: number) => {
  const held = posts.filter(
    ({from, until}) =>
      (from === undefined || from <= today) && (until === undefined || today < until),
  );
  return held[held.length - 1];
};

const heardOn = ({madeOn, firstReceivedOn}: Sent) =>
  madeOn < firstReceivedOn ? madeOn : firstReceivedOn;

function rowOf(province: Province, who: string, unit: string, learners: string[]): Row {
  const {today, lessons} = province;
  const sent = province.sent.filter((one) => learners.includes(one.learner) && one.admitted);
  const records = sent.flatMap((one) => one.records);

  let fresh = sent.length > 0;
  let slots = Infinity;
  let dataDay: number | undefined;
  for (const one of sent) {
    const day = heardOn(one);
    if (dataDay === undefined || day > dataDay) dataDay = day;
  }
  const phones = new Set(sent.map((one) => `${one.device} of ${one.learner}`));
  for (const phone of phones) {
    const own = sent.filter((one) => `${one.device} of ${one.learner}` === phone);
    const newest = Math.max(...own.map(heardOn));
    if (today - newest > 30) fresh = false;
    // Of two sent on one day the later counts; both knew the same lessons.
    slots = Math.min(
      slots,
      ...own.filter((one) => heardOn(one) === newest).map((one) => one.slots),
    );
    const had = new Set(own.flatMap((one) => one.records.map(({seq}) => seq)));
    for (const one of own) for (let seq = 1; seq <= one.through; seq++) had.add(seq);
    let whole = 0;
    while (had.has(whole + 1)) whole++;
    if ([...had].some((seq) => seq > whole)) fresh = false;
    if (own.some((one) => one.beyond > 0 && one.through >= whole)) fresh = false;
  }

  const cells: string[] = [];
  const parts: number[] = [];
  for (const lesson of lessons) {
    const about = records.filter((record) => record.lesson === lesson.id);
    const finished = about.filter(({verb, mode}) => verb === 'completed' && mode !== 'proxy');
    const known = fresh && lesson.slot < slots;
    if (finished.length > 0) {
      const major = Math.max(...finished.map((record) => record.major));
      const days = about
        .filter((record) => record.verb === 'completed' && record.major === major && record.clockOk)
        .map(({day}) => day);
      const word = major < lesson.major ? 'done-before' : 'done';
      cells.push(days.length > 0 ? `${word} ${Math.min(...days)}` : word);
      parts.push(0);
      continue;
    }
    const right = (question: string) =>
      about.some(
        (record) => record.question === question && record.major === lesson.major && record.right,
      );
    const allRight = lesson.questions.length > 0 && lesson.questions.every(right);
    const touched = about.some((record) => record.major === lesson.major);
    cells.push(allRight ? 'all-right' : !known ? 'unknown' : touched ? 'started' : 'not-done');
    parts.push(known ? 1 : 2);
  }
  return {who, unit, cells, parts, fresh, dataDay};
}

/** Everybody's row: members of today, then learners who belong to nobody. */
export function naiveRows(province: Province): Row[] {
  const {today, units, members, learners, sent} = province;
  const rows: Row[] = [];
  const taken = new Set<string>();
  for (const {code, posts, learners: own} of members) {
    for (const learner of own) taken.add(learner);
    const post = postToday(posts, today);
    if (!post) continue;
    const unit = units.some(({id}) => id === post.unit) ? post.unit : 'no unit';
    rows.push(rowOf(province, code, unit, own));
  }
  for (const learner of learners) {
    if (taken.has(learner) || !sent.some((one) => one.learner === learner)) continue;
    rows.push(rowOf(province, learner, 'not linked', [learner]));
  }
  return rows;
}

/** Done, not done and unknown of all lessons for a unit with everything below it; of everybody without one. */
export function naiveTotals({units}: Province, rows: Row[], unit?: string): number[][] {
  const isBelow = (id: string): boolean => {
    if (id === unit) return true;
    const parent = units.find((one) => one.id === id)?.parent;
    return parent !== undefined && isBelow(parent);
  };
  const own = rows.filter((row) => unit === undefined || isBelow(row.unit));
  return (own[0] ?? rows[0])!.cells.map((_, lesson) =>
    [0, 1, 2].map((part) => own.filter((row) => row.parts[lesson] === part).length),
  );
}
