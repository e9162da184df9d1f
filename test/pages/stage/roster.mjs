/** In a page: writes a team of one commune and its members as a trainer would, without the typing. */
export async function writeRoster(names) {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('kynangso');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const tx = database.transaction(['units', 'members'], 'readwrite');
  const put = (store, key, value) =>
    tx.objectStore(store).put({value, counter: 1, by: 'DEVICE0000000000'}, key);
  put('units', 'XATANA', {id: 'XATANA', level: 'commune', names: [{name: 'Xã Tân An'}]});
  put('units', 'T0D0NG', {
    id: 'T0D0NG',
    parent: 'XATANA',
    level: 'team',
    names: [{name: 'Tổ thôn Đông'}],
  });
  for (const [index, name] of names.entries()) {
    const code = `M0000${index}`;
    put('members', code, {code, name, posts: [{unit: 'T0D0NG', role: 'member'}]});
  }
  await new Promise((resolve) => (tx.oncomplete = resolve));
  database.close();
}
