import {expect} from '@open-wc/testing';
import {KnsError} from '../../src/errors.js';
import type {QuarantineRow} from '../../src/store/exchange-contract.js';
import {memoryDatabase} from '../../src/store/memory-database.js';
import {openQuarantine} from '../../src/store/quarantine.js';
import {morning} from './classroom.js';

const cut = (found: string | Uint8Array): Omit<QuarantineRow, 'firstReceivedAt' | 'import'> => ({
  reason: 'code-cut',
  facts: {},
  found,
});

function ward() {
  const clock = {now: morning};
  return {...openQuarantine(memoryDatabase(), () => clock.now), clock};
}

/** The code and the facts of a refusal. */
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof KnsError ? {code: error.code, ...error.facts} : error),
  );

describe('what could not be taken in', () => {
  it('is kept as it came, with the reason and the file it came in', async () => {
    const {quarantine, quarantined} = ward();
    const bytes = new Uint8Array([1, 2, 250]);
    const file = 'Tiến độ.txt';
    const [text, data] = await quarantine([cut('KNS1.ÂÊÔ'), {...cut(bytes), file}], 'chiều');
    const found = await quarantined();
    expect(found).to.have.length(2);
    expect(found.find(({key}) => key === text)).to.deep.equal({
      ...cut('KNS1.ÂÊÔ'),
      firstReceivedAt: morning,
      import: 'chiều',
      key: text,
    });
    expect(found.find(({key}) => key === data)).to.deep.include({found: bytes, file});
  });

  it('has one place however often it comes, and the reason that holds now', async () => {
    const {quarantine, quarantined, clock} = ward();
    const first = await quarantine([cut('KNS1.A'), cut('KNS1.A')], 'sáng');
    clock.now += 5000;
    const again = await quarantine([{...cut('KNS1.A'), reason: 'course-unknown'}], 'chiều');
    expect([...first, ...again]).to.deep.equal(Array(3).fill(first[0]));
    const [row, ...others] = await quarantined();
    expect(others).to.deep.equal([]);
    expect(row).to.include({reason: 'course-unknown', firstReceivedAt: morning, import: 'sáng'});
  });

  it('is refused as a whole from the thousand-and-first on, until something was released', async () => {
    const {quarantine, quarantined, release} = ward();
    const rows = (from: number, many: number) =>
      Array.from({length: many}, (_, at) => cut(`KNS1.${from + at}`));
    const [first] = await quarantine(rows(0, 999), 'a');
    expect(await refusal(quarantine(rows(999, 2), 'b'))).to.include({
      code: 'quarantine-full',
      rows: 1001,
    });
    expect(await quarantined()).to.have.length(999);
    await quarantine([...rows(999, 1), ...rows(0, 500)], 'b');
    expect(await quarantined()).to.have.length(1000);
    await release([first!]);
    await quarantine(rows(1000, 1), 'c');
    expect(await quarantined()).to.have.length(1000);
  });

  it('is refused beyond twenty million bytes', async () => {
    const {quarantine, quarantined} = ward();
    const large = (from: number) => cut(new Uint8Array(9_999_999).fill(from));
    await quarantine([large(1), large(2)], 'a');
    expect(await refusal(quarantine([cut('ba')], 'b'))).to.equal(undefined);
    expect(await refusal(quarantine([cut('x')], 'b'))).to.include({code: 'quarantine-full'});
    expect(await quarantined()).to.have.length(3);
  });
});
