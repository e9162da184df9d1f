import {expect, html, waitUntil} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Fact} from '../../src/curriculum/facts.js';
import type {Store} from '../../src/store/store.js';
import {courseAddress, find, says, stage, testStore, wordsOf} from './stage.js';

const fact = (scope: string, value: string): Fact => ({
  id: 'duong_day_nong',
  value,
  fallback: 'hỏi UBND xã',
  scope,
  verifiedOn: '2026-11-01',
  reviewBy: '2999-12-31',
  confidence: 'official',
  status: 'current',
  sources: [],
});
const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A server whose first lesson names the hotline; single packs can be held back. */
async function server(...packs: readonly Fact[][]) {
  const files = new Map<string, string>();
  const held = new Map<string, () => void>();
  const line = {
    hold: '',
    asked: [] as string[],
    /** Lets the pack go that was held back. */
    release: (scope: string) => held.get(scope)?.(),
    holding: (scope: string) => held.has(scope),
    async publish(...published: readonly Fact[][]) {
      const course = (await (await fetch(courseAddress)).json()) as Course;
      const facts = [];
      for (const pack of published) {
        const {scope} = pack[0]!;
        const text = JSON.stringify({format: 1, scope, facts: pack});
        const bytes = new TextEncoder().encode(text);
        const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes));
        const file = `facts.${scope.toLowerCase()}.${sha256.slice(0, 8)}.json`;
        files.set(file, text);
        facts.push({scope, file, sha256});
      }
      course.first.lesson.sections[0]!.blocks.push({
        kind: 'paragraph',
        text: ['Vướng thì ', {fact: 'duong_day_nong', fallback: 'hỏi Công an xã'}, '.'],
      });
      files.set('course.json', JSON.stringify({...course, facts, first: {...course.first}}));
    },
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const address = input instanceof Request ? input.url : String(input);
      const file = new URL(address).pathname.split('/').pop()!;
      line.asked.push(file);
      if (line.hold && file.startsWith(`facts.${line.hold}`)) {
        const scope = line.hold;
        await new Promise<void>((resolve) => held.set(scope, resolve));
      }
      const text = files.get(file);
      return text === undefined ? fetch(address, init) : new Response(text);
    },
  };
  await line.publish(...packs);
  return line;
}

const inLesson = (province = '') => html`
  <kns-course src=${courseAddress} lesson="dung-lai" province=${province}></kns-course>
`;
/** What a province's facts say, asked for beside the element. */
async function factsOf(store: Store, province: string): Promise<string[]> {
  const said: string[] = [];
  const loaded = await store.courses.load(courseAddress);
  for await (const facts of store.courses.facts(loaded, province)) {
    said.push(...facts.map(({value}) => value));
  }
  return said;
}

const three = [
  [fact('VN', 'gọi số cả nước')],
  [fact('VN-48', 'gọi số Đà Nẵng')],
  [fact('VN-80', 'gọi số Tây Ninh')],
];

describe('the province', () => {
  it('gives the learner its own facts, and another one’s as soon as it is chosen', async () => {
    const course = await stage(testStore(await server(...three)), inLesson('VN-48'));
    await says(course, 'Vướng thì gọi số Đà Nẵng');
    const lesson = await find(course, 'kns-lesson');
    course.province = 'VN-80';
    await says(course, 'Vướng thì gọi số Tây Ninh');
    course.removeAttribute('province');
    await says(course, 'Vướng thì gọi số cả nước');
    expect(await find(course, 'kns-lesson')).to.equal(lesson);
  });

  it('that nobody wrote facts for shows the learner the country’s', async () => {
    const course = await stage(testStore(await server(...three)), inLesson('VN-99'));
    await says(course, 'Vướng thì gọi số cả nước');
  });

  it('never leaves the learner with a former province’s number while its own is on the way', async () => {
    const line = await server(...three);
    const course = await stage(testStore(line), inLesson('VN-48'));
    await says(course, 'gọi số Đà Nẵng');
    line.hold = 'vn-80';
    course.province = 'VN-80';
    await course.updateComplete;
    await says(course, 'Vướng thì gọi số cả nước');
    await waitUntil(() => line.holding('vn-80'));
    line.release('vn-80');
    await says(course, 'Vướng thì gọi số Tây Ninh');
  });

  it('chosen last stays, although the answer for the former one comes later', async () => {
    const line = await server(...three);
    line.hold = 'vn-48';
    const store = testStore(line);
    const course = await stage(store, inLesson('VN-48'));
    await waitUntil(() => line.holding('vn-48'));
    course.province = 'VN-80';
    await says(course, 'Vướng thì gọi số Tây Ninh');
    const late = factsOf(store, 'VN-48');
    line.release('vn-48');
    expect(await late).to.contain('gọi số Đà Nẵng');
    await course.updateComplete;
    expect(wordsOf(course)).to.contain('Vướng thì gọi số Tây Ninh');
  });

  const returns: [what: string, () => boolean][] = [
    [
      'the learner comes back to the open page',
      () => document.dispatchEvent(new Event('visibilitychange')),
    ],
    ['the network comes back to it', () => window.dispatchEvent(new Event('online'))],
  ];
  for (const [what, happen] of returns) {
    it(`loses a recalled number when ${what}`, async () => {
      const line = await server(...three);
      const course = await stage(testStore(line), inLesson('VN-48'));
      await says(course, 'Vướng thì gọi số Đà Nẵng');
      const recalled: Fact = {...fact('VN-48', ''), status: 'retired'};
      await line.publish([fact('VN', 'gọi số cả nước')], [recalled]);
      happen();
      await says(course, 'Vướng thì hỏi UBND xã');
    });
  }
});
