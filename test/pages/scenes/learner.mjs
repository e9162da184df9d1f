import {questionAt} from '../harness.mjs';
import {brief, course, released, study} from '../stage/course.mjs';
import {cut, fillUp} from '../stage/faults.mjs';
import {says} from '../stage/stage.mjs';

const alone = '<kns-course><kns-learner></kns-learner></kns-course>';

const chip = (page) => page.locator('kns-learner button.chip');

const shows = (page, name) => chip(page).getByText(name, {exact: true}).waitFor();

const tap = (page, name) => page.locator('kns-learner').getByRole('button', {name}).last().click();

async function unnamed(stage) {
  const page = await stage.show(alone);
  await shows(page, 'Chưa đặt tên');
  return page;
}

/** The panel behind the name, on one of its screens. */
async function at(page, button, words) {
  if ((await chip(page).getAttribute('aria-expanded')) !== 'true') await chip(page).click();
  await tap(page, button);
  return says(page, words);
}

async function add(page, name, picture) {
  await at(page, 'Thêm người học', 'Tên gọi trong nhà');
  await page.getByLabel('Tên gọi trong nhà, trong Tổ').fill(name);
  await page.getByRole('radio', {name: picture}).check();
  await tap(page, 'Thêm và bắt đầu học');
  await shows(page, name);
}

/** Lan and Hùng share the phone; Hùng holds it. */
async function shared(stage, body = alone) {
  const page = await stage.show(body);
  await shows(page, 'Chưa đặt tên');
  await at(page, 'Đặt tên, chọn hình', 'Tên gọi trong nhà');
  await page.getByLabel('Tên gọi trong nhà, trong Tổ').fill('Chị Lan');
  await tap(page, 'Lưu');
  await shows(page, 'Chị Lan');
  await add(page, 'Anh Hùng', 'Con gà');
  return page;
}

async function setPin(page) {
  await at(page, 'Đặt mã PIN', 'Mã PIN mới');
  await page.getByLabel('Mã PIN mới').fill('280956');
  await tap(page, 'Lưu mã PIN');
  return says(page, 'Đổi hoặc bỏ mã PIN');
}

/** Hùng has a PIN and handed the phone to Lan, who taps on his name. */
async function askedForPin(stage) {
  const page = await shared(stage);
  await setPin(page);
  await tap(page, 'Chị Lan');
  await shows(page, 'Chị Lan');
  await chip(page).click();
  await tap(page, 'Anh Hùng');
  return says(page, 'Nhập mã PIN của Anh Hùng');
}

async function enterPin(page, words) {
  await page.getByLabel('Mã PIN', {exact: true}).fill('0000');
  await tap(page, 'Vào học');
  return says(page, words);
}

const removing = async (stage) =>
  at(await shared(stage), 'Xóa khỏi máy này', 'Xóa Anh Hùng khỏi máy này?');

async function withCode(stage) {
  const page = await removing(stage);
  await tap(page, 'Lấy mã tiến độ trước');
  return says(page, 'Mã tiến độ của anh/chị');
}

async function onSharedMachine(stage, body) {
  const page = await stage.show(body);
  await shows(page, 'Chưa đặt tên');
  await at(page, 'Máy dùng chung', 'Bài làm chỉ nằm trong trang đang mở');
  await tap(page, 'Bắt đầu, không lưu lại gì');
  return says(page, 'Máy dùng chung: không lưu lại gì');
}

