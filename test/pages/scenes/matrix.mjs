import {builtCourse, released, short} from '../stage/course.mjs';
import {placeOf, team} from '../stage/codes.mjs';
import {says} from '../stage/stage.mjs';
import {emptyRoom, received, writeNames, writeRoster} from '../stage/team.mjs';

const register = '<kns-trainer><kns-matrix></kns-matrix></kns-trainer>';

/** The register of a team that sent its codes, in a course of so many lessons. */
async function filled(stage, {lessons, size = 14} = {}) {
  const course = builtCourse();
  if (lessons) {
    short(lessons)(course);
    await released(stage, short(lessons));
  }
  const inbox = await emptyRoom(stage);
  const {members, chat} = team(course, size);
  await received(inbox, chat);
  await inbox.close();
  // One of them nobody knows yet.
  await stage.behind(writeNames, members.slice(1));
  return says(await stage.show(register, 'trainer'), 'người có dữ liệu trong 30 ngày qua');
}

/** The register of a commune of so many members in their teams. */
async function commune(stage, size = 40) {
  const {roster, codes} = placeOf(builtCourse(), 'commune', size);
  const inbox = await emptyRoom(stage);
  await inbox.evaluate(writeRoster, roster);
  await received(inbox, codes.join('\n'));
  await inbox.close();
  const page = await says(await stage.show(register, 'trainer'), `Đang xem tất cả ${size} người`);
  return says(page, 'người có dữ liệu trong 30 ngày qua');
}

export default {
  'kns-matrix': {
    async opening(stage) {
      const page = await emptyRoom(stage);
      await stage.occupy();
      await page.close();
      return says(await stage.show(register, 'trainer'), 'Đang mở sổ…');
    },

    empty: async (stage) => says(await stage.show(register, 'trainer'), 'Sổ chưa có ai'),

    few: (stage) => filled(stage, {lessons: 2, size: 11}),

    some: (stage) => filled(stage, {lessons: 4, size: 4}),

    many: (stage) => filled(stage),

    async explained(stage) {
      const page = await filled(stage, {size: 3});
      await page.getByText('Các ký hiệu nghĩa là gì?').click();
      return says(page, 'dữ liệu còn mới và bài chưa mở');
    },

    async unread(stage) {
      const page = await filled(stage, {lessons: 2, size: 4});
      await page.evaluate(async () => {
        await globalThis[Symbol.for('kynangso/page/1')].close();
        const room = document.querySelector('kns-trainer');
        room.parentNode.append(room);
      });
      return says(page, 'Chưa đọc được sổ');
    },

    async totals(stage) {
      const page = await filled(stage, {size: 4});
      await page.getByText('Cả tổ: từng bài').click();
      return page;
    },

    async asked(stage) {
      const page = await filled(stage, {size: 4});
      await page.locator('.person button.who').nth(1).click();
      await page.locator('.person button.cell').nth(1).click();
      return says(page, 'Theo mã làm ngày');
    },

    roster: (stage) => commune(stage),

    async narrowed(stage) {
      const page = await commune(stage);
      await page.getByText('Lọc và sắp xếp').click();
      await page.getByLabel('Vai trò').selectOption({label: 'Tổ trưởng'});
      await page.getByLabel('Chỉ phần cốt lõi').check();
      return says(page, 'Bỏ lọc');
    },

    async reasons(stage) {
      const page = await commune(stage);
      await page.locator('.item:not(.unit) button').nth(1).click();
      return says(page, 'Về danh sách');
    },
  },
};
