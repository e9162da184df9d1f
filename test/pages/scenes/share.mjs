import {builtCourse, short} from '../stage/course.mjs';
import {foreignCode, team} from '../stage/codes.mjs';
import {cut, fillUp} from '../stage/faults.mjs';
import {says} from '../stage/stage.mjs';

const share = '<kns-course><kns-share></kns-share></kns-course>';

const closed = async (stage) => says(await stage.show(share), 'Gửi tiến độ cho Tổ trưởng');

async function handOver(stage) {
  const page = await closed(stage);
  await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
  return says(page, 'Mã tiến độ của anh/chị');
}

async function bringIn(stage) {
  const page = await closed(stage);
  await page.getByRole('button', {name: 'Đã học ở nơi khác?'}).click();
  return says(page, 'Dán mã tiến độ vào đây');
}

async function take(page, text, words) {
  await page.getByLabel('Dán mã tiến độ vào đây').fill(text);
  await page.getByRole('button', {name: 'Nhận mã'}).click();
  return says(page, words);
}

/** What this device would hand over now. */
async function ownCode(page) {
  await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
  const code = await page.getByLabel('Mã tiến độ của anh/chị').inputValue();
  await page.getByRole('button', {name: 'Đã học ở nơi khác?'}).click();
  return code;
}

/** Goes on with what one's own other phone sent, made when the course was shorter. */
async function adopted(stage) {
  const earlier = builtCourse();
  short(2)(earlier);
  const [{code}] = team(earlier, 1).members;
  const page = await bringIn(stage);
  await take(page, code, 'Mã này của chính anh/chị?');
  await page.getByRole('button', {name: 'Đúng, học tiếp'}).click();
  return says(page, 'Máy này học tiếp từ mã đó');
}

export default {
  'kns-share': {
    closed,
    'hand-over': handOver,

    async copied(stage) {
      const page = await handOver(stage);
      await page.getByRole('button', {name: 'Sao chép mã'}).click();
      return says(page, 'Đã sao chép');
    },

    async 'by-hand'(stage) {
      const page = await handOver(stage);
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error());
        document.execCommand = () => false;
      });
      await page.getByRole('button', {name: 'Sao chép mã'}).click();
      return says(page, 'Mã đã được bôi đen');
    },

    'bring-in': bringIn,

    'nothing-found': async (stage) =>
      take(await bringIn(stage), 'Chị Lan ơi, em học xong rồi ạ.', 'Chưa thấy mã nào'),

    adopted,

    /** The same person sends from the other phone once more, having learned more there. */
    async taken(stage) {
      const page = await adopted(stage);
      const [{code}] = team(builtCourse(), 1).members;
      return take(page, code, 'Phần đã học được cộng vào máy này');
    },

    async 'taken-nothing-new'(stage) {
      const page = await closed(stage);
      return take(page, await ownCode(page), 'Máy này đã có đủ rồi');
    },

    async 'taken-again'(stage) {
      const page = await closed(stage);
      const code = await ownCode(page);
      await take(page, code, 'Đã nhận');
      await page.getByRole('button', {name: 'Nhận mã'}).click();
      return says(page, 'Mã này đã nhận trước đây');
    },

    async refused(stage) {
      const course = builtCourse();
      const {spoiled} = team(course, 1);
      return take(
        await bringIn(stage),
        [...spoiled, foreignCode(course)].join('\n'),
        'mã của một khóa học khác',
      );
    },

    async whose(stage) {
      const [member] = team(builtCourse(), 1).members;
      return take(await bringIn(stage), member.code, 'Mã này của chính anh/chị?');
    },

    async 'not-taken'(stage) {
      const [member] = team(builtCourse(), 1).members;
      const page = await bringIn(stage);
      await page.evaluate(fillUp, true);
      return take(page, member.code, 'Chưa nhận được mã');
    },

    async 'part-missing'(stage) {
      const page = await closed(stage);
      await cut(stage, '**/c/hand-over-*.js');
      await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
      return says(page, 'Một phần của trang chưa tải về được');
    },
  },
};
