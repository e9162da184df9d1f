import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {parse} from 'yaml';
import {editedFacts} from './fixture.mjs';

const facts = `# Facts of Đà Nẵng.

# "Ta {{duong_day_nong}}."
- id: duong_day_nong   # the one that matters
  value: gọi 1022
  fallback: 'hỏi UBND xã/phường'
  scope: VN-48
  validFrom: 2025-07-01
  reviewBy: 2027-02-20   # ninety days
  confidence: press
  status: needs-review
  sources:
    - title: "Báo A: đường dây nóng"
      url: https://vi.du/a
      retrieved: 2026-11-01
    - title: Báo B
      url: https://vi.du/b
      retrieved: 2026-11-02

# Nobody knows yet.
- id: ung_dung
  value:
  fallback: ứng dụng công dân số
  scope: VN-48
  reviewBy: 2027-02-20
  confidence: unverified
  status: needs-review
  sources: []

- {id: ky_bao_cao, value: mỗi quý, fallback: đúng kỳ xã hẹn, scope: VN-48, validTo: 2026-12-31, reviewBy: 2027-02-20, confidence: press, status: current, sources: [{title: Báo C, url: "https://vi.du/c", retrieved: 2026-11-03}]}
- value: >-
    mỗi tháng một lần,
    vào ngày cuối
  id: ky_bao_cao
  fallback: |
    đúng kỳ xã hẹn
  scope: VN-48
  validFrom: 2027-01-01
  reviewBy: 2027-02-20
  confidence: press
  status: current
  sources:
  - {title: Báo D, url: https://vi.du/d, retrieved: 2026-11-03}
`;
const comments = ['# Facts of', '# "Ta {{', '# the one that matters', '# ninety days', '# Nobody'];

/** What YAML reads as something else when it stands in the wrong place. */
const hostile =
  'a é ờ : # - ? [ ] { } , & * ! | > \' " % @ \\ 1 0 = + … “ <b> null true ~ {{x}} 2026-11-01'.split(
    ' ',
  );
const words = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.constantFrom(' ', ': ', ' #', '- ')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');
const day = fc.constantFrom('2027-01-01', '2026-02-03');
const optionalDay = fc.constantFrom('validFrom', 'validTo', 'verifiedOn').map((name) => [name]);
const parts = ['title', 'url', 'retrieved'];

/** One cell, or the three cells of a source. */
const change = fc.nat(3).chain((index) =>
  fc
    .oneof(
      fc.tuple(fc.constantFrom(['value'], ['fallback']), words).map((one) => [one]),
      fc.tuple(optionalDay, fc.oneof(day, fc.constant(''))).map((one) => [one]),
      fc
        .tuple(fc.nat(2), fc.oneof(words, fc.constant('')))
        .map(([nth, text]) =>
          parts.map((part) => [
            ['sources', nth, part],
            text !== '' && part === 'retrieved' ? '2026-11-09' : text,
          ]),
        ),
    )
    .map((edits) => edits.map(([path, text]) => ({index, path, text}))),
);
/** Each cell once. */
const changes = fc
  .array(change, {minLength: 1, maxLength: 6})
  .map((edits) => [
    ...new Map(edits.flat().map((edit) => [`${edit.index} ${edit.path}`, edit])).values(),
  ]);

const read = (text) => parse(text.replace(/^\uFEFF/, ''));
const sorted = (list) => list.map((fact) => Object.fromEntries(Object.entries(fact).sort()));

/** The facts as the changes want them, by the simplest means there are. */
function wanted(raw, edits) {
  const list = read(raw);
  for (const {index, path, text} of edits) {
    const fact = list[index];
    const [name, nth, part] = path;
    if (name === 'sources') {
      while (fact.sources.length <= nth) fact.sources.push({title: '', url: '', retrieved: ''});
      fact.sources[nth][part] = text;
    } else if (text === '') delete fact[name];
    else fact[name] = text;
  }
  for (const fact of list) fact.sources = fact.sources.filter(({title}) => title !== '');
  return list;
}

describe('facts that are changed where they stand', () => {
  for (const [how, raw] of [
    ['as authors write them', facts],
    ['with the line ends of Windows', facts.replaceAll('\n', '\r\n')],
    ['without a last line end, behind a mark', `\uFEFF${facts.trimEnd()}`],
  ]) {
    it(`say what was asked for and keep every comment, ${how}`, () => {
      fc.assert(
        fc.property(changes, (edits) => {
          const text = editedFacts(raw, edits);
          assert.deepEqual(sorted(read(text)), sorted(wanted(raw, edits)));
          for (const comment of comments) assert.ok(text.includes(comment), comment);
          if (raw.includes('\r\n')) assert.doesNotMatch(text, /[^\r]\n/);
          assert.equal(text.startsWith('\uFEFF'), raw.startsWith('\uFEFF'));
        }),
        {numRuns: 1500},
      );
    });
  }

  it('move nothing else: a line that no change is about is there as before', () => {
    fc.assert(
      fc.property(fc.nat(3), words, (index, text) => {
        const former = facts.split('\n');
        const now = editedFacts(facts, [{index, path: ['status'], text}]).split('\n');
        const other = former.flatMap((line, at) => (line === now[at] ? [] : [at]));
        assert.equal(now.length, former.length);
        assert.ok(other.length <= 1, String(other));
      }),
    );
  });
});
