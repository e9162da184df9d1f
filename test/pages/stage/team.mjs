import {says} from './stage.mjs';

/** The trainer's room, once it knows that nothing was received yet. */
export const emptyRoom = async (stage) =>
  says(await stage.show('<kns-trainer></kns-trainer>', 'trainer'), 'Chưa nhận mã nào');

/** Pastes a conversation and presses the button. */
export async function receive(page, text) {
  await page.getByLabel('Dán cả đoạn trò chuyện Zalo vào đây').fill(text);
  await page.getByRole('button', {name: 'Nhận', exact: true}).click();
}

/** Pastes a conversation; resolves to the page once its codes are kept. */
export async function received(page, text) {
  await receive(page, text);
  return says(page, 'Đã nhận mã của');
}

/** In a page: writes the names of learners as a trainer would, without the typing. */
export async function writeNames(members) {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('kynangso');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const tx = database.transaction('names', 'readwrite');
  for (const {learner, name} of members)
    tx.objectStore('names').put({name, at: Date.now()}, learner);
  await new Promise((resolve) => (tx.oncomplete = resolve));
  database.close();
}

/** In a page with the library: writes a roster, whose maps came as lists. */
export async function writeRoster({units, members, links}) {
  const store = globalThis[Symbol.for('kynangso/page/1')];
  const roster = await store.roster();
  await roster.change({units: new Map(units), members: new Map(members), links});
}
