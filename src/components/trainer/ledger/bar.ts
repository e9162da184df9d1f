import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {
  asksOfJudged,
  type MatrixView,
  type Order,
  parts,
  type Wish,
} from '../../../store/reckoning/matrix-view.js';
import {memberRoles} from '../../../store/reckoning/member.js';
import {asideIcon} from '../../icons-aside.js';
import {icon} from '../../icons.js';
import type {LedgerMessages} from '../../messages/ledger.js';

export interface BarStand {
  readonly view: MatrixView;
  readonly messages: LedgerMessages;
  /** Everybody was judged. */
  readonly complete: boolean;
  readonly columnName: (id: string) => string;
  readonly anyFolded: boolean;
  readonly hasUnits: boolean;
  readonly said: string;
  readonly saving: boolean;
  wish(change: Partial<{[K in keyof Wish]: Wish[K] | undefined}>): void;
  clear(): void;
  foldAll(folded: boolean): void;
  save(kind: 'xlsx' | 'csv'): void;
}

const option = (value: string, text: string, chosen: boolean) => html`
  <option value=${value} .selected=${live(chosen)}>${text}</option>
`;

function select(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  change: (value: string) => void,
): TemplateResult {
  return html`
    <label>
      <span>${label}</span>
      <select @change=${({target}: Event) => change((target as HTMLSelectElement).value)}>
        ${options.map(([value, text]) => option(value, text, value === chosen))}
      </select>
    </label>
  `;
}

const check = (label: string, on: boolean, change: (on: boolean) => void) => html`
  <label class="check">
    <input
      type="checkbox"
      .checked=${live(on)}
      @change=${({target}: Event) => change((target as HTMLInputElement).checked)}
    />
    <span>${label}</span>
  </label>
`;

/** The units one may go to from here: the way up, and what stands next below. A province's thousand would be no list. */
function unitOptions({view, messages}: BarStand): [string, string][] {
  const {units} = view.matrix.roll;
  const at = units.findIndex(({unit}) => unit.id === view.wish.unit);
  const way: number[] = [];
  for (let up = at; up >= 0; up = units[up]!.parent) way.unshift(up);
  const next = [...units.keys()].filter((index) => units[index]!.parent === at);
  const name = (index: number) => `${'\u2003'.repeat(units[index]!.depth)}${units[index]!.name}`;
  return [
    ['', messages.allUnits],
    ...[...way, ...next].map((index): [string, string] => [units[index]!.unit.id, name(index)]),
  ];
}

/** What narrows the view down, in words. */
export function conditions({view, messages, columnName}: BarStand): string[] {
  const {search, unit, role, part, column, silent, coreOnly} = view.wish;
  const found = view.matrix.roll.units.find((one) => one.unit.id === unit);
  const spoken = search?.trim();
  return [
    ...(spoken ? [messages.searched(spoken)] : []),
    ...(found ? [found.name] : []),
    ...(role ? [messages.roles[role].toLowerCase()] : []),
    ...(part ? [messages.partIn(part, column === undefined ? undefined : columnName(column))] : []),
    ...(silent ? [messages.silent.toLowerCase()] : []),
    ...(coreOnly ? [messages.coreOnly.toLowerCase()] : []),
  ];
}

const orderName = (order: Order) => (order.by === 'column' ? `column:${order.column}` : order.by);

function orderOf(name: string, before: Order): Order {
  if (name === 'unit') return {by: 'unit'};
  const down = 'down' in before ? before.down : name !== 'name';
  if (name.startsWith('column:')) return {by: 'column', column: name.slice(7), down};
  return {by: name as 'name' | 'done' | 'received', down: name !== 'name'};
}

/** Whoever is searched for is to be seen, also where their unit was folded. */
function searched(stand: BarStand, search: string) {
  if (search.trim() !== '' && stand.anyFolded) stand.foldAll(false);
  stand.wish({search});
}

/** Nothing is asked of a column that goes with the lessons beside the core. */
function coreChosen(stand: BarStand, coreOnly: boolean) {
  const {wish, matrix} = stand.view;
  const {column, order} = wish;
  const stays = (id: string) =>
    !coreOnly ||
    matrix.lessons.some(({lesson, module}) => lesson.core && (lesson.id === id || module === id));
  stand.wish({
    coreOnly,
    ...(column !== undefined && !stays(column) && {column: undefined}),
    ...(order.by === 'column' && !stays(order.column) && {order: {by: 'unit'}}),
  });
}

