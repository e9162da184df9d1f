import {lessonFile} from '../answering.mjs';
import {released} from '../stage/course.mjs';
import {cut} from '../stage/faults.mjs';
import {says} from '../stage/stage.mjs';

const memo = '<kns-course><kns-memo lesson="m01-b01"></kns-memo></kns-course>';

const card = async (stage) => says(await stage.show(memo), 'In phiếu nhớ');

const print = (page) => page.getByRole('button', {name: 'In phiếu nhớ'}).click();

export default {
  'kns-memo': {
    card,

    own: async (stage) =>
      says(
        await stage.show(
          memo.replace(
            '></kns-memo>',
            '><p>Phiếu của xã: dừng, kiểm tra, xác nhận.</p></kns-memo>',
          ),
        ),
        'In phiếu nhớ',
      ),

    async unreachable(stage) {
      await cut(stage, `**/${lessonFile('m07-b02').name}`);
      return says(await stage.show(memo.replace('m01-b01', 'm07-b02')), 'Bài này chưa tải về được');
    },

    async none(stage) {
      await released(stage, ({first}) => {
        first.lesson.sections = first.lesson.sections.filter(({id}) => id !== 'memo');
      });
      return says(await stage.show(memo), 'Bài này chưa có phiếu nhớ.');
    },

    async 'no-printer'(stage) {
      await stage.context.addInitScript(() => {
        globalThis.print = undefined;
      });
      const page = await card(stage);
      await print(page);
      return says(page, 'Chỗ này chưa in được');
    },

    /** A browser without a window for printing prints nothing, and says nothing. */
    async unseen(stage) {
      await stage.context.addInitScript(() => {
        globalThis.print = () => {};
      });
      const page = await card(stage);
      await print(page);
      return says(page, 'Không thấy hộp in hiện ra?');
    },

    async 'part-missing'(stage) {
      const page = await card(stage);
      await cut(stage, '**/c/memo-paper-*.js');
      await print(page);
      return says(page, 'Một phần của trang chưa tải về được');
    },
  },
};
