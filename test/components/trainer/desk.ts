import {html, waitUntil} from '@open-wc/testing';
import type {KnsReport} from '../../../src/components/trainer/report.js';
import type {Course} from '../../../src/curriculum/course.js';
import type {Packet} from '../../../src/store/reckoning/packet.js';
import type {CivilDay, LearningRecord} from '../../../src/store/reckoning/record.js';
import {fold} from '../../../src/store/reckoning/standing.js';
import type {Store} from '../../../src/store/store.js';
import {sampleCourse} from '../../exchange/sample-course.js';
import {bareRecord} from '../../store/bare-record.js';
import {noon, openTrainer, today} from './room.js';

const plain = sampleCourse({lessons: 2, questions: 4});
/** Two lessons, which are the core. */
export const course: Course = {
  ...plain,
  milestones: [{id: 'core', version: 1, title: 'Phần lõi', lessons: ['b01', 'b02']}],
  slots: {...plain.slots, lessons: [...plain.slots.lessons, 'core@1']},
};

export const learnerOf = (index: number): string => String(index).padStart(16, '0');
const deviceOf = (index: number): string => String(index).padStart(16, 'D');

/** A record of somebody, made so many days ago. */
export const record = (index: number, ago: number, more: Partial<LearningRecord>): LearningRecord =>
  bareRecord({
    learner: learnerOf(index),
    device: deviceOf(index),
    course: course.id,
    at: noon - ago * 86_400_000,
    ...more,
  });

/** What came of somebody. */
export function packetOf(
  index: number,
  records: readonly LearningRecord[],
  madeOn: CivilDay = today,
): Packet {
  const numbered = records.map((one, at) => ({...one, seq: at + 1}));
  return {
    kind: 'code',
    learner: learnerOf(index),
    course: course.id,
    bytes: new TextEncoder().encode(JSON.stringify([index, madeOn, numbered])),
    standing: fold(numbered),
    courseVersion: [1, 0],
    madeOn,
    epoch: 0,
    streams: [
      {device: String(index).padStart(8, 'd'), through: numbered.length, beyond: 0, tail: '0000'},
    ],
    moreStreams: false,
    slots: [3, 4],
    partial: false,
  };
}

/** Somebody who completed everything so many days ago. */
export const finished = (index: number, ago: number): Packet =>
  packetOf(index, [
    record(index, ago, {verb: 'completed', lesson: 'b01@1'}),
    record(index, ago, {verb: 'completed', lesson: 'b02@1'}),
    record(index, ago, {verb: 'completed', milestone: 'core@1', rule: 'milestone'}),
  ]);

/** A commune of two teams: three members in the first, two in the second, one of whom nothing came. */
export async function furnish(store: Store): Promise<void> {
  const roster = await store.roster();
  const member = (code: string, name: string, unit: string) =>
    [code, {code, name, posts: [{unit, role: 'member' as const}] as const}] as const;
  await roster.change({
    units: new Map([
      ['XA0001', {id: 'XA0001', level: 'commune', names: [{name: 'Xã Đồng Văn'}]}],
      ['T00001', {id: 'T00001', parent: 'XA0001', level: 'team', names: [{name: 'Tổ thôn Đông'}]}],
      ['T00002', {id: 'T00002', parent: 'XA0001', level: 'team', names: [{name: 'Tổ thôn Tây'}]}],
    ]),
    members: new Map([
      member('AAAAAA0', 'Nguyễn Thị Lan', 'T00001'),
      member('AAAAAA1', 'Trần Văn Bình', 'T00001'),
      member('AAAAAA2', 'Lê Thị Hoa', 'T00001'),
      member('AAAAAA3', 'Phạm Đức An', 'T00002'),
      member('AAAAAA4', 'Võ Thị Cúc', 'T00002'),
    ]),
    links: ['AAAAAA0', 'AAAAAA1', 'AAAAAA2', 'AAAAAA3'].map((code, index) => ({
      member: code,
      learner: learnerOf(index + 1),
      on: true,
    })),
  });
  await store.admit([
    finished(1, 3),
    finished(2, 100),
    packetOf(3, [
      record(3, 40, {verb: 'completed', lesson: 'b01@1'}),
      ...[1, 2, 3].map((attempt) =>
        record(3, 2, {
          verb: 'answered',
          lesson: 'b02@1',
          question: 'b02#q1@1',
          attempt,
          result: {response: 'a', simpleResponse: 'a', correct: 0, hinted: false, activeMs: 1},
        }),
      ),
    ]),
    finished(4, 1),
  ]);
}

/** The report on a page that provides `store`, drawn and reckoned. */
export async function openReport(
  store: Store,
  {
    width = 900,
    app,
    of = course,
    at = noon,
  }: {width?: number; app?: string; of?: Course; at?: number} = {},
): Promise<KnsReport> {
  const trainer = await openTrainer(
    store,
    {course: of, width, now: at, ...(app !== undefined && {app})},
    html`
      <kns-report .now=${() => at}></kns-report>
    `,
  );
  const report = trainer.querySelector('kns-report') as KnsReport;
  await waitUntil(
    () => report.renderRoot.querySelector('#text') !== null,
    'the report is reckoned',
    {
      timeout: 5000,
    },
  );
  return report;
}

export const inside = <T extends Element = HTMLElement>(report: KnsReport, selector: string): T =>
  report.renderRoot.querySelector<T>(selector)!;

const flat = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** Rows of a table of that caption, as they are read. */
export function rowsOf(report: KnsReport, caption: string | RegExp): string[][] {
  const table = [...report.renderRoot.querySelectorAll('table')].find(({caption: words}) =>
    flat(words?.textContent).match(caption),
  );
  return [...(table?.querySelectorAll('tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => flat(cell.textContent)),
  );
}

export const wordsOf = (report: KnsReport): string => flat(report.renderRoot.textContent);
export const message = (report: KnsReport): string =>
  inside<HTMLTextAreaElement>(report, '#text').value;

/** Writes into a field as a hand would. */
export async function type(report: KnsReport, selector: string, text: string): Promise<void> {
  const field = inside<HTMLInputElement>(report, selector);
  field.value = text;
  field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
  await report.updateComplete;
}

export async function choose(report: KnsReport, unit: string): Promise<void> {
  const select = inside<HTMLSelectElement>(report, '#unit');
  select.value = unit;
  select.dispatchEvent(new Event('change'));
  await waitUntil(() => message(report).includes(`u=${unit}`), 'the unit is reckoned');
}

export const press = async (report: KnsReport, name: string): Promise<void> => {
  const button = [...report.renderRoot.querySelectorAll('button')].find(
    (one) => flat(one.getAttribute('aria-label') ?? one.textContent) === name,
  );
  if (!button) throw new Error(`No button ${name}.`);
  button.click();
  await report.updateComplete;
};

export async function open(report: KnsReport, part: string): Promise<void> {
  inside<HTMLDetailsElement>(report, `#${part}`).open = true;
  await waitUntil(() => inside(report, `#${part} .inside`) !== null);
  await report.updateComplete;
}