/** Search, filters, order, what of it is in force, and the way to a file. */
export function bar(stand: BarStand): TemplateResult {
  const {view, messages, columnName} = stand;
  const {wish, columns, people, matrix} = view;
  const {order} = wish;
  const named = conditions(stand);
  const all = matrix.roll.people.length;
  const isKnown = stand.complete || !asksOfJudged(wish);
  const columnOptions = columns.map(({id, title}): [string, string] => [
    id,
    `${columnName(id)} ${title}`,
  ]);
  return html`
    <div class="wishes">
      <label class="find">
        <span>${messages.search}</span>
        <span class="field">
          ${asideIcon('search')}
          <input
            type="search"
            autocomplete="off"
            placeholder=${messages.searchHint}
            .value=${live(wish.search ?? '')}
            @input=${({target}: Event) => searched(stand, (target as HTMLInputElement).value)}
          />
        </span>
      </label>
      <details class="narrow">
        <summary>${messages.narrow}${icon('down')}</summary>
        <div class="choices">
          ${
            stand.hasUnits
              ? select(messages.unit, unitOptions(stand), wish.unit ?? '', (value) =>
                  stand.wish({unit: value || undefined}),
                )
              : nothing
          }
          ${select(
            messages.role,
            [
              ['', messages.anyRole],
              ...memberRoles.map((role): [string, string] => [role, messages.roles[role]]),
            ],
            wish.role ?? '',
            (value) => stand.wish({role: memberRoles.find((role) => role === value)}),
          )}
          ${select(
            messages.part,
            [
              ['', messages.anyPart],
              ...parts.map((part): [string, string] => [part, messages.partIs[part]]),
            ],
            wish.part ?? '',
            (value) => stand.wish({part: parts.find((part) => part === value)}),
          )}
          ${
            wish.part
              ? select(
                  messages.inColumn,
                  [['', messages.anyColumn], ...columnOptions],
                  wish.column ?? '',
                  (value) => stand.wish({column: value || undefined}),
                )
              : nothing
          }
          ${select(
            messages.columns,
            (['lessons', 'modules'] as const).map((kind): [string, string] => [
              kind,
              messages.columnsOf[kind],
            ]),
            wish.columns,
            (value) =>
              // A column of the one kind is none of the other.
              stand.wish({
                columns: value === 'modules' ? 'modules' : 'lessons',
                column: undefined,
                ...(order.by === 'column' && {order: {by: 'unit'}}),
              }),
          )}
          ${select(
            messages.order,
            [
              ...(['unit', 'name', 'done', 'received'] as const).map((by): [string, string] => [
                by,
                messages.orders[by],
              ]),
              ...columns.map(({id}): [string, string] => [
                `column:${id}`,
                messages.byColumn(columnName(id)),
              ]),
            ],
            orderName(order),
            (value) => stand.wish({order: orderOf(value, order)}),
          )}
          ${
            'down' in order
              ? html`
                  <button
                    type="button"
                    @click=${() => stand.wish({order: {...order, down: !order.down}})}
                  >
                    ${order.down ? messages.downward : messages.upward}
                  </button>
                `
              : nothing
          }
          ${check(messages.silent, wish.silent ?? false, (on) => stand.wish({silent: on || undefined}))}
          ${check(messages.coreOnly, wish.coreOnly, (on) => coreChosen(stand, on))}
        </div>
      </details>
      <p class="shown row">
        <span role="status">
          ${
            isKnown
              ? html`
                  ${messages.shown(people.at(-1)!, all, named)}
                  ${people.at(-1) === 0 && all > 0 ? messages.none : nothing}
                `
              : messages.reckoning
          }
        </span>
        ${
          named.length > 0
            ? html`
                <button type="button" class="quiet" @click=${() => stand.clear()}>
                  ${icon('cross')}${messages.clear}
                </button>
              `
            : nothing
        }
        ${
          stand.hasUnits && order.by === 'unit'
            ? html`
                <button type="button" class="quiet" @click=${() => stand.foldAll(!stand.anyFolded)}>
                  ${stand.anyFolded ? messages.unfoldAll : messages.foldAll}
                </button>
              `
            : nothing
        }
      </p>
    </div>
  `;
}

/** The buttons that save what is on the screen. */
export const saving = (stand: BarStand): TemplateResult => html`
  <p class="saving row">
    ${(['xlsx', 'csv'] as const).map(
      (kind) => html`
        <button type="button" ?disabled=${stand.saving} @click=${() => stand.save(kind)}>
          ${asideIcon('file')}${stand.messages.save} (${kind === 'xlsx' ? 'Excel' : 'CSV'})
        </button>
      `,
    )}
    <span role="status">${stand.said}</span>
  </p>
`;
