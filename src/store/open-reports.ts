import type {Changes} from './changes.js';
import type {Database} from './database.js';
import type {Assignment} from './reckoning/assignment.js';
import type {DeviceKey} from './reckoning/record.js';
import {isLater, type Registered} from './reckoning/register.js';
import type {PaperRegister, ReceivedReport, ReportDraft, Reports} from './reports-contract.js';

/** What reports need of the store around them. */
export interface ReportSurroundings {
  readonly database: Database;
  readonly changes: Changes;
  /** This device's name as far as the page knows. */
  readonly device: () => DeviceKey;
}

/** Units have six letters; a line begins with what no unit's id has. */
const isLine = (name: string) => name.startsWith('#');

type Key = [course: string, period: string, name: string];
type Row = ReportDraft | ReceivedReport | Assignment;

/** Where a period stands in other keys: no period has this name. */
const assigned = 'assigned';

/** By what it says, so that the same assignment twice is one. */
const nameOf = ({member, lessons, until, madeOn, outcome}: Assignment): string =>
  JSON.stringify([member, madeOn, until, lessons, outcome]);

/** The assignment of that name; it says all of it, so that one that was taken back is known as well. */
function assignmentNamed(name: string): Assignment {
  const [member, madeOn, until, lessons, outcome] = JSON.parse(name) as [
    string,
    number,
    number,
    string[],
    string,
  ];
  return {member, lessons, until, madeOn, outcome};
}

/** What `Store.reports` resolves to. */
export function openReports({database, changes, device: known}: ReportSurroundings): Reports {
  const device = async () =>
    (await database.read(['keys'], (tx) => tx.get('keys', 'device')))?.device ?? known();

  /**
   * Sets or takes out rows, all or none; resolves to the names of those that had no value. A function is given what is
   * there.
   */
  async function set(
    course: string,
    period: string,
    values: readonly (readonly [
      name: string,
      wanted: Row | undefined | ((held: Row | undefined) => Row),
    ])[],
  ): Promise<readonly string[]> {
    const by = await device();
    const added = await database.write(['reports'], async (tx) => {
      const fresh: string[] = [];
      for (const [name, wanted] of values) {
        const key = [course, period, name] as [string, string, string];
        const row = await tx.get('reports', key);
        const value = typeof wanted === 'function' ? wanted(row?.value) : wanted;
        if (row?.value === undefined) fresh.push(name);
        if (JSON.stringify(row?.value) === JSON.stringify(value)) continue;
        tx.put('reports', key, {
          ...(value && {value}),
          counter: (row?.counter ?? 0) + 1,
          by,
        });
      }
      return fresh;
    });
    changes.announce(['reports']);
    return added;
  }

  /** Joins rows: the later of two registers holds. Resolves to how many changed something. */
  async function join(rows: readonly (readonly [Key, Registered<Row>])[]): Promise<number> {
    const changed = await database.write(['reports'], async (tx) => {
      let sum = 0;
      for (const [key, row] of rows) {
        if (!isLater<Row>(row, await tx.get('reports', key))) continue;
        tx.put('reports', key, row);
        sum++;
      }
      return sum;
    });
    if (changed > 0) changes.announce(['reports']);
    return changed;
  }

  return {
    async draft(course, period, unit) {
      const row = await database.read(['reports'], (tx) =>
        tx.get('reports', [course, period, unit]),
      );
      return row?.value as ReportDraft | undefined;
    },

    async keepDraft(course, period, unit, draft) {
      await set(course, period, [[unit, draft]]);
    },

    received: (course, period) =>
      database.read(['reports'], async (tx) => {
        const [keys, rows] = await Promise.all([
          tx.keys('reports', [course, period]),
          tx.all('reports', [course, period]),
        ]);
        return rows.flatMap(({value}, at) =>
          value && isLine(keys[at]?.[2] ?? '') ? [value as ReceivedReport] : [],
        );
      }),

    async keep(course, period, reports) {
      const fresh = await set(
        course,
        period,
        // A line is often sent on alone: that takes no word away.
        reports.map((report) => [
          report.line,
          (held) => ({...(held as ReceivedReport | undefined), ...report}),
        ]),
      );
      return fresh.length;
    },

    async drop(course, period, line) {
      await set(course, period, [[line, undefined]]);
    },

    async assigned(course) {
      const rows = await database.read(['reports'], (tx) => tx.all('reports', [course, assigned]));
      return rows
        .flatMap(({value}) => (value as Assignment | undefined) ?? [])
        .sort((one, other) => other.madeOn - one.madeOn);
    },

    async assign(course, assignments) {
      const fresh = await set(
        course,
        assigned,
        assignments.map((one) => [nameOf(one), one]),
      );
      return assignments.filter((one) => fresh.includes(nameOf(one)));
    },

    async takeBack(course, assignments) {
      await set(
        course,
        assigned,
        assignments.map((one) => [nameOf(one), undefined]),
      );
    },

    assignments: () =>
      database.read(['reports'], async (tx) => {
        const [keys, rows] = await Promise.all([tx.keys('reports'), tx.all('reports')]);
        return keys.flatMap(([course, period, name], at) => {
          const {value, counter, by} = rows[at]!;
          if (period !== assigned) return [];
          const register = {...(value && {value: true as const}), counter, by};
          return [{course, assignment: assignmentNamed(name), register}];
        });
      }),

    joinAssignments: (registers) =>
      join(
        registers.map(({course, assignment, register: {value, counter, by}}) => {
          const {member, lessons, until, madeOn, outcome} = assignment;
          const given: Assignment = {member, lessons, until, madeOn, outcome};
          return [[course, assigned, nameOf(given)], {...(value && {value: given}), counter, by}];
        }),
      ),

    papers: () =>
      database.read(['reports'], async (tx) => {
        const [keys, rows] = await Promise.all([tx.keys('reports'), tx.all('reports')]);
        return keys.flatMap(([course, period, name], at) =>
          period === assigned
            ? []
            : [{course, period, name, register: rows[at] as PaperRegister['register']}],
        );
      }),

    joinPapers: (registers) =>
      join(registers.map(({course, period, name, register}) => [[course, period, name], register])),

    watch: (listener) =>
      changes.subscribe((topics) => {
        if (topics === 'all' || topics.has('reports')) listener();
      }),
  };
}
