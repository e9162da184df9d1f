import {expect, html, waitUntil} from '@open-wc/testing';
import {defineTags} from '../../../src/components/definition.js';
import {KnsSession} from '../../../src/components/trainer/session.js';
import type {Session} from '../../../src/store/sessions.js';
import type {Store} from '../../../src/store/store.js';
import {course, furnish} from './desk.js';
import {noon, openTrainer, testStore, today} from './room.js';
import {savedFiles} from './saved-files.js';

defineTags({'kns-session': KnsSession}, () => {});

const evening: Session = {
  id: 'AAAAAAAAAAAAAAAA',
  course: course.id,
  day: today,
  begins: 1170,
  minutes: 60,
  place: 'Nhà văn hóa',
  lessons: ['b01'],
  note: '',
  held: false,
};

async function openSession(store: Store): Promise<KnsSession> {
  const trainer = await openTrainer(
    store,
    {course},
    html`
      <kns-session .now=${() => noon}></kns-session>
    `,
  );
  const session = trainer.querySelector('kns-session') as KnsSession;
  await waitUntil(() => session.renderRoot.querySelector('#heading') !== null, 'the list is drawn');
  return session;
}

const words = ({renderRoot}: KnsSession) => renderRoot.textContent.replace(/\s+/g, ' ');

async function press(session: KnsSession, name: string): Promise<void> {
  const find = () =>
    [...session.renderRoot.querySelectorAll<HTMLElement>('button, label.tick')].find(
      ({textContent}) => textContent.includes(name),
    );
  await waitUntil(() => find() !== undefined, name);
  (find()!.querySelector('input') ?? find()!).click();
  await session.updateComplete;
}

const kept = async (store: Store) => (await (await store.sessions()).all())[0]!;

async function chooseTeam(session: KnsSession, unit: string): Promise<void> {
  const find = () =>
    session.renderRoot.querySelector<HTMLSelectElement>('[aria-labelledby=attendance] select');
  await waitUntil(() => find() !== null, 'the teams are there');
  find()!.value = unit;
  find()!.dispatchEvent(new Event('change'));
  await session.updateComplete;
}

describe('<kns-session>', () => {
  it('keeps who came of one team while those of another are ticked, and while they are only counted', async () => {
    const {store} = testStore();
    await furnish(store);
    await (await store.sessions()).keep(evening);
    const session = await openSession(store);
    await press(session, 'Nhà văn hóa');
    await press(session, 'Điểm danh theo sổ');
    await press(session, 'Trần Văn Bình');
    await press(session, 'Lê Thị Hoa');
    await chooseTeam(session, 'T00002');
    await press(session, 'Phạm Đức An');
    await waitUntil(() => words(session).includes('1/2 người có mặt. Cả buổi: 3 người.'));
    expect((await kept(store)).present).to.deep.equal({
      members: ['AAAAAA1', 'AAAAAA2', 'AAAAAA3'],
    });

    await press(session, 'Chỉ đếm số người');
    await waitUntil(async () => 'counted' in (await kept(store)).present!);
    expect((await kept(store)).present).to.deep.equal({counted: 3});
    await press(session, 'Điểm danh theo sổ');
    await waitUntil(() => words(session).includes('Cả buổi: 3 người.'));
  });

  it('keeps how many were counted while the roster is looked at', async () => {
    const {store} = testStore();
    await furnish(store);
    await (await store.sessions()).keep({...evening, present: {counted: 17}});
    const session = await openSession(store);
    await press(session, 'Nhà văn hóa');
    await press(session, 'Điểm danh theo sổ');
    await waitUntil(async () => 'members' in (await kept(store)).present!);
    await press(session, 'Chỉ đếm số người');
    await waitUntil(async () => {
      const {present} = await kept(store);
      return present !== undefined && 'counted' in present;
    });
    expect((await kept(store)).present).to.deep.equal({counted: 17});
  });

  it('says of nobody how many came before anybody was ticked or counted', async () => {
    const {store} = testStore();
    await furnish(store);
    await (await store.sessions()).keep(evening);
    const session = await openSession(store);
    await press(session, 'Nhà văn hóa');
    await press(session, 'Điểm danh theo sổ');
    await press(session, 'Ghi là đã dạy');
    await waitUntil(() => words(session).includes('ghi số người đến trước'));
    await press(session, 'Chỉ đếm số người');
    await press(session, 'Ghi là đã dạy');
    await waitUntil(() => words(session).includes('ghi số người đến trước'));
    expect((await kept(store)).held).to.equal(false);
  });

  it('names the sheet of the evenings with the unit and the day, in letters every system keeps', async () => {
    const {store} = testStore();
    await furnish(store);
    await (await store.sessions()).keep({...evening, present: {counted: 17}, held: true});
    const session = await openSession(store);
    await waitUntil(() => words(session).includes('Đã dạy'));
    const [file] = await savedFiles(async () => {
      await press(session, 'Tải bảng các buổi đã dạy');
      await waitUntil(() => words(session).includes('Đã lưu tệp'));
    });
    expect(file!.name).to.equal('buoi-hoc-nhom-xa-dong-van-2026-11-22.xlsx');
    expect(words(session)).to.contain('Đã lưu tệp buoi-hoc-nhom-xa-dong-van-2026-11-22.xlsx.');
  });

  it('leaves evenings of another course to that course', async () => {
    const {store} = testStore();
    const sessions = await store.sessions();
    await sessions.keep(evening);
    await sessions.keep({...evening, id: 'BBBBBBBBBBBBBBBB', course: 'khac', place: 'Đình làng'});
    const session = await openSession(store);
    await waitUntil(() => words(session).includes('Nhà văn hóa'));
    expect(words(session)).not.to.contain('Đình làng');
  });
});
