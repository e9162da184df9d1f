import {css, html, type TemplateResult} from 'lit';
import type {Table, TableCell} from '../../exchange/table.js';
import {writtenDay} from '../written-day.js';

/** More of them want a smaller type on paper. */
const manyColumns = 6;

/** A cell as it is read. */
const cellWords = (cell: TableCell, number: (value: number) => string): string =>
  typeof cell === 'number' ? number(cell) : typeof cell === 'string' ? cell : writtenDay(cell.on);

/** A table with its heads named, and numbers under each other; of one with a sum the last row is set apart. */
export function drawnTable(
  {title, head, rows, summed}: Table,
  number: (value: number) => string,
): TemplateResult {
  // Figures of which none is known stand like figures, too.
  const numeric = head.map(
    (_, column) =>
      rows.some((row) => typeof row[column] === 'number') ||
      (rows.length > 0 && rows.every((row) => row[column] === '—')),
  );
  const kind = (column: number) => (numeric[column] ? 'number' : '');
  return html`
    <table class=${head.length > manyColumns ? 'many' : ''}>
      <caption>${title}</caption>
      <thead>
        <tr>
          ${head.map(
            (name, column) => html`
              <th scope="col" class=${kind(column)}>${name}</th>
            `,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = '', ...cells], index) => html`
            <tr class=${summed && index === rows.length - 1 ? 'sum' : ''}>
              <th scope="row">${cellWords(first, number)}</th>
              ${cells.map(
                (cell, column) => html`
                  <td class=${kind(column + 1)}>${cellWords(cell, number)}</td>
                `,
              )}
            </tr>
          `,
        )}
      </tbody>
    </table>
  `;
}

/** A table on the screen: where it is narrow, it scrolls by itself. */
export const shownTable = (table: Table, number: (value: number) => string): TemplateResult => html`
  <div class="table" role="region" tabindex="0" aria-label=${table.title}>
    ${drawnTable(table, number)}
  </div>
`;

export const tableStyles = css`
  .table {
    overflow-x: auto;
    border: 1px solid var(--_rule);
    border-radius: var(--_radius);
    background: var(--_card);
  }

  .table table {
    width: 100%;
    border-collapse: collapse;
    line-height: 1.4;
  }

  .table caption {
    padding: 0.6em 0.8em;
    font-weight: 700;
    text-align: start;
  }

  .table :is(th, td) {
    padding: 0.5em 0.8em;
    border-block-start: 1px solid var(--_rule);
    text-align: start;
    vertical-align: top;
  }

  .table thead th {
    color: var(--_quiet);
    font-size: 0.9em;
    font-weight: 600;
  }

  .table tbody th {
    min-width: 8em;
    font-weight: 400;
  }

  .table tbody .number {
    white-space: nowrap;
  }

  /* Words go over several lines, so that a sentence pushes nothing off the screen. */
  .table tbody td:not(.number) {
    min-width: 7em;
  }

  .table .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .table .sum :is(th, td) {
    border-block-start: 2px solid var(--_edge);
    font-weight: 700;
  }

  /* Two columns of figures beside their names fit on a phone. */
  @media (max-width: 30em) {
    .table :is(th, td) {
      padding-inline: 0.5em;
    }
  }
`;
