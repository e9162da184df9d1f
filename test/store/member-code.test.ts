import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {alphabet} from '../../src/store/reckoning/base32.js';
import {newMemberCode, readMemberCode, withCheck} from '../../src/store/reckoning/member-code.js';
import {rosterIds} from '../../src/store/roster-ids.js';
import {runs} from '../runs.js';

const character = fc.constantFrom(...alphabet);
const code = fc
  .array(character, {minLength: 6, maxLength: 6})
  .map((six) => withCheck(six.join('')));
const place = fc.nat(6);

const replaced = (text: string, at: number, by: string) =>
  text.slice(0, at) + by + text.slice(at + 1);

describe('the code of a member', () => {
  it('is read as people write it, with spaces, hyphens, small letters, O for 0 and I for 1', () => {
    fc.assert(
      fc.property(code, place, fc.constantFrom(' ', '-', '  ', '–', '.'), (given, at, between) => {
        const written = `${given.slice(0, at)}${between}${given.slice(at)}`.toLowerCase();
        expect(readMemberCode(written)).to.equal(given);
        expect(readMemberCode(written.replace(/0/g, 'o').replace(/1/g, 'l'))).to.equal(given);
      }),
      {numRuns: runs},
    );
  });

  it('is refused with one character copied wrongly, wherever it stands', () => {
    fc.assert(
      fc.property(code, place, character, (given, at, wrong) => {
        fc.pre(given[at] !== wrong);
        expect(readMemberCode(replaced(given, at, wrong))).to.equal(undefined);
      }),
      {numRuns: runs},
    );
  });

  it('is refused with two characters that changed places, neighbours or not', () => {
    fc.assert(
      fc.property(code, place, place, (given, one, other) => {
        const [a, b] = [given[one]!, given[other]!];
        fc.pre(a !== b);
        expect(readMemberCode(replaced(replaced(given, one, b), other, a))).to.equal(undefined);
      }),
      {numRuns: runs},
    );
  });

  it('is refused when it is too short, too long, or no code at all', () => {
    const given = withCheck('KM2PX7');
    for (const text of ['', given.slice(1), `${given}0`, 'Nguyễn', '0912345678', 'KM2PX7U']) {
      expect(readMemberCode(text), text).to.equal(undefined);
    }
  });

  it('never looks like a number or a day to a spreadsheet', () => {
    const months = ['MAR202', '123E45', 'DEC199', 'KM2PX7'];
    const bytes = months.map((six) => Uint8Array.from(six, (letter) => alphabet.indexOf(letter)));
    expect(
      newMemberCode(
        () => bytes.shift()!,
        () => false,
      ),
    ).to.equal(withCheck('KM2PX7'));
  });

  it('is made once: never one that is there already', () => {
    const there = new Map<string, string>();
    const ids = rosterIds(new Map(), there);
    const minted = Array.from({length: 5000}, () => ids.member());
    expect(new Set(minted).size).to.equal(5000);
    for (const each of minted) expect(readMemberCode(each)).to.equal(each);
    expect(ids.unit()).to.match(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  });
});
