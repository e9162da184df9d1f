import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {
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

/** A file of this library around any content. */
async function sealedContent(content: unknown): Promise<Uint8Array> {
  const text = new TextEncoder().encode(JSON.stringify(content));
  const deflated = deflate(text);
  const bytes = new Uint8Array(4 + deflated.length);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(deflated, 4);
  return (await seal(bytes, words))!;
}

describe('the backup of a trainer', () => {
  it('opens with its words, however a keyboard composes them, and with no others', async () => {
    const file = (await sealedRoster(kept, words))!;
    expect(await openedRoster(file, words.normalize('NFD'))).to.deep.equal(kept);
    expect(await openedRoster(file, 'bon tu khong lien quan')).to.equal('wrong-words');
  });

  it('shows nobody’s name to who has no words', async () => {
    const file = (await sealedRoster(kept, words))!;
    const text = new TextDecoder('latin1').decode(file);
    for (const name of ['Lù', 'Lũng', 'KAAAAA0', 'XA0001']) {
      expect(text).not.to.contain(new TextDecoder('latin1').decode(new TextEncoder().encode(name)));
    }
  });

  it('does not open when a byte of it was changed, wherever', async () => {
    const file = (await sealedRoster(kept, words))!;
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

  it('takes nothing of a file whose content is none', async () => {
    const base = {v: 1, units: [], members: [], links: [], names: [], progress: ''};
    const member = {code: 'K', name: 'A', posts: [{unit: 'X', role: 'head'}]};
    const odd: readonly unknown[] = [
      [],
      {...base, units: {}},
      {...base, members: [['J', {value: member, counter: 1, by: 'D'}]]},
      {...base, members: [['K', {value: {...member, posts: []}, counter: 1, by: 'D'}]]},
      {...base, members: [['K', {value: member, counter: 0.5, by: 'D'}]]},
      {
        ...base,
        units: [['X', {value: {id: 'X', level: 'village', names: []}, counter: 1, by: 'D'}]],
      },
      {
        ...base,
        links: [{member: 'K', learner: 'L', register: {value: 'yes', counter: 1, by: 'D'}}],
      },
      {...base, names: [['L', 7]]},
      {...base, progress: 7},
      {...base, receivedAt: [['H', -1]]},
      {...base, papers: [{...kept.papers[0], period: '2026Q5'}]},
      {...base, papers: [{...kept.papers[0], register: {value: {}, counter: 1, by: 'D'}}]},
      {...base, papers: [{...kept.papers[1], register: {value: {line: '#'}, counter: 1, by: 'D'}}]},
      {...base, evenings: [['E2', kept.evenings.get('E1')]]},
      {...base, evenings: [['E1', {value: {id: 'E1'}, counter: 1, by: 'D'}]]},
      {...base, assignments: [{...kept.assignments[0], course: 'x'}]},
      {...base, assignments: [{...kept.assignments[0], assignment: {member: 'K'}}]},
      {...base, assignments: [{...kept.assignments[0], register: {value: 1, counter: 1, by: 'D'}}]},
    ];
    for (const content of odd) {
      const file = await sealedContent(content);
      expect(await openedRoster(file, words), JSON.stringify(content)).to.equal('no-seal');
    }
    // What an older version wrote has neither days nor tasks.
    expect(await openedRoster(await sealedContent(base), words)).to.include({progress: ''});
    expect(await openedRoster(await sealedContent({v: 2}), words)).to.equal('newer');
  });
});
