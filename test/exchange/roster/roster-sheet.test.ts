import {expect} from '@open-wc/testing';
import {withCheck} from '../../../src/store/reckoning/member-code.js';
import {listIn, workbook} from './lists.js';

const plain = async (text: string) =>
  (await listIn(text)).people.map(({name, role, units, phoneTail, birthYear, flaws}) =>
    [name, role, units.map((unit) => unit.name).join(' › '), phoneTail, birthYear, ...flaws].filter(
      (part) => part !== undefined,
    ),
  );

describe('a list of members as people have it', () => {
  it('is read below its title, with columns in any order and two names in two columns', async () => {
    const text = [
      'ỦY BAN NHÂN DÂN;;;;;',
      'XÃ LŨNG CÚ;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;;',
      ';;;;;',
      'DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG NĂM 2026;;;;;',
      'TT;Số điện thoại;Họ đệm;Tên;CHỨC VỤ;Thôn',
      '(1);(2);(3);(4);(5);(6)',
      '1;0912 345 678;VÀNG MÍ;HÙNG;Bí thư chi bộ, Tổ trưởng;Lô Lô Chải',
      '2;912345679;Lù Thị;Mỷ;Thành viên;',
      ';;;;;',
      ';Tổng cộng: 2 người;;;;',
      ';Nơi nhận: như trên;;;CHỦ TỊCH;',
      ';;Nguyễn Văn;Ký;;',
    ].join('\n');
    const sheet = await listIn(text);
    expect(await plain(text)).to.deep.equal([
      ['Vàng Mí Hùng', 'head', 'Lô Lô Chải', '678'],
      ['Lù Thị Mỷ', 'member', 'Lô Lô Chải', '679'],
    ]);
    expect(sheet.titled).to.deep.equal({level: 'commune', name: 'Xã Lũng Cú'});
    expect(sheet.people.map(({row}) => row)).to.deep.equal([7, 8]);
    expect(sheet.passedOver).to.deep.equal([{row: 12, text: 'Nguyễn Văn Ký'}]);
  });

  it('goes on below the sum of a team, past a note that speaks of a list, and past a family called Tống', async () => {
    const text = [
      'STT;Họ tên;Ghi chú',
      'I;Tổ 1;',
      '1;Vàng Mí An;Người lập danh sách',
      ';Cộng: 1;',
      'II;Tổ 2;',
      '1;Tống Công Ba;',
      '2;Vàng Mí Ca;',
      ';Tổng cộng: 3;',
      '3;Vàng Mí Da;thêm tháng 5',
      ';Lũng Cú, ngày 5 tháng 3 năm 2026;',
      ';PHÓ CHỦ TỊCH;',
      ';Lò Văn Ký;',
    ].join('\n');
    expect(await plain(text)).to.deep.equal([
      ['Vàng Mí An', 'Tổ 1'],
      ['Tống Công Ba', 'Tổ 2'],
      ['Vàng Mí Ca', 'Tổ 2'],
      ['Vàng Mí Da', 'Tổ 2'],
    ]);
    expect((await listIn(text)).passedOver).to.deep.equal([{row: 12, text: 'Lò Văn Ký'}]);
  });

  it('takes no village for a person because a count stands beside it, and no head of a second page', async () => {
    const head = 'STT;Họ đệm;Tên;Chức vụ;Năm sinh;Ghi chú';
    const text = [
      head,
      'I;THÔN MÁ LÉ;;;;12 người',
      '1;Vàng Mí;An;;1968;',
      head,
      'Thôn Séo Lủng;;;;;5 người',
      '1;Vàng Mí;Ba;;;',
    ].join('\n');
    expect(await plain(text)).to.deep.equal([
      ['Vàng Mí An', 'Thôn Má Lé', 1968],
      ['Vàng Mí Ba', 'Thôn Séo Lủng'],
    ]);
  });

  it('has whole names under Tên, and makes no digits of a number that a spreadsheet cut short', async () => {
    expect(
      await plain('STT;Tên;SĐT\n1;Vàng Mí An;9.12346E+08\n2;Vàng Mí Ba;8,49123E+11'),
    ).to.deep.equal([
      ['Vàng Mí An', '', 'phone-short'],
      ['Vàng Mí Ba', '', 'phone-short'],
    ]);
  });

  it('has rows that say where the next ones belong, and people named Tô and Lang', async () => {
    const text =
      'STT,Họ và tên,Chức vụ\nI,"Tổ 1, thôn Séo Lủng",\n1,Tô Văn An,Tổ phó\n2,Lang Thị Bé,\nII. Tổ 2 (2 người),,\n1,Tô Văn Ba,';
    expect(await plain(text)).to.deep.equal([
      ['Tô Văn An', 'deputy', 'thôn Séo Lủng › Tổ 1'],
      ['Lang Thị Bé', 'thôn Séo Lủng › Tổ 1'],
      ['Tô Văn Ba', 'thôn Séo Lủng › Tổ 2'],
    ]);
  });

  it('has a unit for every row that is merged with it, also of who has a code, and says of which rows it was only read from above', async () => {
    const text = (cell: string, inside: string) =>
      `<c r="${cell}" t="inlineStr"><is><t>${inside}</t></is></c>`;
    const row = (at: number, ...cells: readonly string[]) =>
      `<row r="${at}">${cells.map((inside, nth) => (inside ? text(`${'ABC'[nth]}${at}`, inside) : '')).join('')}</row>`;
    const rows = [
      row(1, 'Tổ', 'Họ và tên', 'Mã thành viên'),
      row(2, 'Tổ 1', 'Vàng Mí An', withCheck('AAAAAA')),
      row(3, '', 'Lù Thị Mỷ', withCheck('BBBBBB')),
      row(4, '', 'Sùng A Páo', withCheck('CCCCCC')),
      row(5, 'Tổ 2', 'Ma Văn Tài'),
      row(6, '', 'Ma Thị Lụa'),
      row(7, '', 'Ma Thị Mới'),
    ];
    const merges = ['A2:A3', 'A5:A6', 'A5:A99999', 'B5:C5'];
    const sheet = await listIn(workbook(rows, {merges}));
    expect(
      sheet.people.map(({name, units}) => [name, units.map((unit) => unit.name).join()]),
    ).to.deep.equal([
      ['Vàng Mí An', 'Tổ 1'],
      ['Lù Thị Mỷ', 'Tổ 1'],
      ['Sùng A Páo', ''],
      ['Ma Văn Tài', 'Tổ 2'],
      ['Ma Thị Lụa', 'Tổ 2'],
      ['Ma Thị Mới', 'Tổ 2'],
    ]);
    expect(sheet.filled).to.deep.equal([]);
    expect((await listIn(workbook(rows, {merges: ['A5:A6']}))).filled).to.deep.equal([7]);
  });

  it('may be of three levels, from before 1/7/2025, with merged cells that stand for the rows below', async () => {
    const text =
      'Tỉnh\tHuyện\tXã\tTổ\tHọ tên\nHà Giang\tĐồng Văn\tLũng Cú\t1\tA B\n\t\t\t\tC D\n\t\tMa Lé\t\tE G\n\t\t\t2\tH I';
    const sheet = await listIn(text);
    expect(sheet.districts).to.deep.equal(['Đồng Văn']);
    const written = await listIn(
      'Họ tên;Địa chỉ\nA B;Thôn Đông, xã Lũng Cú, huyện Đồng Văn\nC D;xã Ma Lé, huyện Đồng Văn',
    );
    expect(written.districts).to.deep.equal(['huyện Đồng Văn']);
    expect((await listIn('Họ tên;Xã\nA B;Lũng Cú')).districts).to.deep.equal([]);
    expect(await plain(text)).to.deep.equal([
      ['A B', 'Hà Giang › Đồng Văn › Lũng Cú › 1'],
      ['C D', 'Hà Giang › Đồng Văn › Lũng Cú › 1'],
      ['E G', 'Hà Giang › Đồng Văn › Ma Lé'],
      ['H I', 'Hà Giang › Đồng Văn › Ma Lé › 2'],
    ]);
  });

  it('has its teams under a head of several words for them, in whatever order and with whatever between', async () => {
    for (const head of ['Tổ/thôn', 'Tổ - Thôn', 'Tổ (thôn)', 'Thôn/Tổ', 'Tổ / khối phố, bản']) {
      const {people, unread} = await listIn(`STT;Họ và tên;"${head}"\n1;Vàng Mí An;Séo Lủng`);
      expect(people[0]?.units, head).to.deep.equal([{level: 'team', name: 'Séo Lủng'}]);
      expect(unread, head).to.deep.equal([]);
    }
    // A Tổ dân phố is what a thôn is in a town, and no team.
    for (const head of ['Thôn/Tổ dân phố', 'Tổ dân phố/Thôn/Bản', 'Khối phố', 'Tên thôn/TDP']) {
      const {people} = await listIn(`STT;Họ và tên;${head}\n1;Vàng Mí An;Séo Lủng`);
      expect(people[0]?.units, head).to.deep.equal([{level: 'village', name: 'Séo Lủng'}]);
    }
  });

  it('has whole names where one head stands over two columns of them, and none made up of what stands beside a name', async () => {
    const halves =
      'TT;Họ và tên;;Năm sinh\n1;Nguyễn Thị;Lan;1970\n2;Lò Văn;Én;1981\n3;Giàng A Páo;;1990';
    expect((await listIn(halves)).people.map(({name}) => name)).to.deep.equal([
      'Nguyễn Thị Lan',
      'Lò Văn Én',
      'Giàng A Páo',
    ]);
    for (const beside of ['Nam', 'x', 'Nữ']) {
      const whole = `TT;Họ và tên;;Năm sinh\n1;Nguyễn Thị Lan;${beside};1970\n2;Lò Văn Én;Nam;1981`;
      expect(
        (await listIn(whole)).people.map(({name}) => name),
        beside,
      ).to.deep.equal(['Nguyễn Thị Lan', 'Lò Văn Én']);
    }
  });

  it('has a head of two rows, and the year of birth under Nam or Nữ', async () => {
    const text =
      'TT;Họ và tên;Năm sinh;;Đơn vị\n;;Nam;Nữ;\n1;Ma Văn Tài;1968;;Tổ 3 - Bản Pó\n2;Ma Thị Lụa;;02/09/1971;"Tổ 3, Bản Pó"\n3;Ma Thị Mới;;71;';
    expect(await plain(text)).to.deep.equal([
      ['Ma Văn Tài', 'Bản Pó › Tổ 3', 1968],
      ['Ma Thị Lụa', 'Bản Pó › Tổ 3', 1971],
      ['Ma Thị Mới', 'Bản Pó › Tổ 3', 'birth-odd'],
    ]);
  });

  it('begins with its first person, also where that one is a man', async () => {
    const head = 'STT;Họ và tên;Giới tính;Tổ';
    expect(await plain(`${head}\n1;Vàng Mí Hùng;Nam;1\n2;Lù Thị Mỷ;Nữ;1`)).to.have.length(2);
    expect(
      await plain('Họ đệm;Tên;Giới tính;Tổ\nVàng Mí;Nam;Nam;1\nLù Thị;Mỷ;Nữ;1'),
    ).to.have.length(2);
  });

  it('may be numbered within the names', async () => {
    expect(await plain('Họ và tên;Tổ\n1. Vàng Mí Hùng;1\n2) Lù Thị Mỷ;1')).to.deep.equal([
      ['Vàng Mí Hùng', '1'],
      ['Lù Thị Mỷ', '1'],
    ]);
  });

  it('gives away no identity number, under whatever head it stands, and no more of a number than three digits', async () => {
    const text =
      'Họ và tên;Số CCCD;Ghi chú;ĐT\nA B;002068001234;002068001235;0912345678\nC D;;002068001236;12\nE G;;;0977 1112\n';
    const sheet = await listIn(text);
    expect(sheet.identity).to.deep.equal(['Số CCCD', 'Ghi chú']);
    expect(JSON.stringify(sheet.people)).not.to.match(/00206800|091234/);
    expect(sheet.people.map(({phoneTail, flaws}) => [phoneTail, ...flaws])).to.deep.equal([
      ['678'],
      [undefined, 'phone-short'],
      ['112'],
    ]);
  });

  it('names what is wrong with a row', async () => {
    const code = withCheck('KM2PX7');
    const text = `Mã;Họ và tên;Chức vụ\n${code.toLowerCase()};A B;Trưởng thôn\n${code.slice(0, 6)}0;C D;\n;;Tổ phó\n;E 9;`;
    const {people} = await listIn(text);
    expect(people.map((person) => person.flaws)).to.deep.equal([
      ['role-other'],
      ['code-wrong'],
      ['name-missing'],
      ['name-odd'],
    ]);
    expect(people[0]).to.include({code, role: 'member'});
  });
});
