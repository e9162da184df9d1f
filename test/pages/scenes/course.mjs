import {courseShown} from '../harness.mjs';
import {brief, course, manifest, released, served, study} from '../stage/course.mjs';
import {
  copyLearned,
  cut,
  deleteDatabase,
  deleteTwin,
  denyStorage,
  keepForGood,
  keeping,
  stalled,
  writeNewer,
} from '../stage/faults.mjs';
import {says} from '../stage/stage.mjs';

/** Leaves the page once so many records have come into the second copy. */
async function leave(page, count) {
  await page.waitForFunction(
    (wanted) =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith('kynangso/witness'))
        .some((key) =>
          Object.values(JSON.parse(localStorage.getItem(key)).streams).some(
            ([last]) => last >= wanted,
          ),
        ),
    count,
  );
  await page.close();
}

/** One answer of somebody who studies here, the second copy written, and the database gone. */
export async function emptied(stage) {
  await released(stage, brief);
  const page = await stage.show(course);
  await page.getByRole('button', {name: 'Bắt đầu học'}).click();
  await study(page, [true]);
  await leave(page, 2);
  await stage.behind(deleteDatabase);
}

async function lost(stage) {
  await emptied(stage);
  return says(await stage.show(course), 'Dữ liệu trên máy này đã bị xóa');
}

export default {
  'kns-course': {
    async loading(stage) {
      await stalled(stage, manifest);
      return says(await stage.show(course), 'Đang mở sổ tay…');
    },

    async ready(stage) {
      const page = await stage.show(course);
      await courseShown(page);
      return says(page, 'Chưa học');
    },

    async arranged(stage) {
      const page = await stage.show(
        '<kns-course><h1>Cổng thông tin của xã</h1><kns-progress></kns-progress></kns-course>',
      );
      return says(page, 'bài');
    },

    async kept(stage) {
      const page = await stage.show(course);
      await says(page, 'Chưa học');
      await cut(stage, manifest);
      await page.reload();
      return says(page, 'đang dùng bản đã lưu trên máy');
    },

    async unreachable(stage) {
      await cut(stage, manifest);
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

    async 'part-missing'(stage) {
      await cut(stage, keeping);
      return says(await stage.show(course), 'Một phần của trang chưa tải về được');
    },

    async 'kept-in-memory'(stage) {
      await stage.context.addInitScript(denyStorage);
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

    async wiped(stage) {
      await stage.context.addInitScript(keepForGood);
      const page = await says(await stage.show(course), 'Bài đã học ở đây có thể đã bị xóa');
      return says(page, 'Dán mã tiến độ vào đây');
    },

    async 'empty-app'(stage) {
      // As iOS says that a page was opened from the home screen.
      await stage.context.addInitScript(() =>
        Object.defineProperty(navigator, 'standalone', {value: true}),
      );
      return says(await stage.show(course), 'Ứng dụng này chưa có kết quả học của anh/chị');
    },

    async 'rolled-back'(stage) {
      await released(stage, brief);
      let page = await stage.show(course);
      await page.getByRole('button', {name: 'Bắt đầu học'}).click();
      await study(page, [true]);
      await leave(page, 2);
      await stage.behind(copyLearned, {from: 'kynangso', to: 'aside'});
      page = await stage.show('<kns-course lesson="m01-b01"></kns-course>');
      await study(page, [true, false]);
      await leave(page, 4);
      await stage.behind(deleteTwin);
      await stage.behind(copyLearned, {from: 'aside', to: 'kynangso'});
      return says(await stage.show(course), 'Máy vừa mất một phần bài đã lưu');
    },

    lost,

    async 'lost-offline'(stage) {
      await emptied(stage);
      await cut(stage, manifest);
      return says(await stage.show(course), 'Dữ liệu trên máy này đã bị xóa');
    },

    async 'lost-refused'(stage) {
      const page = await lost(stage);
      await page.getByLabel('Dán mã tiến độ vào đây').fill('Mã của tôi: KNS1.AB2C');
      await page.getByRole('button', {name: 'Nhận mã'}).click();
      return says(page, 'mã bị thiếu phần cuối');
    },

    async 'lost-failed'(stage) {
      const page = await lost(stage);
      await page.evaluate(() => {
        IDBDatabase.prototype.transaction = () => {
          throw new DOMException('', 'UnknownError');
        };
      });
      await page.getByRole('button', {name: 'Lấy lại từ bản lưu dự phòng'}).click();
      return says(page, 'Chưa lấy lại được');
    },

    async 'lost-for-good'(stage) {
      const page = await lost(stage);
      await page.evaluate(() => localStorage.clear());
      await page.getByRole('button', {name: 'Lấy lại từ bản lưu dự phòng'}).click();
      return says(page, 'Bản dự phòng cũng không còn');
    },

    async 'lost-sure'(stage) {
      const page = await lost(stage);
      await page.getByRole('button', {name: 'Học lại từ đầu'}).click();
      return says(page, 'Bấm lần nữa');
    },
  },
};
