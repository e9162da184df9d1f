import {questionAt} from '../harness.mjs';
import {lessonFile} from '../answering.mjs';
import {brief, briefLength, released, renewed, reviewed, short, study} from '../stage/course.mjs';
import {cut, fillUp, keeping, stalled} from '../stage/faults.mjs';
import {begun, says} from '../stage/stage.mjs';

const first = '<kns-course lesson="m01-b01"></kns-course>';

const second = '<kns-course lesson="m07-b02"></kns-course>';

const secondFile = () => `**/${lessonFile('m07-b02').name}`;

/** The first lesson with its questions of one choice, answered as told. */
async function answered(stage, outcomes, ...changes) {
  await released(stage, brief, ...changes);
  const page = await stage.show(first);
  await study(page, outcomes);
  return page;
}

const allRight = () => Array(briefLength()).fill(true);

const practise = (page) => page.getByRole('button', {name: 'Tôi đã thực hành với bà con'}).click();

export default {
  'kns-lesson': {
    async loading(stage) {
      await stalled(stage, secondFile());
      return says(await stage.show(second), 'Đang mở sổ tay…');
    },

    async unreachable(stage) {
      await cut(stage, secondFile());
      return says(await stage.show(second), 'Bài này chưa tải về được');
    },

    async damaged(stage) {
      await stage.context.route(secondFile(), (route) =>
        route.fulfill({contentType: 'application/json', body: '{"format":1}'}),
      );
      return says(await stage.show(second), 'Bài này tải về bị hỏng');
    },

    async missing(stage) {
      return says(
        await stage.show('<kns-course lesson="m99-b99"></kns-course>'),
        'Không tìm thấy bài này trong khóa học',
      );
    },

    async unknown(stage) {
      await stalled(stage, keeping);
      const page = await stage.show(first);
      await questionAt(page).waitFor();
      return page;
    },

    async ready(stage) {
      return says(await stage.show(second), 'Kết quả bài học');
    },

    async reviewed(stage) {
      await released(stage, brief, reviewed);
      return says(await stage.show(first), 'Kết quả bài học');
    },

    async resumed(stage) {
      const page = await answered(stage, [true]);
      await page.reload();
      return says(page, 'Làm tiếp câu 2');
    },

    async answered(stage) {
      return says(await answered(stage, [true, false]), 'Nên xem lại');
    },

    async practised(stage) {
      await released(stage, brief);
      const page = await stage.show(first);
      await practise(page);
      return says(page, 'Đã thực hành với bà con');
    },

    async unpractised(stage) {
      await released(stage, brief);
      const page = await stage.show(first);
      await says(page, 'Kết quả bài học');
      await begun(page);
      await page.evaluate(fillUp, true);
      await practise(page);
      return says(page, 'Chưa lưu được');
    },

    async done(stage) {
      return says(await answered(stage, allRight()), 'Bài tiếp theo');
    },

    async 'done-last'(stage) {
      const page = await answered(stage, allRight(), short(1));
      return says(page, 'Gửi tiến độ cho Tổ trưởng');
    },

    async 'done-before'(stage) {
      const page = await answered(stage, allRight());
      await stage.context.unroute('**/course.json');
      await released(stage, brief, renewed);
      await page.reload();
      return says(page, 'Bài có nội dung mới');
    },
  },
};
