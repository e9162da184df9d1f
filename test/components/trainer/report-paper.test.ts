import {expect, fixture, html} from '@open-wc/testing';
import {printReport} from '../../../src/components/trainer/report/report-paper.js';

describe('a printed report', () => {
  it('has no figure beyond the edge of the sheet, however wide the letters of the phone are', async () => {
    const root = await fixture<HTMLElement>(html`
      <div></div>
    `);
    const columns = Array.from({length: 14}, (_, at) => `Hướng dẫn nền tảng địa phương (KN${at})`);
    const row = (name: string) => [name, ...columns.map(() => 14_912_594)];
    const printed = await printReport(root, {
      heading: 'BÁO CÁO QUÝ IV/2026',
      unit: 'Cả nước',
      tables: [
        {title: 'Gộp', head: ['Đơn vị', ...columns], rows: [row('Tỉnh 01'), row('Cộng')]},
        {title: 'Số liệu', head: ['Chỉ tiêu', 'Quý'], rows: [['Thành viên', 460_000]]},
      ],
      charts: [],
      words: [],
      footer: '',
      number: (value) => value.toLocaleString('vi'),
    });
    expect(printed).not.to.equal('cannot');
    const page = root.querySelector('iframe')!.contentDocument!;
    const [paper] = page.querySelectorAll('article');
    paper!.style.width = '178mm';
    const [wide, narrow] = [...page.querySelectorAll('table')].map((table) =>
      table.getBoundingClientRect(),
    );
    expect(wide!.width).to.be.at.most(paper!.clientWidth + 1);
    expect(narrow!.width).to.be.closeTo(paper!.clientWidth, 1);
    expect(page.querySelectorAll('table')[1]!.style.zoom).to.equal('');
  });
});
