import {expect, html, waitUntil} from '@open-wc/testing';
import {defineTags} from '../../../src/components/definition.js';
import {KnsItems} from '../../../src/components/trainer/items.js';
import type {Course} from '../../../src/curriculum/course.js';
import {decodeSection, encodeSection} from '../../../src/exchange/section.js';
import {readSpreadsheet} from '../../../src/exchange/spreadsheet.js';
import type {Packet} from '../../../src/store/reckoning/packet.js';
import type {Store} from '../../../src/store/store.js';
import {sampleCourse} from '../../exchange/sample-course.js';
import {learnerOf, packetOf, record} from './desk.js';
import {noon, openTrainer, testStore, today} from './room.js';
import {savedFiles} from './saved-files.js';

defineTags({'kns-items': KnsItems}, () => {});

const plain = sampleCourse({lessons: 2, questions: 4});
const option = (id: string, text: string) => ({id, text, why: 'vì thế'});
/** Two lessons; the first question of the first is worded. */
const course: Course = {
  ...plain,
  first: {
    ...plain.first,
    lesson: {
      ...plain.first.lesson,
      questions: [
        {
          id: 'q1',
          rev: 1,
          type: 'choice',
          stem: 'Làm gì trước?',
          options: [
            {...option('dung', 'Gọi hỏi lại'), correct: true},
            option('sai', 'Chuyển tiền ngay'),
          ],
        },
      ],
    },
  },
};

const answer = (index: number, correct: 0 | 1) =>
  record(index, 2, {
    verb: 'answered',
    lesson: 'b01@1',
    question: 'b01#q1@1',
    attempt: 1,
    result: {
      response: correct ? 'dung' : 'sai',
      simpleResponse: correct ? 'dung' : 'sai',
      correct,
      hinted: false,
      activeMs: 1,
    },
  });

/** A file of somebody who fell for the wrong answer. */
async function fileOf(index: number): Promise<Packet> {
  const one = answer(index, 0);
  const packet = await decodeSection(
    await encodeSection({
      learner: one.learner,
      course: course.id,
      device: one.device,
      courseVersion: [1, 0],
      slots: [2, 4],
      madeOn: today,
      texts: [JSON.stringify(one)],
    }),
  );
  if (!('standing' in packet)) throw new Error('The section cannot be read.');
  return packet;
}

async function openItems(store: Store): Promise<KnsItems> {
  const trainer = await openTrainer(
    store,
    {course},
    html`
      <kns-items .now=${() => noon}></kns-items>
    `,
  );
  const items = trainer.querySelector('kns-items') as KnsItems;
  await waitUntil(() => items.renderRoot.querySelector('.card') !== null, 'cards are drawn');
  return items;
}

const wordsOf = ({renderRoot}: KnsItems) => renderRoot.textContent.replace(/\s+/g, ' ');

describe('<kns-items>', () => {
  it('counts a member once who learns on two phones, as the matrix and the report do', async () => {
    const {store} = testStore();
    await (
      await store.roster()
    ).change({
      units: new Map([['T00001', {id: 'T00001', level: 'team', names: [{name: 'Tổ thôn Đông'}]}]]),
      members: new Map([
        [
          'AAAAAA0',
          {code: 'AAAAAA0', name: 'Nguyễn Thị Lan', posts: [{unit: 'T00001', role: 'member'}]},
        ],
      ]),
      links: [1, 2].map((index) => ({member: 'AAAAAA0', learner: learnerOf(index), on: true})),
    });
    await store.admit([1, 2, 3].map((index) => packetOf(index, [answer(index, 1)])));
    const items = await openItems(store);
    expect(wordsOf(items)).to.contain('Đúng ngay lần đầu: 2/2 người');
  });

  it('says in the words of the question what was answered instead, on the screen and in the file', async () => {
    const {store} = testStore();
    await store.admit(await Promise.all([1, 2, 3].map(fileOf)));
    const items = await openItems(store);
    await waitUntil(() => wordsOf(items).includes('Chuyển tiền ngay – 3 người'));

    const [saved] = await savedFiles(async () => {
      const button = [...items.renderRoot.querySelectorAll('button')].find(({textContent}) =>
        textContent.includes('XLSX'),
      );
      button!.click();
      await waitUntil(() => wordsOf(items).includes('Đã lưu tệp'));
    });
    const read = await readSpreadsheet(new Uint8Array(await saved!.arrayBuffer()));
    if (!read.ok) throw new Error(read.reason);
    expect(read.sheets[0]!.rows[1]).to.include('Chuyển tiền ngay').and.to.include('Câu 1 (q1)');
  });
});
