import {answer, lessonFile} from '../answering.mjs';
import {courseShown, questionAt} from '../harness.mjs';

const course = '<kns-course></kns-course>';

const manifest = '**/course.json';

/** The course with other bytes, as a damaged or a newer server sends them. */
const served = (stage, change) =>
  stage.context.route(manifest, async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: change(await response.text())});
  });

async function says(page, words) {
  await page.getByText(words).first().waitFor();
  return page;
}

/** One answer of somebody who studies here, and the second copy written. */
async function studied(stage, questions = 1) {
  const page = await stage.show(course);
  await courseShown(page);
  const [first] = ['m05-b01'].map(lessonFile);
  await page.getByRole('button', {name: 'Bắt đầu học'}).click();
  for (let index = 0; index < questions; index++) {
    await answer(questionAt(page, index), first.questions[index]);
  }
  return page;
}

const deleteDatabase = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('kynangso');
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  });

/** Makes a database that says it comes from a later version of the library. */
const writeNewer = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('kynangso', 1);
    request.onupgradeneeded = () => {
      const names = 'meta keys learners records standings packets received names courses files';
      for (const name of names.split(' ')) request.result.createObjectStore(name);
      request.transaction.objectStore('meta').put({incarnation: 'later', format: 99}, 'store');
    };
    request.onsuccess = () => resolve(request.result.close());
    request.onerror = () => reject(request.error);
  });

export default {
  'kns-course': {
    async loading(stage) {
      await stage.context.route(manifest, () => {});
      return says(await stage.show(course), 'Đang mở sổ tay…');
    },

    async ready(stage) {
      const page = await stage.show(course);
      await courseShown(page);
      await page.getByText('Chưa học').first().waitFor();
      return page;
    },

    async kept(stage) {
      const page = await stage.show(course);
      await says(page, 'Chưa học');
      await stage.context.route(manifest, (route) => route.abort());
      await page.reload();
      return says(page, 'đang dùng bản đã lưu trên máy');
    },

    async unreachable(stage) {
      await stage.context.route(manifest, (route) => route.abort());
      return says(await stage.show(course), 'Chưa mở được khóa học');
    },

    async refused(stage) {
      await served(stage, (text) => text.replace(/"title":"[^"]*"/g, '"title":7'));
      const page = await stage.show(course);
      await says(page, 'Khóa học bị lỗi nên chưa mở được');
      await page.getByText('Chi tiết cho người quản trị').click();
      return page;
    },

    async newer(stage) {
      await served(stage, (text) => text.replace('"format":1', '"format":99'));
      return says(await stage.show(course), 'Khóa học này cần bản ứng dụng mới hơn');
    },

    async 'kept-in-memory'(stage) {
      await stage.context.addInitScript(() =>
        Object.defineProperty(globalThis, 'indexedDB', {
          get() {
            throw new DOMException('', 'SecurityError');
          },
        }),
      );
      return says(await stage.show(course), 'Trình duyệt này không cho lưu bài');
    },

    async 'kept-beside'(stage) {
      await stage.context.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('', 'UnknownError');
        };
      });
      return says(await stage.show(course), 'Ngăn lưu trên máy đang trục trặc');
    },

    async 'kept-newer'(stage) {
      await stage.behind(writeNewer);
      return says(await stage.show(course), 'Bài trên máy do bản mới hơn ghi');
    },

    async lost(stage) {
      const page = await studied(stage);
      await page.close();
      await stage.behind(deleteDatabase);
      return says(await stage.show(course), 'Dữ liệu trên máy này đã bị xóa');
    },
  },
};
