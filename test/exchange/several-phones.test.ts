import fc from 'fast-check';
import {runs} from '../runs.js';
import {type Classroom, classroom, stores} from '../store/classroom.js';
import {type Deed, deeds, Indistinguishable, SeveralPhones} from './several-phones.js';

const {open, clear} = stores();

const deed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(...deeds),
  where: fc.nat(11),
  who: fc.nat(5),
  how: fc.nat(59),
});

const histories = fc.record({
  phones: fc.integer({min: 2, max: 3}),
  given: fc.array(deed, {minLength: 10, maxLength: 40, size: 'max'}),
});

async function play(room: Classroom, {phones, given}: {phones: number; given: readonly Deed[]}) {
  try {
    const all = await SeveralPhones.at(room, open, phones);
    for (const one of given) await all.play(one);
    await all.end();
  } catch (error) {
    if (!(error instanceof Indistinguishable)) throw error;
  } finally {
    await clear();
  }
}

/** Rows of deeds after which something was once wrong, each with what must be right. */
type Vector = readonly [says: string, phones: number, ...deeds: readonly string[]];

/** A deed as a vector has it: `answer 0 1 7`. */
const deedOf = (text: string): Deed => {
  const [, what, ...numbers] = /^(\D+) (\d+) (\d+) (\d+)$/.exec(text) ?? [];
  const [where = 0, who = 0, how = 0] = numbers.map(Number);
  return {what: what as Deed['what'], where, who, how};
};

describe('several phones and a trainer', function () {
  this.timeout(Math.max(120_000, runs * 2000));
  let room: Classroom;

  before(async () => {
    room = await classroom();
  });

  it('lose nothing and invent nothing where they once did', async () => {
    const vectors = (await (
      await fetch('/test/vectors/several-phones.json')
    ).json()) as readonly Vector[];
    for (const [, phones, ...given] of vectors) {
      await play(room, {phones, given: given.map(deedOf)});
    }
  });

  it('show of everybody what was handed over, whatever is done with the phones', async () => {
    const property = fc.asyncProperty(histories, (history) => play(room, history));
    await fc.assert(property, {numRuns: Math.ceil(runs / 25)});
  });
});
