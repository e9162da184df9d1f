import {
  brief,
  briefLength,
  course,
  released,
  renewed,
  reviewed,
  short,
  study,
} from '../stage/course.mjs';
import {keeping, stalled} from '../stage/faults.mjs';
import {says} from '../stage/stage.mjs';

const outline = '<kns-course><kns-outline></kns-outline></kns-course>';

/** Somebody opened the first lesson, answered so many of its questions, and went back to the outline. */
async function learned(stage, count, ...changes) {
  await released(stage, brief, ...changes);
  const page = await stage.show(course);
  await page.getByRole('button', {name: 'Bắt đầu học'}).click();
  await study(page, Array(count).fill(true));
  await page.getByRole('button', {name: 'Danh sách bài học'}).click();
  return page;
}

export default {
  'kns-outline': {
    async unknown(stage) {
      await stalled(stage, keeping);
      return says(await stage.show(outline), 'Chưa rõ');
    },

    async new(stage) {
      return says(await stage.show(outline), 'Chưa học');
    },

    async started(stage) {
      return says(await learned(stage, 1), 'Đang học');
    },

    async done(stage) {
      return says(await learned(stage, briefLength()), 'Đã hoàn thành');
    },

    async 'done-before'(stage) {
      const page = await learned(stage, briefLength());
      await stage.context.unroute('**/course.json');
      await released(stage, brief, renewed);
      await page.reload();
      return says(page, 'Đã học bản cũ');
    },

    async 'all-done'(stage) {
      return says(await learned(stage, briefLength(), short(1)), 'đã học xong tất cả các bài');
    },

    async reviewed(stage) {
      await released(stage, reviewed);
      return says(await stage.show(outline), 'Chưa học');
    },
  },
};
