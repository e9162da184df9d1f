import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {packStanding, unpackStanding} from '../../src/store/reckoning/packed-standing.js';
import {freezeRecord, isUnderstood, readRecord} from '../../src/store/reckoning/record.js';
import {
  below,
  draftOf,
  emptyStanding,
  fold,
  foldInto,
  join,
  type LessonStanding,
  sameStanding,
  type Standing,
  unknownDay,
} from '../../src/store/reckoning/standing.js';
import {StandingMemory} from '../../src/store/reckoning/standing-memory.js';
import {runs} from '../runs.js';
import {histories} from './histories.js';
import {replay} from './naive-replay.js';

const holds = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>) =>
  fc.assert(property, {numRuns: runs});

function same(a: Standing, b: Standing): void {
  expect(sameStanding(a, b)).to.equal(true);
}

/** A history cut in two, with some of it in both parts. */
const packings = fc.tuple(histories, fc.infiniteStream(fc.nat(2))).map(([history, dice]) => {
  const thrown = history.map(() => dice.next().value as number);
  return {
    all: history,
    left: history.filter((_, index) => thrown[index] !== 1),
    right: history.filter((_, index) => thrown[index] !== 2),
    mixed: history
      .flatMap((record, index) => (thrown[index] === 0 ? [record, record] : [record]))
      .sort((a, b) => (thrown[a.seq % 60] ?? 0) - (thrown[b.seq % 60] ?? 0)),
  };
});

describe('what a history of records says', () => {
  it('is what a slow reading of the table says', () => {
    holds(
      fc.property(histories, (history) => {
        expect(fold(history)).to.deep.equal(replay(history));
      }),
    );
  });

  it('is the same whether two packings are folded together or joined afterwards', () => {
    holds(
      fc.property(packings, ({all, left, right}) => {
        same(fold(all), join(fold(left), fold(right)));
        same(fold(all), fold(right, fold(left)));
      }),
    );
  });

  it('does not depend on the order of arrival or on what came twice', () => {
    holds(fc.property(packings, ({all, mixed}) => same(fold(all), fold(mixed))));
  });

  it('joins commutatively, associatively and idempotently', () => {
    holds(
      fc.property(histories, histories, histories, (one, two, three) => {
        const [a, b, c] = [fold(one), fold(two), fold(three)];
        same(join(a, b), join(b, a));
        same(join(join(a, b), c), join(a, join(b, c)));
        same(join(a, a), a);
        same(join(a, emptyStanding), a);
      }),
    );
  });

  it('only grows, so that what was completed stays completed', () => {
    holds(
      fc.property(packings, ({all, left}) => {
        const [less, more] = [fold(left), fold(all)];
        expect(below(less, more)).to.equal(true);
        for (const [key, {reach, run}] of Object.entries(less.lessons)) {
          expect(more.lessons[key]!.reach).to.be.at.least(reach);
          expect(more.lessons[key]!.run).to.be.at.least(run);
        }
      }),
    );
  });

  it('calls a lesson completed at a major only if a record says exactly that', () => {
    holds(
      fc.property(histories, (history) => {
        for (const [key, {reach}] of Object.entries(fold(history).lessons)) {
          const said = history.some(
            (record) =>
              isUnderstood(record) &&
              record.verb === 'completed' &&
              (record.lesson === key || record.milestone === key),
          );
          expect(reach >= 3).to.equal(said);
        }
      }),
    );
  });

  it('changes only days and quarters when every clock is shifted', () => {
    holds(
      fc.property(histories, fc.integer({min: -3650, max: 3650}), (history, days) => {
        const shifted = history.map((record) => ({...record, at: record.at + days * 86_400_000}));
        const timeless = (standing: Standing) => ({
          ...standing,
          totals: undefined,
          lessons: Object.fromEntries(
            Object.entries(standing.lessons).map(([key, {day, ...lesson}]) => [
              key,
              {...lesson, dated: day !== Infinity},
            ]),
          ),
        });
        expect(timeless(fold(shifted))).to.deep.equal(timeless(fold(history)));
      }),
    );
  });

  it('leaves alone the standings it is made from', () => {
    holds(
      fc.property(histories, histories, (one, two) => {
        const [a, b] = [fold(one), fold(two)];
        const before = [structuredClone(a), structuredClone(b)];
        join(a, b);
        fold(two, a);
        const draft = draftOf(a);
        for (const record of two) foldInto(draft, record);
        expect([a, b]).to.deep.equal(before);
        expect(emptyStanding).to.deep.equal(fold([]));
      }),
    );
  });

  it('survives being packed into a row and unpacked again', () => {
    holds(
      fc.property(histories, (history) => {
        const standing = fold(history);
        expect(unpackStanding(packStanding(standing))).to.deep.equal(standing);
      }),
    );
  });

  it('survives being held with those of others, and can be asked for again', () => {
    const memory = new StandingMemory();
    holds(
      fc.property(histories, histories, (one, two) => {
        const standings = [fold(one), fold(two), emptyStanding];
        const held = standings.map((standing) => memory.hold(standing));
        expect(held.map((read) => read())).to.deep.equal(standings);
        expect(held.map((read) => read())).to.deep.equal(standings);
      }),
    );
  });
});

