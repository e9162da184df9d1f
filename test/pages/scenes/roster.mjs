import {backupOf} from '../stage/backup.mjs';
import {builtCourse} from '../stage/course.mjs';
import {team} from '../stage/codes.mjs';
import {says} from '../stage/stage.mjs';
import {cut, stalled} from '../stage/faults.mjs';
import {workbookFile} from '../stage/workbook.mjs';
import {emptyRoom, received, writeNames} from '../stage/team.mjs';

const room = '<kns-trainer><kns-roster></kns-roster></kns-trainer>';

const opened = (stage) => stage.show(room, 'trainer');

const people = [
  ['Vàng Mí Hùng', 'Tổ trưởng', 'Lô Lô Chải', '1', '0912345678', '1968'],
  ['Lù Thị Mỷ', 'Tổ phó', 'Lô Lô Chải', '1', '', '1971'],
  ['Lù Thị Mỷ', 'Thành viên', 'Lô Lô Chải', '1', '0977000123', '1990'],
  ['Nguyễn Thị Thanh Hương', 'Bí thư Đoàn', 'Séo Lủng', '2', '', ''],
  ['Giàng Seo Pao', 'Tổ trưởng', 'Séo Lủng', '2', '', '1985'],
];

const listOf = (rows) =>
  [
    'ỦY BAN NHÂN DÂN XÃ LŨNG CÚ',
    'DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG',
    'STT;Họ và tên;Chức vụ;Thôn;Tổ;Điện thoại;Năm sinh;CCCD;Ghi chú',
    ...rows.map((row, at) => [at + 1, ...row, '', ''].join(';')),
  ].join('\n');

async function chosen(page, text, name = 'danh-sach-lung-cu.csv') {
  await page.getByRole('button', {name: 'Nhập từ tệp'}).click();
  await page
    .locator('kns-roster #list-file')
    .setInputFiles({name, mimeType: 'text/csv', buffer: Buffer.from(text)});
  return page;
}

/** The roster of a commune with two villages, brought in a moment ago. */
async function filled(stage) {
  const page = await says(await opened(stage), 'Danh sách chưa có ai.');
  await chosen(page, listOf(people));
  await page.getByRole('button', {name: 'Nhập 5 người'}).click();
  return says(page, 'Đã nhập: 5 người mới');
}

async function atTeam(stage) {
  const page = await filled(stage);
  for (const name of [/^Xã Lũng Cú/, /^Lô Lô Chải/, /^Tổ 1/]) {
    await page.getByRole('button', {name}).click();
  }
  return says(page, 'số …678');
}

