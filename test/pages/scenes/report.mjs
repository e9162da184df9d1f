import {builtCourse} from '../stage/course.mjs';
import {team} from '../stage/codes.mjs';
import {fromSource} from '../stage/from-source.mjs';
import {commune, inRoom} from '../stage/commune.mjs';
import {says} from '../stage/stage.mjs';
import {emptyRoom, received} from '../stage/team.mjs';

const {reportLineOf, periodOf, dayInVietnam} = await fromSource(`
  export {reportLineOf} from './src/exchange/report.js';
  export {periodOf} from './src/store/reckoning/periods.js';
  export {dayInVietnam} from './src/store/reckoning/calendar.js';
`);

const course = builtCourse();

const report = async (stage) => {
  await commune(stage);
  return inRoom(stage, 'kns-report', 'Bản gửi nhóm Zalo');
};

async function ownTeam(stage) {
  const page = await report(stage);
  await page.getByLabel('Đơn vị báo cáo').selectOption('T00001');
  return says(page, 'Đã nhận mã của');
}

async function written(stage) {
  const page = await ownTeam(stage);
  const fields = {
    'Hướng dẫn dịch vụ công (KN1)': '34',
    'Hướng dẫn mua sắm (KN2)': '6',
    'Hướng dẫn thanh toán (KN3)': '41',
    'Hướng dẫn an toàn mạng (KN4)': '52',
    'Hộ đã đến trong kỳ': '128',
    'Hộ đã đến, lũy kế': '402',
    'Hộ được giao': '1.100',
    'Vướng mắc': 'ứng dụng của tỉnh không đăng nhập được (12 lần)',
    'Đề xuất': 'thêm một buổi tối mỗi tuần ở nhà văn hóa',
  };
  for (const [label, value] of Object.entries(fields)) {
    const field = page.getByLabel(label, {exact: true});
    await field.fill(value);
    await field.blur();
  }
  return says(page, 'Đã giữ trên máy này');
}

const open = (page, part) => page.locator(`kns-report #${part} summary`).click();

/** What a team below sent, as it is pasted. */
const message = (unit, figures, more = {}) => {
  const today = dayInVietnam(Date.now());
  return `BÁO CÁO QUÝ IV/2026 – Tổ CNSCĐ\n4. Vướng mắc: sóng yếu ở cuối thôn\n${reportLineOf({
    unit,
    parent: 'XA0001',
    level: 'team',
    period: periodOf(today, 'quarter'),
    revision: 1,
    course: course.key,
    courseVersion: course.version,
    madeOn: today,
    figures,
    ...more,
  })}`;
};

export default {
  'kns-report': {
    async opening(stage) {
      const page = await emptyRoom(stage);
      await stage.occupy();
      await page.close();
      return inRoom(stage, 'kns-report', 'Đang mở sổ…');
    },

    async 'no-roster'(stage) {
      await (await received(await emptyRoom(stage), team(course, 5).chat)).close();
      return inRoom(stage, 'kns-report', 'Chưa có danh sách tổ');
    },

    'own-team': ownTeam,
    written,

    async 'wrong-number'(stage) {
      const page = await ownTeam(stage);
      const field = page.getByLabel('Hộ đã đến trong kỳ', {exact: true});
      await field.fill('khoảng 20');
      await field.blur();
      return says(page, 'Ghi số nguyên');
    },

    async copied(stage) {
      const page = await written(stage);
      await page.getByRole('button', {name: 'Sao chép báo cáo'}).click();
      return says(page, 'Đã sao chép. Mở nhóm Zalo');
    },

    async below(stage) {
      const page = await report(stage);
      await open(page, 'below');
      const figures = {members: 9, coreDone: 4, coreUnknown: 1, lessons: 61, kn1: 34, visited: 128};
      const east = message('T00001', figures);
      const west = message('T00002', {members: 5, coreDone: 2, lessons: 20});
      const away = message('T00009', {members: 7}, {parent: 'XA0009'});
      const spoiled = west.replace('tv=5', 'tv=6');
      await page.getByLabel('Dán báo cáo vào đây').fill([east, west, away, spoiled].join('\n\n'));
      await page.getByRole('button', {name: 'Nhận báo cáo'}).click();
      await says(page, 'Đọc được 3 báo cáo');
      await page.getByRole('button', {name: 'Đưa số cộng vào báo cáo này'}).click();
      return says(page, 'Đã đưa số cộng vào báo cáo');
    },

    async needs(stage) {
      const page = await report(stage);
      await open(page, 'needs');
      await page.locator('kns-report .needy input').first().check();
      return says(page, 'Bản giao việc để gửi');
    },

    async assigned(stage) {
      const page = await report(stage);
      await open(page, 'needs');
      await page.getByLabel('Giao thêm cho người khác').selectOption({label: 'Lò Thị Mẩy'});
      await page.locator('kns-report .needy input').first().check();
      await page.getByRole('button', {name: 'Giao việc và sao chép'}).click();
      return says(page, 'Đã ghi 2 việc vào sổ');
    },

    async charts(stage) {
      const page = await written(stage);
      await open(page, 'charts');
      await page.locator('kns-report .chart input').last().check();
      return says(page, '8–30 ngày');
    },

    async commended(stage) {
      const page = await report(stage);
      await open(page, 'commend');
      await page.getByLabel('Hiện cả tên từng người').check();
      return says(page, 'Xong phần lõi ngày');
    },

    async unreachable(stage) {
      await commune(stage, 2);
      await stage.context.route(/\/c\/desk/, (route) => route.abort());
      return inRoom(stage, 'kns-report', 'chunk-missing');
    },
  },
};
