import {cut, fillUp} from '../stage/faults.mjs';
import {says} from '../stage/stage.mjs';
import {writeRoster} from '../stage/roster.mjs';

const room = '<kns-trainer><kns-session></kns-session></kns-trainer>';

const empty = async (stage) => says(await stage.show(room, 'trainer'), 'Chưa có buổi nào');

/** An evening that is being prepared, with so many lessons of the first module. */
async function prepared(stage, count = 2) {
  const page = await empty(stage);
  await page.getByRole('button', {name: 'Soạn một buổi'}).click();
  await page.getByRole('textbox', {name: 'Nơi học'}).fill('Nhà văn hóa thôn Đông');
  await page.locator('kns-session summary').first().click();
  for (let lesson = 0; lesson < count; lesson++)
    await page.locator('kns-session details').first().getByRole('checkbox').nth(lesson).check();
  return says(page, 'Đã lưu trên máy này');
}

async function projected(stage) {
  const page = await prepared(stage, 1);
  await page.getByRole('button', {name: 'Chiếu cho cả tổ xem'}).click();
  return says(page, /^1\/\d+$/);
}

/** On to the first question. */
async function asked(stage) {
  const page = await projected(stage);
  while (!(await page.locator('.slide.question').count())) await page.keyboard.press('PageDown');
  const more = page.getByRole('button', {name: 'Thêm một người chọn'});
  for (const option of [0, 0, 0, 1]) await more.nth(option).click();
  return page;
}

export default {
  'kns-session': {
    async opening(stage) {
      const page = await empty(stage);
      await stage.occupy();
      await page.close();
      return says(await stage.show(room, 'trainer'), 'Đang mở sổ');
    },

    empty,

    async list(stage) {
      const page = await prepared(stage);
      await page.getByRole('spinbutton', {name: 'Số người đến'}).fill('17');
      await page.getByRole('button', {name: 'Ghi là đã dạy'}).click();
      await says(page, 'Buổi này đã ghi là đã dạy');
      await page.getByRole('button', {name: 'Các buổi học'}).click();
      await page.getByRole('button', {name: 'Soạn một buổi'}).click();
      await page.getByRole('textbox', {name: 'Nơi học'}).fill('Sân đình');
      await page.getByRole('textbox', {name: 'Nơi học'}).press('Tab');
      await says(page, 'Đã lưu trên máy này');
      await page.getByRole('button', {name: 'Các buổi học'}).click();
      return says(page, '17 người đến');
    },

    sheet: (stage) => prepared(stage),

    async tight(stage) {
      const page = await prepared(stage, 4);
      await page.getByRole('spinbutton', {name: 'Số phút'}).fill('30');
      await page.getByRole('spinbutton', {name: 'Số phút'}).press('Tab');
      return says(page, /Thiếu khoảng/);
    },

    async counted(stage) {
      const page = await prepared(stage);
      await page.getByRole('spinbutton', {name: 'Số người đến'}).fill('17');
      await page.getByRole('button', {name: 'Ghi là đã dạy'}).click();
      return says(page, 'Buổi này đã ghi là đã dạy');
    },

    async ticked(stage) {
      await empty(stage);
      await stage.behind(writeRoster, ['Lê Thị Hoa', 'Trần Văn Bình', 'Nguyễn Thị Lan']);
      const page = await prepared(stage);
      await page.getByLabel('Điểm danh theo sổ tổ viên').check();
      await page.getByLabel('Nguyễn Thị Lan').check();
      return says(page, '1/3 người có mặt');
    },

    wall: projected,

    asked,

    async revealed(stage) {
      const page = await asked(stage);
      await page.getByRole('button', {name: 'Xem câu trả lời'}).click();
      return page;
    },

    async unsaved(stage) {
      const page = await prepared(stage);
      await page.evaluate(fillUp);
      await page.getByRole('textbox', {name: 'Nơi học'}).fill('Sân đình');
      await page.getByRole('textbox', {name: 'Nơi học'}).press('Tab');
      return says(page, 'Chưa lưu được');
    },

    async unreachable(stage) {
      const page = await prepared(stage, 2);
      await cut(stage, /m01-b02\.[0-9a-f]{8}\.json/);
      await page.getByRole('button', {name: 'Chiếu cho cả tổ xem'}).click();
      return says(page, 'Mã lỗi');
    },
  },
};