export default {
  'kns-roster': {
    async opening(stage) {
      await stalled(stage, '**/c/desk-*.js');
      return says(await opened(stage), 'Đang mở sổ…');
    },

    async unfetched(stage) {
      await cut(stage, '**/c/desk-*.js');
      return says(await opened(stage), 'Chưa tải được một phần của trang');
    },

    empty: async (stage) => says(await opened(stage), 'Danh sách chưa có ai.'),

    async refused(stage) {
      const page = await says(await opened(stage), 'Danh sách chưa có ai.');
      await chosen(page, '%PDF-1.7', 'danh-sach.xlsx');
      return says(page, 'Tệp này không phải danh sách');
    },

    async preview(stage) {
      const page = await filled(stage);
      await chosen(
        page,
        listOf([
          ['Vàng Mí Hùng', 'Tổ phó', 'Lô Lô Chải', '1', '', '1968'],
          ['Lù Thị Mỷ', 'Thành viên', 'Lô Lô Chải', '1', '', ''],
          ['Giàng Seo Pao', '', 'Lô Lô Chải', '1', '', ''],
          ['Sùng 9', '', 'Lô Lô Chải', '1', '', ''],
          ['Hoàng Văn Thái', 'Trưởng thôn', 'Ma Lé', '3', '12', '71'],
        ]),
      );
      return says(page, 'Những dòng cần xem');
    },

    async 'preview-sheets'(stage) {
      const page = await says(await opened(stage), 'Danh sách chưa có ai.');
      const head = ['STT', 'Họ và tên', 'Chức vụ', 'Tổ'];
      await page.getByRole('button', {name: 'Nhập từ tệp'}).click();
      await page.locator('kns-roster #list-file').setInputFiles(
        workbookFile('danh-sach-ca-xa.xlsx', {
          'Thôn Lô Lô Chải': [
            ['DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ LŨNG CÚ'],
            head,
            ['1', 'Vàng Mí Hùng', 'Bí thư chi bộ', 'Tổ 1'],
            ['2', 'Lù Thị Mỷ', '', 'Tổ 1'],
            ['', 'Tổng cộng: 2 người', '', ''],
            ['', 'Lò Văn Ký', '', ''],
          ],
          'Thôn Séo Lủng': [head, ['1', 'Giàng Seo Pao', '', 'Tổ 2']],
        }),
      );
      return says(page, 'Tệp còn 1 trang tính khác');
    },

    changed: filled,

    members: atTeam,

    async found(stage) {
      const page = await filled(stage);
      await page.getByLabel('Tìm theo tên hoặc mã').fill('lu thi');
      return says(page, 'Thấy 2 người.');
    },

    async 'editing-unit'(stage) {
      const page = await atTeam(stage);
      await page.getByRole('button', {name: 'Sửa đơn vị này'}).click();
      return says(page, 'Giải thể từ hôm nay');
    },

    async editing(stage) {
      const inbox = await emptyRoom(stage);
      const {members, chat} = team(builtCourse(), 2);
      await received(inbox, chat);
      await inbox.close();
      const [first] = members;
      await stage.behind(writeNames, [{learner: first.learner, name: 'anh Hùng tổ 1'}]);
      const page = await atTeam(stage);
      await page.getByRole('button', {name: 'Sửa Vàng Mí Hùng'}).click();
      await says(page, 'Có phải của người này?');
      await page.getByLabel('Năm sinh').fill('71');
      await page.getByRole('button', {name: 'Lưu', exact: true}).click();
      return says(page, 'Năm sinh cần đủ 4 số');
    },

    async 'keeping-copy'(stage) {
      const page = await filled(stage);
      await page.getByRole('button', {name: 'Sao lưu và gộp sổ'}).click();
      await page.getByRole('button', {name: 'Tạo tệp sao lưu'}).click();
      return says(page, 'Cụm từ cần ít nhất 8 chữ.');
    },

    async 'copy-left-out'(stage) {
      const page = await says(await opened(stage), 'Danh sách chưa có ai.');
      await page.getByRole('button', {name: 'Sao lưu và gộp sổ'}).click();
      const words = 'trâu bò lợn gà';
      await page.getByLabel('Cụm từ khóa tệp').fill(words);
      await page
        .locator('kns-roster #copy-file')
        .setInputFiles(await backupOf(builtCourse(), words, 7));
      return says(page, 'Có 7 mục trong tệp chưa lấy được');
    },

    async 'copy-erased'(stage) {
      const page = await filled(stage);
      const words = 'trâu bò lợn gà';
      await page.getByRole('button', {name: 'Sao lưu và gộp sổ'}).click();
      await page.getByLabel('Cụm từ khóa tệp').fill(words);
      const saved = page.waitForEvent('download');
      await page.getByRole('button', {name: 'Tạo tệp sao lưu'}).click();
      const file = await (await saved).path();
      await page.getByRole('button', {name: 'Thôi', exact: true}).click();
      await page.getByRole('button', {name: 'Hoàn tác'}).click();
      await says(page, 'Danh sách chưa có ai.');
      await page.getByRole('button', {name: 'Sao lưu và gộp sổ'}).click();
      await page.getByLabel('Cụm từ khóa tệp').fill(words);
      await page.locator('kns-roster #copy-file').setInputFiles(file);
      return says(page, 'đã bị xóa khỏi sổ này');
    },

    async inviting(stage) {
      const page = await atTeam(stage);
      await page.getByRole('button', {name: 'Mời Vàng Mí Hùng'}).click();
      return says(page, 'Đã tạo mã mời.');
    },

    async 'inviting-all'(stage) {
      const page = await atTeam(stage);
      await page.getByRole('button', {name: 'In giấy mời'}).click();
      return says(page, 'Tám phiếu một tờ A4');
    },

    async 'passing-on'(stage) {
      const page = await filled(stage);
      await page.getByRole('button', {name: 'Gói gửi lên cấp trên'}).click();
      return says(page, 'KHÔNG có tên');
    },

    async 'passing-on-named'(stage) {
      const page = await filled(stage);
      await page.getByRole('button', {name: 'Gói gửi lên cấp trên'}).click();
      await page.getByRole('radio', {name: 'Có tên', exact: true}).check();
      await page.getByRole('button', {name: 'Lưu gói'}).click();
      return says(page, 'Cụm từ cần ít nhất 8 chữ.');
    },

    async 'handing-out'(stage) {
      const page = await filled(stage);
      await page.getByRole('button', {name: 'Xuất danh sách'}).click();
      return says(page, 'Tệp Excel');
    },
  },
};
