import {html, render, type TemplateResult} from 'lit';
import type {Table} from '../../../exchange/table.js';
import {type Printed, printPaper} from '../print-paper.js';
import {drawnTable} from '../shown-table.js';

/** What stands on the printed report. */
export interface ReportPaper {
  readonly heading: string;
  readonly unit: string;
  readonly tables: readonly Table[];
  /** Drawn as on the screen; the table of each is among the tables. */
  readonly charts: readonly {readonly title: string; readonly drawing: TemplateResult}[];
  readonly words: readonly (readonly [name: string, words: string])[];
  readonly footer: string;
  readonly number: (value: number) => string;
}

const paperCss = `
  @page { size: A4; margin: 18mm 16mm 16mm; }
  :root { color-scheme: only light; background: #fff; color: #000; }
  body { margin: 0; font: 11pt/1.4 'Times New Roman', 'Noto Serif', serif; }
  h1 { margin: 0; font-size: 15pt; text-align: center; }
  h2 { margin: 0 0 8mm; font-size: 12pt; text-align: center; font-weight: 700; }
  table { width: 100%; margin: 0 0 6mm; border-collapse: collapse; break-inside: auto; }
  caption { padding-bottom: 1.5mm; font-weight: 700; text-align: left; }
  th, td { padding: 1mm 1.6mm; border: 0.3mm solid #000; text-align: left; vertical-align: top; }
  thead { display: table-header-group; }
  thead th { font-size: 9.5pt; }
  tbody th { font-weight: 400; }
  .number { text-align: right; }
  tr { break-inside: avoid; }
  .sum :is(th, td) { font-weight: 700; }
  p { margin: 0 0 2mm; }
  p span { white-space: pre-line; }
  .many { font-size: 7.5pt; }
  .many :is(th, td) { padding: 0.8mm; }
  .many thead th { font-size: 7pt; overflow-wrap: anywhere; }
  .many tbody th { min-width: 28mm; }
  figure { margin: 0 0 6mm; break-inside: avoid; }
  figcaption { padding-bottom: 1.5mm; font-weight: 700; }
  figure ul { margin: 0; padding: 0; list-style: none; }
  .legend { display: flex; gap: 6mm; margin-bottom: 2mm; font-size: 9.5pt; }
  .legend svg { width: 8mm; height: 3.5mm; margin-right: 1mm; vertical-align: -0.5mm; }
  .bars li { display: grid; grid-template-columns: 38mm 1fr 72mm; gap: 3mm; align-items: center; break-inside: avoid; font-size: 9.5pt; }
  .bars svg { height: 3.5mm; width: 100%; }
  .bars .value { text-align: right; }
  :is(rect, path) { fill: none; stroke: #000; stroke-width: 0.3mm; vector-effect: non-scaling-stroke; }
  .part-0 rect { fill: #333; }
  .part-2 rect { stroke-dasharray: 1mm 0.8mm; }
  footer { margin-top: 6mm; font-size: 9.5pt; }
`;

/** Between the margins of the sheet. */
const sheetWidth = '178mm';

/** The same figures are a fifth wider in one font than in another: a table that leaves the sheet is drawn smaller. */
function fit(paper: HTMLElement, page: Document): HTMLElement {
  page.body.replaceChildren(paper);
  paper.style.width = sheetWidth;
  const room = paper.clientWidth;
  for (const table of paper.querySelectorAll('table')) {
    const share = room / table.offsetWidth;
    // A little more: no border is drawn in parts of a dot.
    if (share < 1) table.style.setProperty('zoom', (share * 0.98).toFixed(3));
  }
  paper.style.width = '';
  return paper;
}

/** Prints a report on A4, as `printPaper` does: some browsers print on while the page goes on. */
export const printReport = (
  root: ParentNode & Node,
  {heading, unit, tables, charts, words, footer, number}: ReportPaper,
): Promise<Printed> =>
  printPaper(root, {css: paperCss, title: `${heading} – ${unit}`}, (page) => {
    const paper = page.createElement('article');
    render(
      html`
        <h1>${heading}</h1>
        <h2>${unit}</h2>
        ${tables.map((table) => drawnTable(table, number))}
        ${charts.map(
          ({title, drawing}) => html`
            <figure>
              <figcaption>${title}</figcaption>
              ${drawing}
            </figure>
          `,
        )}
        ${words.map(
          ([name, text]) => html`
            <p>
              <strong>${name}:</strong>
              <span>${text}</span>
            </p>
          `,
        )}
        <footer>${footer}</footer>
      `,
      paper,
    );
    return fit(paper, page);
  });
