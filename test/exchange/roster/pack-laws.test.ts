import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {claimCodeOf} from '../../../src/exchange/claim-code.js';
import {receive} from '../../../src/exchange/receive.js';
import {type PackFile, packOf} from '../../../src/exchange/roster/pack-file.js';
import {admitPack, packName, takePack} from '../../../src/exchange/roster/pack-intake.js';
import {withCheck} from '../../../src/store/reckoning/member-code.js';
import type {Member, Unit} from '../../../src/store/roster-contract.js';
import type {Store} from '../../../src/store/store.js';
import {runs} from '../../runs.js';
import {newName, stores} from '../../store/classroom.js';
import {finishedCodeOf} from '../finished-code.js';
import {sampleCourse} from '../sample-course.js';

const {open, clear} = stores();
const course = sampleCourse({lessons: 2, questions: 4});
const courses = [course];
const today = 2517;
const now = () => 1_795_000_000_000;
const codeOf = (at: number) => withCheck(`K${String(at).padStart(5, '0')}`);
const learnerOf = (at: number) => String(at).padStart(16, '0');
/** Who had learned under a key of their own before they were invited. */
const formerOf = (at: number) => String(at).padStart(16, 'F');

/** Two packs of a commune of three people: the later one has another name, somebody taken out, and more progress. */
async function packsOf(commune: number): Promise<readonly PackFile[]> {
  const store = open({name: newName(), now});
  const [roster, exchange] = await Promise.all([store.roster(), store.exchange()]);
  const [top, team] = [`XA000${commune}`, `T1000${commune}`] as const;
  const units: readonly Unit[] = [
    {id: top, level: 'commune', names: [{name: `Xã ${commune}`}]},
    {id: team, parent: top, level: 'team', names: [{name: 'Tổ 1'}]},
  ];
  const people = [0, 1, 2].map((n): Member => ({
    code: codeOf(commune * 10 + n),
    name: `Nguyễn Thị ${n}`,
    posts: [{unit: team, role: 'member'}],
  }));
  const pack = async (named: boolean, on: number) =>
    packOf(await roster.read(), await roster.registers(), await exchange.packetsOf(), {
      unit: top,
      named,
      on,
      by: await exchange.device(),
    }).pack;
  await roster.change({
    units: new Map(units.map((unit) => [unit.id, unit])),
    members: new Map(people.map((member) => [member.code, member])),
    links: people.map(({code}, n) => ({
      member: code,
      learner: learnerOf(commune * 10 + n),
      on: true,
    })),
  });
  await receive(store, finishedCodeOf(course, {learner: learnerOf(commune * 10)}), {courses});
  const early = await pack(false, today);
  await roster.change({
    members: new Map([
      [people[0]!.code, {...people[0]!, name: 'Trần Thị Mới'}],
      [people[2]!.code, undefined],
    ]),
    links: [{member: people[1]!.code, learner: learnerOf(commune * 10 + 2), on: true}],
  });
  await receive(store, finishedCodeOf(course, {learner: learnerOf(commune * 10 + 1)}), {courses});
  return [early, await pack(true, today + 1)];
}

/** What people sent by themselves: progress that is in a pack as well, and claims with the progress of who makes them. */
const sent = [
  finishedCodeOf(course, {learner: learnerOf(10)}),
  finishedCodeOf(course, {learner: learnerOf(11)}),
  ...[10, 12, 20].map((at) => {
    const code = finishedCodeOf(course, {learner: formerOf(at)});
    return `${code}\n${claimCodeOf({learner: formerOf(at), invited: learnerOf(at)})}`;
  }),
];

/** So many of them are in a pack as well. */
const inPacks = 2;

/** Everything a screen can see of a store. */
async function seen(store: Store) {
  const received = await store.received(course.id);
  return {
    ...(await (await store.roster()).read()),
    learners: received
      .map(({learner, name, invited, standing}) => ({learner, name, invited, standing}))
      .sort((one, other) => (one.learner < other.learner ? -1 : 1)),
  };
}

const deed = fc.record({
  what: fc.constantFrom('take', 'take', 'back', 'again', 'receive', 'receive', 'undo'),
  which: fc.nat(4),
});

describe('a province, whatever is done with packs and codes', function () {
  this.timeout(Math.max(60_000, runs * 100));
  let packs: readonly PackFile[];

  before(async () => {
    packs = (await Promise.all([1, 2].map(packsOf))).flat();
  });
  afterEach(clear);

  it('sees what one sees that was only ever given what counts in the end, in another order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, {minLength: 3, maxLength: 9}), async (deeds) => {
        const store = open({name: newName(), now});
        const exchange = await store.exchange();
        const taken = new Map<number, boolean>();
        const came = new Map<number, boolean>();
        for (const {what, which} of deeds) {
          const nth = which % packs.length;
          const pack = packs[nth]!;
          const name = await packName(pack);
          if (what === 'take') {
            await takePack(store, pack, {courses});
            taken.set(nth, taken.get(nth) ?? true);
          } else if (what === 'receive') {
            await receive(store, sent[which], {courses, batch: `sent ${which}`});
            came.set(which, came.get(which) ?? true);
          } else if (what === 'undo') {
            // What came by itself and was undone stays out, also when a pack brings it (docs/decisions/0015).
            if (which < inPacks) continue;
            await exchange.admitImport(`sent ${which}`, false);
            if (came.has(which)) came.set(which, false);
          } else if (taken.has(nth)) {
            await admitPack(store, name, what === 'again');
            taken.set(nth, what === 'again');
          }
        }
        // One that never heard of what counts no longer, but for people who stay, with nothing.
        const other = open({name: newName(), now});
        for (const [which, counts] of [...came].reverse()) {
          await receive(other, sent[which], {courses, batch: `sent ${which}`});
          if (!counts) await (await other.exchange()).admitImport(`sent ${which}`, false);
        }
        for (const [nth, counts] of [...taken].reverse()) {
          if (counts) await takePack(other, packs[nth]!, {courses});
        }
        expect(await seen(store)).to.deep.equal(await seen(other));
        await Promise.all([store, other].map((one) => one.close()));
      }),
      {numRuns: runs / 50},
    );
  });
});
