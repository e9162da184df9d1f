import {expect, waitUntil} from '@open-wc/testing';
import {readSpreadsheet} from '../../../src/exchange/spreadsheet.js';
import {findReports, type ReportLine, reportLineOf} from '../../../src/exchange/report.js';
import {
  choose,
  course,
  finished,
  furnish,
  inside,
  learnerOf,
  message,
  open,
  openReport,
  packetOf,
  press,
  record,
  rowsOf,
  type,
  wordsOf,
} from './desk.js';
import type {KnsReport} from '../../../src/components/trainer/report.js';
import {savedFiles} from './saved-files.js';
import {litWarnings, testStore, today} from './room.js';

const lineIn = (text: string): ReportLine => {
  const [found] = findReports(text);
  if (!found || !('line' in found)) throw new Error(text);
  return found.line;
};

const teamLine = (unit: string, more: Partial<ReportLine> = {}): string =>
  reportLineOf({
    unit,
    parent: 'XA0001',
    level: 'team',
    period: '2026Q4',
    revision: 1,
    course: course.key,
    courseVersion: '1.0.0',
    madeOn: today,
    figures: {members: 3, kn1: 10, visited: 5, visitedSoFar: 50},
    ...more,
  });

describe('<kns-report>', () => {
  it('reckons a commune’s quarter from what was received, and calls unknown what nobody knows', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);

    const rows: Record<string, string[]> = Object.fromEntries(
      rowsOf(report, 'Số liệu quý IV/2026').map(([name = '', ...values]) => [name, values]),
    );
    expect(rows['Thành viên']).to.deep.equal(['5', '5']);
    expect(rows['Hoàn thành phần lõi']).to.deep.equal(['3', '1']);
    expect(rows['Chưa rõ phần lõi']).to.deep.equal(['1', '1']);
    expect(rows['Bài hoàn thành trong kỳ']).to.deep.equal(['5', '2']);
    expect(rows['Hộ đã đến trong kỳ']).to.deep.equal(['—', '—']);
    expect(wordsOf(report))
      .to.contain('3 xong · 1 chưa xong · 1 chưa rõ')
      .and.to.contain('Đã nhận mã của 4 trên 5 người.')
      .and.to.contain('Số liệu cũ nhất: 22/11/2026.');
    expect(lineIn(message(report))).to.deep.include({
      unit: 'XA0001',
      level: 'commune',
      period: '2026Q4',
      figures: {members: 5, coreDone: 3, coreUnknown: 1, lessons: 5, lessonsNoDay: 0},
    });
    expect(message(report)).to.contain('BÁO CÁO QUÝ IV/2026 – Xã Đồng Văn');
    expect(message(report).length).to.be.below(1000);
    expect(litWarnings()).to.deep.equal([]);
  });

  it('keeps what is written into it, for this unit and this period', async () => {
    const {store, name} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await choose(report, 'T00001');
    await type(report, '#kn4', '1.052');
    await type(report, '#difficulties', '  app tỉnh không đăng nhập được ');
    await waitUntil(() => wordsOf(report).includes('Đã giữ trên máy này'));
    expect(message(report)).to.contain('an toàn 1.052').and.to.contain('Vướng mắc: app tỉnh');
    expect(lineIn(message(report)).figures.kn4).to.equal(1052);

    await choose(report, 'T00002');
    expect(message(report)).to.contain('an toàn —');

    const again = await openReport(testStore(name).store);
    await choose(again, 'T00001');
    expect(lineIn(message(again)).figures.kn4).to.equal(1052);
    expect(message(again)).to.contain('Tổ thôn Đông, Xã Đồng Văn');
  });

  it('takes no words and no contradiction for a figure', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await type(report, '#visited', 'khoảng 20');
    expect(inside(report, '#visited-wrong').textContent).to.contain('Ghi số nguyên');
    expect(inside(report, '#visited').getAttribute('aria-invalid')).to.equal('true');
    await type(report, '#visited', '20');
    await type(report, '#visitedSoFar', '19');
    expect(inside(report, '#visitedSoFar-wrong').textContent).to.contain('Lũy kế không thể ít hơn');
    expect(lineIn(message(report)).figures).to.include({visited: 20});
    expect(lineIn(message(report)).figures).not.to.have.property('visitedSoFar');
  });

  it('reports what stands in the fields: what was refused is kept with what puts it right', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await type(report, '#visited', '20');
    await type(report, '#visitedSoFar', '20');
    await type(report, '#visited', '30');
    expect(inside(report, '#visited-wrong').textContent).to.contain('Lũy kế không thể ít hơn');
    await type(report, '#kn1', '4');
    expect(wordsOf(report), 'still to be put right').to.contain('Lũy kế không thể ít hơn');
    await type(report, '#visitedSoFar', '50');
    expect(wordsOf(report)).not.to.contain('Lũy kế không thể ít hơn');
    expect(inside<HTMLInputElement>(report, '#visited').value).to.equal('30');
    expect(lineIn(message(report)).figures).to.include({kn1: 4, visited: 30, visitedSoFar: 50});
  });

  it('makes no whole number of a part of one, and takes a refused text to no other unit', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await choose(report, 'T00001');
    await type(report, '#kn1', '1,5');
    expect(inside(report, '#kn1-wrong').textContent).to.contain('Ghi số nguyên');
    expect(lineIn(message(report)).figures).not.to.have.property('kn1');
    await choose(report, 'T00002');
    expect(inside<HTMLInputElement>(report, '#kn1').value).to.equal('');
    expect(wordsOf(report)).not.to.contain('Ghi số nguyên');
  });

  it('raises the revision when something else is sent after the first time', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await press(report, 'Sao chép báo cáo');
    await waitUntil(() => /Đã sao chép|Chữ đã được chọn/.test(wordsOf(report)));
    expect(lineIn(message(report)).revision).to.equal(1);
    await type(report, '#kn1', '4');
    await waitUntil(() => wordsOf(report).includes('Đã giữ'));
    expect(lineIn(message(report)).revision).to.equal(2);
    await type(report, '#kn1', '');
    await waitUntil(() => message(report).includes('dịch vụ công —'));
    expect(lineIn(message(report)).revision).to.equal(1);
  });

  it('adds up pasted reports once each, and names what it cannot read or count', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await open(report, 'below');
    const first = `BÁO CÁO QUÝ IV/2026 – Tổ thôn Đông\n4. Vướng mắc: sóng yếu\n${teamLine('T00001')}`;
    const chat = [
      `Chị Lan: ${first}`,
      first,
      `BÁO CÁO QUÝ IV/2026 – Tổ bản Lài\n${teamLine('ZZZZZ0', {parent: 'ZZZZZ1'})}`,
      teamLine('T00002').replace('k1=10', 'k1=99'),
      teamLine('T00002', {period: '2026Q3'}),
      teamLine('T00001', {course: '00000000'}),
    ].join('\n');
    await type(report, '#pasted', chat);
    await press(report, 'Nhận báo cáo');
    await waitUntil(() => wordsOf(report).includes('Đọc được'));
    await waitUntil(() => inside<HTMLTextAreaElement>(report, '#pasted').value === '');
    const said = wordsOf(report);
    expect(said).to.contain('Đọc được 4 báo cáo, 3 bản mới. 1 bản chưa đọc được.');
    expect(said).to.contain('1 bản thuộc kỳ khác, đã giữ ở kỳ ấy: quý III/2026');
    expect(said).to.contain('1 bản thuộc khóa học khác');
    expect(said).to.contain('Có số trong dòng cho máy bị sửa');
    expect(said).to.contain('Không cộng vì không thuộc đơn vị này: Tổ bản Lài (ZZZZZ0)');
    expect(said).to.contain('1 đơn vị chưa có báo cáo: Tổ thôn Tây');
    expect(said).to.contain('Vướng mắc: sóng yếu');
    expect(rowsOf(report, 'Gộp của 1 đơn vị').at(-1)!.slice(0, 2)).to.deep.equal(['Cộng', '3']);

    await press(report, 'Đưa số cộng vào báo cáo này');
    await waitUntil(() => message(report).includes('dịch vụ công 10'));
    // Members are those of the roster here, not those the team counted.
    expect(lineIn(message(report)).figures).to.include({members: 5, kn1: 10, visitedSoFar: 50});
  });

  it('says of how many units a sum is whole, in the report’s text, line and table, until all of them reported', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await open(report, 'below');
    const paste = async (text: string) => {
      await type(report, '#pasted', text);
      await press(report, 'Nhận báo cáo');
      await waitUntil(() => inside<HTMLTextAreaElement>(report, '#pasted').value === '');
    };
    const figuresShown = () => rowsOf(report, 'Số liệu quý IV/2026').map(([name]) => name);
    await paste(teamLine('T00001', {part: {whole: 2, of: 6}, courseVersion: '0.9.0'}));
    expect(wordsOf(report)).to.contain('Tính theo bản khác của khóa học: Tổ thôn Đông (0.9.0).');
    expect(wordsOf(report)).to.contain(
      'đơn vị ấy cũng mới cộng được một phần: Tổ thôn Đông (mới đủ của 2/6 đơn vị)',
    );
    await press(report, 'Đưa số cộng vào báo cáo này');
    await waitUntil(() => message(report).includes('Số cộng mới đủ của 0/2 đơn vị.'));
    expect(lineIn(message(report)).part).to.deep.equal({whole: 0, of: 2});
    expect(figuresShown()).to.include('Hộ đã đến trong kỳ (mới đủ của 0/2 đơn vị)');

    await paste(teamLine('T00001', {revision: 2}));
    await press(report, 'Đưa số cộng vào báo cáo này');
    await waitUntil(() => message(report).includes('Số cộng mới đủ của 1/2 đơn vị.'));
    // What a trainer wrote since is the trainer's.
    await type(report, '#visited', '30');
    await waitUntil(() => figuresShown().includes('Hộ đã đến trong kỳ'));
    expect(lineIn(message(report)).part).to.deep.equal({whole: 1, of: 2});

    await paste(teamLine('T00002', {figures: {members: 3, kn1: 10}}));
    expect(wordsOf(report)).not.to.contain('Tính theo bản khác');
    const [head] = rowsOf(report, 'Gộp của 2 đơn vị');
    expect(head).to.include('Hộ đã đến trong kỳ (1/2 đơn vị)').and.include('Thành viên');

    await paste(teamLine('T00002', {revision: 2}));
    await press(report, 'Đưa số cộng vào báo cáo này');
    await waitUntil(() => message(report).includes('dịch vụ công 20'));
    expect(message(report)).not.to.contain('Số cộng mới đủ');
    expect(lineIn(message(report)).part).to.equal(undefined);
  });

  it('says of a former period’s figures too that they are the sums of a part, where they stand beside this one’s', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await press(report, 'Kỳ trước');
    await waitUntil(() => rowsOf(report, 'Số liệu quý III/2026').length > 0);
    await open(report, 'below');
    await type(report, '#pasted', teamLine('T00001', {period: '2026Q3'}));
    await press(report, 'Nhận báo cáo');
    await waitUntil(() => inside<HTMLTextAreaElement>(report, '#pasted').value === '');
    await press(report, 'Đưa số cộng vào báo cáo này');
    await waitUntil(() => message(report).includes('Số cộng mới đủ của 1/2 đơn vị.'));

    await press(report, 'Kỳ sau');
    await waitUntil(() => rowsOf(report, 'Số liệu quý IV/2026').length > 0);
    expect(rowsOf(report, 'Số liệu quý IV/2026')).to.deep.include([
      'Hộ đã đến trong kỳ (quý III/2026: mới đủ của 1/2 đơn vị)',
      '—',
      '5',
    ]);
    expect(message(report)).not.to.contain('Số cộng mới đủ');
  });

  it('collects what a unit wrote once, as it wrote it last, and keeps it when the line comes alone', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await open(report, 'below');
    const paste = async (text: string) => {
      await type(report, '#pasted', text);
      await press(report, 'Nhận báo cáo');
      await waitUntil(() => inside<HTMLTextAreaElement>(report, '#pasted').value === '');
    };
    const corrected = teamLine('T00001', {revision: 2});
    await paste(`4. Vướng mắc: sóng yếu\n${teamLine('T00001')}`);
    await paste(`4. Vướng mắc: thiếu máy chiếu\n${corrected}`);
    await paste(corrected);
    await paste(`4. Vướng mắc: của xã khác\n${teamLine('ZZZZZ0', {parent: 'ZZZZZ1'})}`);
    await waitUntil(() => wordsOf(report).includes('Không cộng vì không thuộc đơn vị này'));
    expect(wordsOf(report))
      .to.contain('Vướng mắc: thiếu máy chiếu')
      .and.not.to.contain('sóng yếu')
      .and.not.to.contain('của xã khác');
  });

  it('counts nothing of a unit that says two different things, until one is dropped', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await open(report, 'below');
    await type(
      report,
      '#pasted',
      [
        teamLine('T00001'),
        teamLine('T00001', {figures: {members: 3, kn1: 12, visited: 5, visitedSoFar: 50}}),
      ].join('\n'),
    );
    await press(report, 'Nhận báo cáo');
    await waitUntil(() => wordsOf(report).includes('gửi hai bản khác số nhau'));
    const told = [...report.renderRoot.querySelectorAll('#below .bad .row span')];
    expect(
      told.map(({textContent}) => textContent.replace(/\s+/g, ' ').trim()).sort(),
      'where they differ',
    ).to.deep.equal([
      'Hướng dẫn dịch vụ công (KN1) 10 · 22/11/2026',
      'Hướng dẫn dịch vụ công (KN1) 12 · 22/11/2026',
    ]);
    expect(rowsOf(report, 'Gộp của')).to.deep.equal([]);
    await press(report, 'Bỏ báo cáo của Tổ thôn Đông');
    await waitUntil(() => rowsOf(report, 'Gộp của 1 đơn vị').length > 0);
  });

  it('names who may be glad of help, with the reason, and nobody who was not heard of', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await open(report, 'needs');
    const names = [...report.renderRoot.querySelectorAll('.needy strong')].map(
      (one) => one.textContent,
    );
    expect(names).to.deep.equal(['Lê Thị Hoa']);
    expect(wordsOf(report))
      .to.contain('Vướng một câu ở bài “Bài 2”: đã thử 3 lần chưa đúng.')
      .and.to.contain('Xong 1/2 bài rồi dừng: bài gần nhất ngày 13/10/2026, 40 ngày')
      .and.to.contain('1 người chưa rõ');

    inside<HTMLInputElement>(report, '.needy input').click();
    await report.updateComplete;
    expect(inside<HTMLTextAreaElement>(report, '#task').value).to.equal(
      'GIAO VIỆC HỌC – Xã Đồng Văn\n' +
        '1. Lê Thị Hoa – Bài 2 – chậm nhất ngày 29/11/2026 – Hoàn thành bài, gửi mã tiến độ',
    );
  });

  it('keeps who was given which lesson by when, says what became of it, and takes it back', async () => {
    const {store, name} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await open(report, 'needs');
    inside<HTMLInputElement>(report, '.needy input').click();
    await report.updateComplete;
    for (const code of ['AAAAAA0', 'AAAAAA4']) await type(report, '#others', code);
    await press(report, 'Thêm một bài');
    await type(report, '#until', '2026-11-21');
    await press(report, 'Giao việc và sao chép');
    await waitUntil(() => wordsOf(report).includes('Ngày hẹn đã qua'));
    await type(report, '#until', '2026-11-30');
    await type(report, '#outcome', 'Gửi mã vào nhóm');
    await press(report, 'Giao việc và sao chép');
    await waitUntil(() => wordsOf(report).includes('Đã ghi 3 việc vào sổ.'));

    const cards = (at: KnsReport) =>
      [...at.renderRoot.querySelectorAll('.assigned')].map((card) =>
        card.textContent.replace(/\s+/g, ' ').trim(),
      );
    const what = 'Bài 1; Bài 2 Chậm nhất ngày 30/11/2026. Gửi mã vào nhóm.';
    expect(cards(report)).to.deep.equal([
      `Lê Thị Hoa ${what} Chưa xong, mới được 1/2 bài Bỏ`,
      `Võ Thị Cúc ${what} Chưa rõ Bỏ`,
      `Nguyễn Thị Lan ${what} Đã xong ngày 19/11/2026 Bỏ`,
    ]);
    expect(wordsOf(report)).to.contain('1 đã xong · 1 chưa xong · 1 chưa rõ');
    expect(message(report)).not.to.contain('Lê Thị Hoa');
    await expect(report).to.be.accessible();

    await press(report, 'Giao việc và sao chép');
    await waitUntil(() => wordsOf(report).includes('đã có trong sổ từ trước'));
    const again = await openReport(testStore(name).store);
    await open(again, 'needs');
    expect(cards(again)).to.have.length(3);
    await press(again, 'Bỏ việc đã giao cho Võ Thị Cúc: Bài 1; Bài 2');
    await waitUntil(() => cards(again).length === 2);
    await waitUntil(() => cards(report).length === 2, 'the other tab hears of it');
    await press(again, 'Hoàn tác');
    await waitUntil(() => cards(again).length === 3);

    const [first] = await (await store.reports()).assigned(course.key);
    expect(first).to.include({madeOn: today, until: today + 8, outcome: 'Gửi mã vào nhóm'});
    expect(litWarnings()).to.deep.equal([]);
  });

  it('saves what was given as files: days as days, words as text, named with the unit and the day', async () => {
    const {store} = testStore();
    await furnish(store);
    await (
      await store.reports()
    ).assign(course.key, [
      {
        member: 'AAAAAA0',
        lessons: ['b01', 'b02'],
        until: today + 8,
        madeOn: today - 2,
        outcome: '=HYPERLINK("http://x.example")',
      },
    ]);
    const report = await openReport(store);
    await open(report, 'needs');
    await waitUntil(() => report.renderRoot.querySelector('.assigned'));
    const files = await savedFiles(async () => {
      const [xlsx, csv] = [...report.renderRoot.querySelectorAll('button')].filter(
        (one) => one.closest('#needs') && /XLSX|CSV/.test(one.textContent),
      ) as [HTMLButtonElement, HTMLButtonElement];
      xlsx.click();
      await waitUntil(() => wordsOf(report).includes('.xlsx'));
      csv.click();
      await waitUntil(() => wordsOf(report).includes('.csv'));
    });
    expect(files.map(({name}) => name)).to.deep.equal([
      'giao-viec-xa-dong-van-2026-11-22.xlsx',
      'giao-viec-xa-dong-van-2026-11-22.csv',
    ]);
    const [workbook, text] = await Promise.all(files.map((file) => file.arrayBuffer()));
    const read = await readSpreadsheet(new Uint8Array(workbook!));
    if (!read.ok) throw new Error(read.reason);
    expect(read.sheets[0]!.rows[1]).to.deep.equal([
      'Nguyễn Thị Lan',
      'AAAAAA0',
      'Bài 1; Bài 2',
      {kind: 'day', text: '2026-11-30'},
      '=HYPERLINK("http://x.example")',
      {kind: 'day', text: '2026-11-20'},
      'Đã xong',
      {kind: 'day', text: '2026-11-19'},
    ]);
    expect(new TextDecoder().decode(text).split('\r\n')[1]).to.equal(
      'Nguyễn Thị Lan;AAAAAA0;"Bài 1; Bài 2";30/11/2026;"\'=HYPERLINK(""http://x.example"")";20/11/2026;Đã xong;19/11/2026',
    );
  });

  it('leads from a task to its lesson where the page knows the learners’ app', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store, {app: 'https://so.example.vn/pwa/'});
    await open(report, 'needs');
    inside<HTMLInputElement>(report, '.needy input').click();
    await report.updateComplete;
    expect(inside<HTMLTextAreaElement>(report, '#task').value.split('\n').at(-1)).to.equal(
      'Mở bài “Bài 2”: https://so.example.vn/pwa/#/b02',
    );
  });

  it('says in every chart what its table says', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await open(report, 'charts');
    const bars = (id: string) =>
      [...report.renderRoot.querySelectorAll(`[aria-labelledby="chart-${id}"] .bars li`)].map(
        (one) => one.textContent.replace(/\s+/g, ' ').trim(),
      );
    expect(bars('units')).to.deep.equal([
      'Tổ thôn Đông Xong 2 · Chưa xong 1 · Chưa rõ 0',
      'Tổ thôn Tây Xong 1 · Chưa xong 0 · Chưa rõ 1',
    ]);
    expect(bars('ages')[0]).to.equal('Trong 7 ngày 4');
    for (const box of report.renderRoot.querySelectorAll<HTMLInputElement>('.chart input')) {
      box.click();
    }
    await report.updateComplete;
    expect(rowsOf(report, 'Hoàn thành phần lõi theo đơn vị').slice(1)).to.deep.equal([
      ['Tổ thôn Đông', '2', '1', '0'],
      ['Tổ thôn Tây', '1', '0', '1'],
    ]);
    const weeks = rowsOf(report, 'Số bài hoàn thành từng tuần').slice(1);
    expect(weeks.reduce((sum, [, lessons]) => sum + Number(lessons), 0)).to.equal(5);
  });

  it('commends teams first, and people only when asked for', async () => {
    const {store} = testStore();
    await furnish(store);
    await store.admit([finished(5, 2)]);
    const roster = await store.roster();
    await roster.change({links: [{member: 'AAAAAA4', learner: '0'.repeat(15) + '5', on: true}]});
    const report = await openReport(store);
    await open(report, 'commend');
    expect(rowsOf(report, 'Tổ có mọi thành viên').slice(1)).to.deep.equal([
      ['Tổ thôn Tây', '2', '4'],
    ]);
    expect(message(report)).to.contain('khen thưởng: Tổ thôn Tây');
    expect(message(report)).not.to.contain('Cúc');
    inside<HTMLInputElement>(report, '#commend input').click();
    await report.updateComplete;
    expect(
      rowsOf(report, 'Danh sách đề nghị')
        .slice(1)
        .map(([name]) => name),
    ).to.have.members(['Nguyễn Thị Lan', 'Phạm Đức An', 'Võ Thị Cúc']);
  });

  it('drops a report that was taken in, with all its revisions, and brings it back', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await open(report, 'below');
    const both = [teamLine('T00001'), teamLine('T00001', {revision: 2, figures: {kn1: 4}})];
    await type(report, '#pasted', [...both, teamLine('T00002')].join('\n'));
    await press(report, 'Nhận báo cáo');
    await waitUntil(() => rowsOf(report, 'Gộp của 2 đơn vị').length > 0);
    expect(wordsOf(report)).to.contain('Tổ thôn Đông lần sửa 2, làm ngày 22/11/2026');
    await press(report, 'Bỏ báo cáo của Tổ thôn Đông');
    await waitUntil(() => rowsOf(report, 'Gộp của 1 đơn vị').length > 0);
    expect(wordsOf(report)).to.contain('Đã bỏ báo cáo của Tổ thôn Đông.');
    await press(report, 'Hoàn tác');
    await waitUntil(() => rowsOf(report, 'Gộp của 2 đơn vị').length > 0);
    expect(rowsOf(report, 'Gộp của 2 đơn vị').at(-1)![4]).to.equal('14');
  });

  it('names a unit that was divided before the end of the period and is added up beside its parts', async () => {
    const {store} = testStore();
    await furnish(store);
    const team = {
      id: 'T00002',
      parent: 'XA0001',
      level: 'team',
      names: [{name: 'Tổ thôn Tây'}],
    } as const;
    await (
      await store.roster()
    ).change({units: new Map([['T00002', {...team, until: today - 3}]])});
    const report = await openReport(store);
    await open(report, 'below');
    await type(report, '#pasted', [teamLine('T00001'), teamLine('T00002')].join('\n'));
    await press(report, 'Nhận báo cáo');
    await waitUntil(() => rowsOf(report, 'Gộp của 2 đơn vị').length > 0);
    expect(wordsOf(report)).to.contain('Không còn nữa khi hết kỳ mà vẫn được cộng: Tổ thôn Tây.');
  });

  it('takes sums back out of a report, and says where a corrected report made another sum', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    await type(report, '#kn1', '7');
    await open(report, 'below');
    const paste = async (text: string) => {
      await type(report, '#pasted', text);
      await press(report, 'Nhận báo cáo');
      await waitUntil(() => inside<HTMLTextAreaElement>(report, '#pasted').value === '');
    };
    await paste(teamLine('T00001'));
    await waitUntil(() => wordsOf(report).includes('Khác số cộng: Hướng dẫn dịch vụ công (KN1) 7'));
    await press(report, 'Đưa số cộng vào báo cáo này');
    await waitUntil(() => lineIn(message(report)).figures.kn1 === 10);
    expect(wordsOf(report)).not.to.contain('Khác số cộng');

    const figures = {members: 3, kn1: 12, visited: 5, visitedSoFar: 50};
    await paste(teamLine('T00001', {revision: 2, figures}));
    await waitUntil(() =>
      wordsOf(report).includes('Khác số cộng: Hướng dẫn dịch vụ công (KN1) 10'),
    );
    await press(report, 'Đưa số cộng vào báo cáo này');
    await waitUntil(() => lineIn(message(report)).figures.kn1 === 12);
    await press(report, 'Hoàn tác');
    await waitUntil(() => lineIn(message(report)).figures.kn1 === 10);
  });

  it('draws every week of a year', async () => {
    const {store} = testStore();
    await furnish(store);
    await store.admit([finished(1, 200)]);
    const report = await openReport(store);
    inside<HTMLInputElement>(report, '.picks label:nth-of-type(3) input').click();
    await waitUntil(() => message(report).includes('q=2026Y'));
    await open(report, 'charts');
    const bars = report.renderRoot.querySelectorAll('[aria-labelledby="chart-weeks"] .bars li');
    expect(bars.length).to.equal(47);
    expect(bars[46]!.textContent.replace(/\s+/g, ' ').trim()).to.equal('16/11 2');
    expect(wordsOf(report)).not.to.contain('Mới vẽ');
  });

  it('adds up the households of a commune’s teams, and says none where a team was not given its own', async () => {
    const {store} = testStore();
    await furnish(store);
    const roster = await store.roster();
    const team = (id: string, more: object) =>
      [id, {id, parent: 'XA0001', level: 'team', names: [{name: `Tổ ${id}`}], ...more}] as const;
    const quotaIn = (report: KnsReport) => lineIn(message(report)).figures.quota;
    await roster.change({
      units: new Map([
        team('T00001', {households: 220}),
        team('T00003', {households: 90, until: today - 100}),
      ]),
    });
    const report = await openReport(store);
    expect(quotaIn(report)).to.equal(undefined);
    await roster.change({units: new Map([team('T00002', {households: 180})])});
    await waitUntil(() => quotaIn(report) === 400);
    expect(message(report)).to.contain('lũy kế: —/400');
  });

  it('counts people of the roster here once there are any, whatever units below added up to before', async () => {
    const {store} = testStore();
    const roster = await store.roster();
    await roster.change({
      units: new Map([
        ['XA0001', {id: 'XA0001', level: 'commune', names: [{name: 'Xã Đồng Văn'}]}],
        [
          'T00001',
          {id: 'T00001', parent: 'XA0001', level: 'team', names: [{name: 'Tổ thôn Đông'}]},
        ],
      ]),
    });
    const report = await openReport(store);
    await open(report, 'below');
    await type(report, '#pasted', teamLine('T00001'));
    await press(report, 'Nhận báo cáo');
    await waitUntil(() => rowsOf(report, 'Gộp của 1 đơn vị').length > 0);
    await press(report, 'Đưa số cộng vào báo cáo này');
    await waitUntil(() => lineIn(message(report)).figures.members === 3);

    await furnish(store);
    await waitUntil(() => lineIn(message(report)).figures.coreDone === 3);
    expect(lineIn(message(report)).figures).to.include({members: 5, kn1: 10});
  });

  it('names everybody who may be glad of help, some at a time', async () => {
    const {store} = testStore();
    await furnish(store);
    const many = Array.from({length: 35}, (_, index) => index + 10);
    await (
      await store.roster()
    ).change({
      members: new Map(
        many.map((index) => {
          const code = `BBBBB${index}`;
          const posts = [{unit: 'T00001', role: 'member' as const}] as const;
          return [code, {code, name: `Người ${index}`, posts}];
        }),
      ),
      links: many.map((index) => ({member: `BBBBB${index}`, learner: learnerOf(index), on: true})),
    });
    await store.admit(
      many.map((index) =>
        packetOf(index, [record(index, 40, {verb: 'completed', lesson: 'b01@1'})]),
      ),
    );
    const report = await openReport(store);
    await open(report, 'needs');
    expect(report.renderRoot.querySelectorAll('.needy .pick').length).to.equal(30);
    await press(report, 'Xem thêm 6 người');
    expect(report.renderRoot.querySelectorAll('.needy .pick').length).to.equal(36);
  });

  it('says where to choose whom else to give a lesson to, where there are too many people for one list', async () => {
    const {store} = testStore();
    await furnish(store);
    const many = Array.from({length: 400}, (_, index) => `BBBB${100 + index}`);
    const posts = [{unit: 'T00001', role: 'member' as const}] as const;
    await (
      await store.roster()
    ).change({
      members: new Map(many.map((code) => [code, {code, name: `Người ${code}`, posts}])),
    });
    const report = await openReport(store);
    await open(report, 'needs');
    expect(report.renderRoot.querySelector('#others')).to.equal(null);
    expect(wordsOf(report)).to.contain(
      'Muốn giao thêm cho một trong 404 người còn lại, anh/chị chọn một đơn vị nhỏ hơn ở đầu trang.',
    );
    await choose(report, 'T00002');
    await waitUntil(() => report.renderRoot.querySelectorAll('#others option').length === 3);
  });

  it('goes back to the first period there is, and opens where the clock of this device is older', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    inside<HTMLInputElement>(report, '.picks label:nth-of-type(3) input').click();
    await waitUntil(() => message(report).includes('q=2026Y'));
    for (let year = 2025; year >= 2020; year--) {
      await press(report, 'Kỳ trước');
      await waitUntil(() => message(report).includes(`q=${year}Y`));
    }
    expect(inside<HTMLButtonElement>(report, '.steps button').disabled).to.equal(true);
    const early = await openReport(testStore().store, {at: Date.UTC(2010, 5, 1)});
    expect(rowsOf(early, 'Số liệu quý I/2020').length).to.equal(14);
  });

  it('knows that a report was sent when its text was marked and copied by hand', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    inside(report, '#text').dispatchEvent(new ClipboardEvent('copy', {bubbles: true}));
    await type(report, '#kn1', '4');
    await waitUntil(() => wordsOf(report).includes('Đã giữ'));
    expect(lineIn(message(report)).revision).to.equal(2);
  });

  it('counts everybody received where there is no roster, and then has no line for machines', async () => {
    const {store} = testStore();
    await store.admit([finished(1, 3), finished(2, 3)]);
    const report = await openReport(store);
    expect(wordsOf(report))
      .to.contain('Chưa có danh sách tổ')
      .and.to.contain('chưa có dòng cho máy');
    expect(message(report)).to.contain('1. Thành viên: 2. Hoàn thành phần lõi: 2/2.');
    expect(findReports(message(report))).to.deep.equal([]);
  });

  it('lives on when it is moved to another place of the page', async () => {
    const {store} = testStore();
    await furnish(store);
    const report = await openReport(store);
    const parent = report.parentElement!;
    report.remove();
    parent.append(report);
    await report.updateComplete;
    await waitUntil(() => inside(report, '#text') !== null);
    await type(report, '#kn1', '7');
    await waitUntil(() => message(report).includes('dịch vụ công 7'));
  });
});
