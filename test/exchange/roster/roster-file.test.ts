import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {BackupPart, EntryFlaw} from '../../../src/exchange/roster/left-out.js';
import {
  type OpenedRoster,
  openedRoster,
  type RosterFile,
  sealedRoster,
} from '../../../src/exchange/roster/roster-file.js';
import {deflate} from '../../../src/exchange/deflate.js';
import {seal} from '../../../src/store/sealing.js';

const words = 'bốn từ không liên quan';

const kept: RosterFile = {
  registers: {
    units: new Map([
      [
        'XA0001',
        {
          value: {
            id: 'XA0001',
            level: 'commune',
            names: [{name: 'Xã Lũng Táo'}, {name: 'Xã Lũng Cú', from: 2008}],
          },
          counter: 2,
          by: 'D',
        },
      ],
      ['TO0001', {counter: 3, by: 'D'}],
    ]),
    members: new Map([
      [
        'KAAAAA0',
        {
          value: {
            code: 'KAAAAA0',
            name: 'Lù Thị Mỷ',
            posts: [{unit: 'XA0001', role: 'head', from: 5}],
            birthYear: 1971,
          },
          counter: 1,
          by: 'D',
        },
      ],
    ]),
    links: [
      {member: 'KAAAAA0', learner: 'A'.repeat(16), register: {value: true, counter: 1, by: 'D'}},
    ],
  },
  names: new Map([['A'.repeat(16), 'chị Mỷ']]),
  progress: 'KNSF1.0.00000000\n',
  receivedAt: new Map([['0'.repeat(32), 1_700_000_000_000]]),
  assignments: [
    {
      course: 'a821b36c',
      assignment: {
        member: 'KAAAAA0',
        lessons: ['b01'],
        until: 2520,
        madeOn: 2510,
        outcome: 'Gửi mã',
      },
      register: {value: true, counter: 1, by: 'D'},
    },
  ],
  papers: [
    {
      course: 'a821b36c',
      period: '2026Q4',
      name: 'XA0001',
      register: {
        value: {figures: {kn1: 4}, difficulties: 'Mạng yếu', revision: 2},
        counter: 3,
        by: 'D',
      },
    },
    {course: 'a821b36c', period: '2026H2', name: '#KNSBC1;…', register: {counter: 2, by: 'D'}},
  ],
  evenings: new Map([
    [
      'E1',
      {
        value: {
          id: 'E1',
          course: 'so-tay',
          day: 2517,
          begins: 1140,
          minutes: 60,
          place: 'Nhà văn hóa',
          lessons: ['b01'],
          present: {counted: 12},
          note: '',
          held: true,
        },
        counter: 1,
        by: 'D',
      },
    ],
  ]),
};