/** Sets of frozen records that once came to something else together than joined, and what they say. */
interface Vector {
  readonly title: string;
  readonly parts: readonly (readonly string[])[];
  /** A day nobody knows is null. */
  readonly standing: Omit<Standing, 'lessons'> & {
    readonly lessons: Record<string, Omit<LessonStanding, 'day'> & {readonly day: number | null}>;
  };
}

describe('the published standings', () => {
  it('are what their records say, together and joined, each record as it was written', async () => {
    const answer = await fetch(new URL('../vectors/standings.json', import.meta.url));
    for (const {title, parts, standing} of (await answer.json()) as readonly Vector[]) {
      const lessons = Object.entries(standing.lessons).map(
        ([key, lesson]) => [key, {...lesson, day: lesson.day ?? unknownDay}] as const,
      );
      const said: Standing = {...standing, lessons: Object.fromEntries(lessons)};
      const read = parts.map((part) => part.map((text) => readRecord(text)!));
      expect(read.map((part) => part.map(freezeRecord))).to.deep.equal(parts);
      expect(fold(read.flat()), title).to.deep.equal(said);
      expect(replay(read.flat()), title).to.deep.equal(said);
      expect(
        read.map((part) => fold(part)).reduce((one, other) => join(other, one)),
        title,
      ).to.deep.equal(said);
    }
  });
});

describe('a row nobody can read', () => {
  it('is told apart from a standing, whatever its bytes', () => {
    holds(
      fc.property(fc.uint8Array({maxLength: 80}), (bytes) => {
        expect(unpackStanding(bytes)).to.equal(undefined);
      }),
    );
    const newer = new TextEncoder().encode('{"v":2,"l":[],"q":[],"t":{},"c":{},"a":{},"r":{}}');
    expect(unpackStanding(newer)).to.equal(undefined);
  });
});

describe('a frozen record', () => {
  it('reads back as it was written, with fields of versions to come', () => {
    holds(
      fc.property(histories, (history) => {
        for (const record of history) {
          expect(readRecord(freezeRecord(record))).to.deep.equal(record);
        }
      }),
    );
  });

  it('is refused, never half-read, when a field is not what it has to be', () => {
    holds(
      fc.property(
        histories.filter((history) => history.length > 0),
        fc.constantFrom('id', 'v', 'learner', 'device', 'course', 'seq', 'at', 'tz', 'clock'),
        fc.constantFrom(null, '', -1, 1e300, {}, [], true, '__proto__', '<b>'),
        ([record], field, value) => {
          const text = freezeRecord({...record!, [field]: value});
          const read = readRecord(text);
          const lawful = (field === 'tz' && value === -1) || (field === 'at' && value === -1);
          expect(read !== undefined).to.equal(lawful);
        },
      ),
    );
  });

  it('is refused when it is not a record at all', () => {
    holds(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(readRecord(text)).to.equal(undefined);
      }),
    );
  });

  it('cannot smuggle in a name that means something to JavaScript', () => {
    holds(
      fc.property(
        histories.filter((history) => history.length > 0),
        ([record]) => {
          const text = freezeRecord({...record!, lesson: '__proto__'});
          expect(readRecord(text)).to.equal(undefined);
        },
      ),
    );
  });
});
