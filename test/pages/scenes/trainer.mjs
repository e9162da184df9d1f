import {manifest, served} from '../stage/course.mjs';
import {cut, denyStorage, keepForGood, stalled, writeNewer} from '../stage/faults.mjs';
import {says} from '../stage/stage.mjs';
import {emptied} from './course.mjs';

const trainer = '<kns-trainer></kns-trainer>';

const opened = (stage) => stage.show(trainer, 'trainer');

const ready = async (stage) => says(await opened(stage), 'Chưa nhận mã nào');

/** The room with a PIN before it, set a moment ago. */
async function locked(stage) {
  const page = await ready(stage);
  await page.getByRole('button', {name: 'Khóa phòng này'}).click();
  await page.getByLabel('Mã PIN mới').fill('4821');
  await page.getByLabel('Nhập lại mã PIN').fill('4821');
  await page.getByRole('button', {name: 'Đặt mã và khóa'}).click();
  return says(page, 'Phòng này đang khóa');
}

export default {
  'kns-trainer': {
    ready,

    async entered(stage) {
      const page = await ready(stage);
      await page.getByRole('button', {name: 'Danh sách tổ'}).click();
      return says(page, 'Danh sách chưa có ai.');
    },

    async opening(stage) {
      await stalled(stage, manifest);
      return says(await opened(stage), 'Đang mở sổ…');
    },

    furnished: async (stage) =>
      says(
        await stage.show(
          '<kns-trainer><h1>Tổ thôn Đông</h1><kns-matrix></kns-matrix></kns-trainer>',
          'trainer',
        ),
        'Sổ chưa có ai',
      ),

    async kept(stage) {
      const page = await ready(stage);
      await cut(stage, manifest);
      await page.reload();
      return says(page, 'đang dùng khóa học đã lưu');
    },

    async unreachable(stage) {
      await cut(stage, manifest);
      return says(await opened(stage), 'Chưa tải được khóa học');
    },

    async refused(stage) {
      await served(stage, (text) => text.replace(/"title":"[^"]*"/g, '"title":7'));
      return says(await opened(stage), 'Tệp khóa học có chỗ hỏng');
    },

    async memory(stage) {
      await stage.context.addInitScript(denyStorage);
      return says(await opened(stage), 'Trình duyệt này không cho lưu dữ liệu');
    },

    async broken(stage) {
      await stage.context.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('', 'UnknownError');
        };
      });
      return says(await opened(stage), 'Không mở được dữ liệu đã lưu');
    },

    async newer(stage) {
      await stage.behind(writeNewer);
      return says(await opened(stage), 'do bản ứng dụng mới hơn ghi');
    },

    async wiped(stage) {
      await stage.context.addInitScript(keepForGood);
      return says(await opened(stage), 'Sổ trên máy này có thể đã bị xóa.');
    },

    async locking(stage) {
      const page = await ready(stage);
      await page.getByRole('button', {name: 'Khóa phòng này'}).click();
      return says(page, 'Đặt mã PIN cho phòng này');
    },

    locked,

    async 'locked-wrong'(stage) {
      const page = await locked(stage);
      await page.getByLabel('Mã PIN của phòng').fill('1234');
      await page.getByRole('button', {name: 'Mở phòng', exact: true}).click();
      return says(page, 'Mã chưa đúng');
    },

    async lost(stage) {
      await emptied(stage);
      return says(await opened(stage), 'Dữ liệu trên máy này đã bị xóa');
    },
  },
};