/** What is read of a file of this library around any content. */
async function openedContent(content: unknown) {
  const text = new TextEncoder().encode(JSON.stringify(content));
  const deflated = deflate(text);
  const bytes = new Uint8Array(4 + deflated.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(deflated, 4);
  return openedRoster((await seal(bytes, words))!, words);
}

describe('the backup of a trainer', () => {
  it('opens with its words, however a keyboard composes them, and with no others', async () => {
    const file = (await sealedRoster(kept, words)) as Uint8Array;
    expect(await openedRoster(file, words.normalize('NFD'))).to.deep.equal({...kept, leftOut: []});
    expect(await openedRoster(file, 'bon tu khong lien quan')).to.equal('wrong-words');
  });

  it('shows nobody’s name to who has no words', async () => {
    const file = (await sealedRoster(kept, words)) as Uint8Array;
    const text = new TextDecoder('latin1').decode(file);
    for (const name of ['Lù', 'Lũng', 'KAAAAA0', 'XA0001']) {
      expect(text).not.to.contain(new TextDecoder('latin1').decode(new TextEncoder().encode(name)));
    }
  });

  it('does not open when a byte of it was changed, wherever', async () => {
    const file = (await sealedRoster(kept, words)) as Uint8Array;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(file.length - 1),
        fc.integer({min: 1, max: 255}),
        async (at, bits) => {
          // In front of what was computed, the number of rounds: a large one would only take long.
          fc.pre(at < 5 || at > 8);
          const damaged = file.slice();
          damaged[at]! ^= bits;
          expect(['no-seal', 'wrong-words']).to.include(await openedRoster(damaged, words));
        },
      ),
      {numRuns: 15},
    );
    const slow = file.slice();
    slow[5] = 0xff;
    for (const damaged of [slow, file.slice(0, 30), new Uint8Array()]) {
      expect(await openedRoster(damaged, words)).to.equal('no-seal');
    }
  });

  it('takes what is right of a file in which an entry is none, and names that one by row, by whose it is, and why', async () => {
    const whole = {
      v: 1,
      units: [...kept.registers.units],
      members: [...kept.registers.members],
      links: kept.registers.links,
      names: [...kept.names],
      progress: kept.progress,
      receivedAt: [...kept.receivedAt],
      assignments: kept.assignments,
      papers: kept.papers,
      evenings: [...kept.evenings],
    };
    const mỷ = kept.registers.members.get('KAAAAA0')!.value!;
    const held = (value: unknown, counter: unknown = 1) => ({value, counter, by: 'D'});
    const unit = {id: 'XA0002', level: 'village', names: [{name: 'Thôn Ma Lé'}]};
    const [link] = kept.registers.links;
    const [task] = kept.assignments;
    const [draft, line] = kept.papers;
    const evening = kept.evenings.get('E1')!.value;
    const flawed: readonly [keyof typeof whole & BackupPart, unknown, EntryFlaw, string?][] = [
      ['units', ['XA0002', held({...unit, names: []})], 'unreadable', 'XA0002'],
      ['units', ['XA0002', held({...unit, level: 'planet'})], 'unreadable', 'Thôn Ma Lé'],
      ['units', ['XA0009', held(unit)], 'other-key', 'Thôn Ma Lé'],
      ['units', ['XA0001', held({...unit, id: 'XA0001'})], 'twice', 'Thôn Ma Lé'],
      ['members', ['K', held({...mỷ, code: 'K', posts: []})], 'unreadable', 'Lù Thị Mỷ'],
      ['members', ['J', held(mỷ)], 'other-key', 'Lù Thị Mỷ'],
      ['members', ['K', held({...mỷ, code: 'K'}, 0.5)], 'counter', 'Lù Thị Mỷ'],
      ['members', ['K', held({...mỷ, code: 'K'}, 1e12)], 'counter', 'Lù Thị Mỷ'],
      ['members', ['K', {...held({...mỷ, code: 'K'}), named: {}}], 'unreadable', 'Lù Thị Mỷ'],
      ['members', 7, 'unreadable'],
      ['links', {...link, learner: 'B', register: held('yes')}, 'unreadable', 'KAAAAA0'],
      ['names', ['L', 7], 'unreadable', 'L'],
      ['receivedAt', ['H', -1], 'unreadable', 'H'],
      ['assignments', {...task, course: 'x'}, 'unreadable', 'KAAAAA0'],
      ['assignments', {...task, assignment: {member: 'K'}}, 'unreadable', 'K'],
      ['papers', {...draft, period: '2026Q5'}, 'unreadable', 'XA0001'],
      ['papers', {...draft, name: 'XA0009', register: held({})}, 'unreadable', 'XA0009'],
      ['papers', {...line, name: '#other', register: held({line: '#'})}, 'other-key', '#other'],
      ['evenings', ['E2', held(evening)], 'other-key', 'Nhà văn hóa'],
      ['evenings', ['E2', held({id: 'E2', place: 'Sân trường'})], 'unreadable', 'Sân trường'],
    ];
    for (const [part, entry, flaw, whose] of flawed) {
      const list = whole[part] as readonly unknown[];
      const opened = await openedContent({...whole, [part]: [...list, entry]});
      const leftOut = [{part, row: list.length + 1, flaw, ...(whose !== undefined && {whose})}];
      expect(opened, JSON.stringify(entry)).to.deep.equal({...kept, leftOut});
    }
  });

  it('goes on without a part that is none at all, and says so', async () => {
    const base = {v: 1, units: [], members: [], links: [], names: [], progress: ''};
    for (const part of ['units', 'members', 'links', 'names', 'papers', 'evenings']) {
      const {leftOut} = (await openedContent({...base, [part]: {}})) as OpenedRoster;
      expect(leftOut).to.deep.equal([{part, row: 0, flaw: 'no-list'}]);
    }
    for (const progress of [7, 'no file']) {
      const {leftOut} = (await openedContent({...base, progress})) as OpenedRoster;
      expect(leftOut).to.deep.equal([{part: 'progress', row: 0, flaw: 'unreadable'}]);
    }
    // What an older version wrote has neither days nor tasks.
    expect(await openedContent(base)).to.deep.include({progress: '', leftOut: []});
  });

  it('is no backup where nothing of it can be read, or where a later version wrote it', async () => {
    for (const content of [[], 'text', {v: 1}, {v: 1, units: {}, members: 7, progress: ''}]) {
      expect(await openedContent(content)).to.equal('no-seal');
    }
    expect(await openedContent({v: 2})).to.equal('newer');
  });

  it('is not made where it would be too large to be opened again', async () => {
    expect(await sealedRoster({...kept, progress: 'x'.repeat(80_000_001)}, words)).to.equal(
      'too-big',
    );
  });
});
