import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {newKey, recordIds} from '../../src/store/ids.js';
import {newDevice, sha256} from '../../src/store/keys.js';
import {fromBase32, toBase32} from '../../src/store/reckoning/base32.js';
import {
  civilDay,
  dayInVietnam,
  dayOf,
  dayText,
  quarterOf,
} from '../../src/store/reckoning/calendar.js';
import {runs} from '../runs.js';

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A page on plain http: the browser hides `crypto.subtle`. */
async function onPlainHttp<T>(work: () => Promise<T>): Promise<T> {
  Object.defineProperty(crypto, 'subtle', {configurable: true, value: undefined});
  try {
    return await work();
  } finally {
    delete (crypto as {subtle?: SubtleCrypto}).subtle;
  }
}

describe('the name of a device', () => {
  it('is the beginning of the hash of its public key, and the key cannot leave', async () => {
    const {device, pair} = await newDevice();
    const raw = await crypto.subtle.exportKey('raw', pair!.publicKey);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', raw));
    expect(hex(fromBase32(device)!)).to.equal(hex(hash.subarray(0, 10)));
    expect(pair!.privateKey.extractable).to.equal(false);
  });

  it('is made by chance where the page cannot sign', async () => {
    const {device, pair} = await onPlainHttp(newDevice);
    expect(device).to.match(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(pair).to.equal(undefined);
  });
});

describe('a hash', () => {
  it('is the same on plain http', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({maxLength: 300}), async (bytes) => {
        expect(hex(await onPlainHttp(() => sha256(bytes)))).to.equal(hex(await sha256(bytes)));
      }),
      {numRuns: 100},
    );
  });
});

describe('ids', () => {
  it('of records are UUIDv7 that tell their time and bear the device', () => {
    let at = Date.UTC(2026, 10, 22);
    const newId = recordIds(
      () => (at += 7),
      () => '0123456789ABCDEF',
    );
    for (let nth = 0; nth < 1000; nth++) {
      const id = newId();
      expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7000-8000-00443214[0-9a-f]{4}$/);
      expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).to.equal(at);
    }
  });

  it('of records never repeat and stand in the order they were made, however the clock is set', () => {
    let at = Date.UTC(2026, 10, 22);
    const newId = recordIds(
      () => at,
      () => newKey(),
    );
    const ids = Array.from({length: 5000}, (_, nth) => {
      if (nth % 100 === 99) at += nth % 200 === 99 ? -3_600_000 : 50;
      return newId();
    });
    expect(new Set(ids).size).to.equal(5000);
    expect([...ids].sort()).to.deep.equal(ids);
  });

  it('of records end otherwise on a twin that bears the same name at the same moment', () => {
    const tails = Array.from({length: 40}, () =>
      recordIds(
        () => Date.UTC(2026, 10, 22),
        () => '0123456789ABCDEF',
      )().slice(-4),
    );
    expect(new Set(tails).size).to.be.above(35);
  });

  it('read back from base32, in the letters people copy', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 40}), (bytes) => {
        const text = toBase32(bytes);
        expect(fromBase32(text)).to.deep.equal(bytes);
        const copied = text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        expect(fromBase32(copied)).to.deep.equal(bytes);
      }),
      {numRuns: runs},
    );
    expect(fromBase32('U')).to.equal(undefined);
    expect(newKey()).to.have.length(16);
  });
});

describe('a day', () => {
  it('is the one on the wall where the answer was given', () => {
    const newYear = Date.UTC(2026, 11, 31, 17, 30);
    expect(dayText(civilDay(newYear, 420))).to.equal('2027-01-01');
    expect(dayText(civilDay(newYear, 0))).to.equal('2026-12-31');
    expect(dayInVietnam(newYear)).to.equal(dayOf('2027-01-01'));
    expect([
      quarterOf(0),
      quarterOf(dayOf('2026-12-31')),
      quarterOf(dayOf('2027-01-01')),
    ]).to.deep.equal([0, 27, 28]);
    expect(dayOf('2020-01-01')).to.equal(0);
    expect(civilDay(Date.UTC(2019, 11, 31), 0)).to.equal(-1);
  });
});