export default {
  'kns-learner': {
    unnamed,
    named: (stage) => shared(stage),
    removing,
    'removing-with-code': withCode,
    'asking-pin': askedForPin,

    /** The element itself comes with the study, so that a second one waits for a database that is busy. */
    async waiting(stage) {
      const page = await unnamed(stage);
      await stage.occupy();
      await page.evaluate(() =>
        document.querySelector('kns-learner').replaceWith(document.createElement('kns-learner')),
      );
      await shows(page, 'Học viên');
      return page;
    },

    ruled: async (stage) =>
      says(
        await stage.show('<kns-course learner="tk-7781"><kns-learner></kns-learner></kns-course>'),
        'Học viên theo tài khoản',
      ),

    async list(stage) {
      const page = await shared(stage);
      await setPin(page);
      await tap(page, 'Chị Lan');
      await shows(page, 'Chị Lan');
      await chip(page).click();
      return says(page, 'Ai đang học trên máy này?');
    },

    adding: async (stage) => at(await shared(stage), 'Thêm người học', 'Chọn một hình'),

    async nameless(stage) {
      const page = await at(await shared(stage), 'Thêm người học', 'Chọn một hình');
      await tap(page, 'Thêm và bắt đầu học');
      return says(page, 'Anh/chị gõ tên trước nhé.');
    },

    changing: async (stage) =>
      at(await shared(stage), 'Đổi tên, đổi hình', 'Tên và hình của Anh Hùng'),

    'setting-pin': async (stage) => at(await shared(stage), 'Đặt mã PIN', 'Mã PIN mới'),

    async 'pin-shape'(stage) {
      const page = await at(await shared(stage), 'Đặt mã PIN', 'Mã PIN mới');
      await page.getByLabel('Mã PIN mới').fill('12');
      await tap(page, 'Lưu mã PIN');
      return says(page, 'Mã PIN gồm 4 đến 6 chữ số.');
    },

    async 'changing-pin'(stage) {
      const page = await setPin(await shared(stage));
      return at(page, 'Đổi hoặc bỏ mã PIN', 'Mã PIN đang dùng');
    },

    'wrong-pin': async (stage) => enterPin(await askedForPin(stage), 'còn nhập được 2 lần'),

    async 'waiting-pin'(stage) {
      const page = await askedForPin(stage);
      await enterPin(page, 'còn nhập được 2 lần');
      await enterPin(page, 'còn nhập được 1 lần');
      return enterPin(page, 'nữa rồi nhập lại');
    },

    async 'forgotten-pin'(stage) {
      const page = await askedForPin(stage);
      await page.getByText('Quên mã PIN?').click();
      return says(page, 'Không ai xem được hay đặt lại');
    },

    async away(stage) {
      await stage.context.clock.install();
      const page = await setPin(await shared(stage, course));
      await page.close();
      await stage.context.clock.fastForward('11:00');
      return says(await stage.show(course), 'Nhập mã PIN của Anh Hùng');
    },

    async 'removing-sure'(stage) {
      const page = await withCode(stage);
      await tap(page, 'Xóa Anh Hùng và mọi bài đã học');
      return says(page, 'Bấm lần nữa để xóa hẳn');
    },

    async removed(stage) {
      const page = await removing(stage);
      await tap(page, 'Xóa Anh Hùng và mọi bài đã học');
      await tap(page, 'Bấm lần nữa để xóa hẳn');
      return says(page, 'Đã xóa Anh Hùng khỏi máy này.');
    },

    async gone(stage) {
      const page = await removing(stage);
      const other = await stage.show(alone);
      await shows(other, 'Anh Hùng');
      await tap(page, 'Xóa Anh Hùng và mọi bài đã học');
      await tap(page, 'Bấm lần nữa để xóa hẳn');
      return says(other, 'vừa được xóa khỏi máy này ở một cửa sổ khác');
    },

    sharing: async (stage) =>
      at(await unnamed(stage), 'Máy dùng chung', 'Bài làm chỉ nằm trong trang đang mở'),

    shared: (stage) => onSharedMachine(stage, course),

    async 'shared-code'(stage) {
      await released(stage, brief);
      const page = await onSharedMachine(stage, course);
      await page.getByRole('button', {name: 'Bắt đầu học'}).click();
      await questionAt(page).waitFor();
      await study(page, [true]);
      await tap(page, 'Xong, xóa hết');
      return says(page, 'chép mã này mang về đã');
    },

    async 'part-missing'(stage) {
      await cut(stage, '**/c/panel-*.js');
      const page = await unnamed(stage);
      await chip(page).click();
      return says(page, 'Một phần của trang chưa tải về được');
    },

    async 'not-done'(stage) {
      const page = await at(await unnamed(stage), 'Đặt tên, chọn hình', 'Tên gọi trong nhà');
      await page.evaluate(fillUp, true);
      await page.getByLabel('Tên gọi trong nhà, trong Tổ').fill('Chị Lan');
      await tap(page, 'Lưu');
      return says(page, 'Máy đầy nên chưa lưu được');
    },
  },
};
