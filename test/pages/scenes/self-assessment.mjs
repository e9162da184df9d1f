import {brief, briefLength, course, released, short, study} from '../stage/course.mjs';
import {cut, fillUp} from '../stage/faults.mjs';
import {says} from '../stage/stage.mjs';

const alone = '<kns-course><kns-self-assessment></kns-self-assessment></kns-course>';

const press = (page, name) => page.getByRole('button', {name, exact: true}).click();

const offered = async (stage) =>
  says(await stage.show(alone), 'Trước khi học, anh/chị tự thấy mình ở đâu?');

async function asking(stage) {
  const page = await offered(stage);
  await press(page, 'Tự đánh giá');
  return says(page, 'Tự đánh giá trước khi học');
}

/** Picks a step, by its place, for each of the statements on show; a gap is left out. */
async function pick(page, steps) {
  for (const [at, step] of steps.entries()) {
    if (step === undefined) continue;
    await page.locator('kns-self-assessment fieldset').nth(at).locator('label').nth(step).click();
  }
}

/** A course of one lesson or two; the first of them is learned, after saying `before` of oneself. */
async function learned(stage, before, lessons = 1) {
  await released(stage, brief, short(lessons));
  const page = await stage.show(course);
  if (before) {
    await says(page, 'Trước khi học, anh/chị tự thấy mình ở đâu?');
    await press(page, 'Tự đánh giá');
    await pick(page, before);
    await press(page, 'Lưu lại');
    await says(page, 'Đã ghi phần tự đánh giá.');
  }
  await page.getByRole('button', {name: 'Bắt đầu học'}).click();
  await study(page, Array(briefLength()).fill(true));
  await page.getByRole('button', {name: 'Danh sách bài học'}).click();
  return says(page, 'Đã hoàn thành');
}

async function askingAfter(stage, before) {
  const page = await says(await learned(stage, before), 'anh/chị thấy mình khác chưa?');
  await press(page, 'Tự đánh giá');
  return says(page, 'Tự đánh giá sau khi học');
}

async function compared(stage, before) {
  const page = await askingAfter(stage, before);
  await pick(page, [2, 1, 3, 2, undefined]);
  await press(page, 'Lưu lại');
  return says(page, 'Bây giờ');
}

const first = [0, 0, 1, 2, 1];

export default {
  'kns-self-assessment': {
    async nothing(stage) {
      const page = await learned(stage, undefined, 2);
      await page.locator('kns-self-assessment[hidden]').waitFor({state: 'attached'});
      return page;
    },

    'offered-before': offered,
    asking,

    async 'nothing-picked'(stage) {
      const page = await asking(stage);
      await press(page, 'Lưu lại');
      return says(page, 'Anh/chị chưa chọn câu nào.');
    },

    async 'saved-before'(stage) {
      const page = await asking(stage);
      await pick(page, first);
      await press(page, 'Lưu lại');
      return says(page, 'Đã ghi phần tự đánh giá.');
    },

    'offered-after': async (stage) => says(await learned(stage), 'anh/chị thấy mình khác chưa?'),

    'asking-after': (stage) => askingAfter(stage),
    compared: (stage) => compared(stage, first),
    'compared-late': (stage) => compared(stage),

    async 'compared-closed'(stage) {
      const page = await compared(stage, first);
      await page.reload();
      return says(page, 'Xem trước và sau khi học');
    },

    async unreachable(stage) {
      await cut(stage, '**/self-assessment.*.json');
      const page = await offered(stage);
      await press(page, 'Tự đánh giá');
      return says(page, 'Chưa tải được các câu này');
    },

    async 'part-missing'(stage) {
      await cut(stage, '**/c/sheet-*.js');
      const page = await offered(stage);
      await press(page, 'Tự đánh giá');
      return says(page, 'Một phần của trang chưa tải về được');
    },

    async unsaved(stage) {
      const page = await asking(stage);
      await pick(page, first);
      await page.evaluate(fillUp, true);
      await press(page, 'Lưu lại');
      return says(page, 'Chưa lưu được phần tự đánh giá');
    },

    async held(stage) {
      const page = await asking(stage);
      await pick(page, first);
      await page.evaluate(fillUp);
      await press(page, 'Lưu lại');
      return says(page, 'Đang giữ tạm, chưa vào sổ');
    },
  },
};
