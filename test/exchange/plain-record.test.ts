import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {plainRecords} from '../../src/exchange/plain-record.js';
import {type LearningRecord, readRecord} from '../../src/store/reckoning/record.js';
import {draftOf, emptyStanding, foldInto} from '../../src/store/reckoning/standing.js';
import {runs} from '../runs.js';
import {histories} from '../store/histories.js';
import {course, lan, recordAt} from './streams.js';

const owner = {learner: lan, device: 'R6WFHYE52J3V8SDN', course};

/** A record with its fields in the order in which they are written. */
function written(record: LearningRecord): string {
  const {use, mode, result, rule, basis, totals, ...before} = record;
  const graded = result && {
    correct: result.correct,
    response: result.response,
    simpleResponse: result.simpleResponse,
    hinted: result.hinted,
    activeMs: result.activeMs,
  };
  return JSON.stringify({...before, use, mode, result: graded, rule, basis, totals});
}

const answered = (response: unknown) => {
  const record = recordAt(3, owner);
  return written({...record, result: {...record.result!, response: response as string}});
};

const standingOf = (record: Parameters<typeof foldInto>[1]) => {
  const draft = draftOf(emptyStanding);
  foldInto(draft, record);
  return draft;
};

/** Whether a line is read without the parser; then it is what the parser makes of it. */
function isPlain(line: string, of: Pick<LearningRecord, 'learner' | 'device' | 'course'> = owner) {
  const {record, end = 0} = plainRecords(line, of)(0) ?? {};
  if (!record) return false;
  const parsed = readRecord(line.slice(0, end));
  expect(['', '\n'], line).to.include(line.charAt(end));
  expect(parsed, line).not.to.equal(undefined);
  for (const [name, value] of Object.entries(record)) {
    const same = (parsed as unknown as Record<string, unknown>)[name];
    if (name === 'result') expect(parsed!.result?.correct, line).to.equal(record.result?.correct);
    else expect(same, `${name} of ${line}`).to.deep.equal(value);
  }
  expect(standingOf(record), line).to.deep.equal(standingOf(parsed!));
  return true;
}

describe('a record in its usual form', function () {
  this.timeout(Math.max(20_000, runs * 20));

  it('is read without the parser, whatever was answered', () => {
    for (const response of ['a', 'Gọi lại số', true, ['a', 'b'], [], {a: 'b', c: 'd'}, {}, '']) {
      expect(isPlain(answered(response)), JSON.stringify(response)).to.equal(true);
    }
    const without = (...names: readonly (keyof LearningRecord)[]) =>
      Object.fromEntries(
        Object.entries(recordAt(3, owner)).filter(([name]) => !names.includes(name as never)),
      ) as unknown as LearningRecord;
    const seen = without('question', 'attempt', 'result');
    expect(isPlain(written({...seen, verb: 'opened'}))).to.equal(true);
    const {tz, clock, epoch, courseVersion, lang, use, mode, totals, ...first} = without(
      ...(['lesson', 'question', 'attempt', 'result', 'verb'] as const),
    );
    const milestone = {
      ...{...first, tz, clock, epoch, courseVersion, lang, verb: 'completed', milestone: 'm07@1'},
      ...{use, mode, rule: 'milestone', basis: 'merged', totals},
    } as const;
    expect(isPlain(written(milestone as LearningRecord))).to.equal(true);
  });

  it('leaves to the parser what only that understands, and what is of somebody else', () => {
    for (const response of ['"', 'a\\b', 'a\nb', 7, [['a']], null]) {
      expect(isPlain(answered(response)), JSON.stringify(response)).to.equal(false);
    }
    const line = answered('a');
    expect(isPlain(line, {...owner, course: 'lop-khac'})).to.equal(false);
    expect(isPlain(line, {...owner, learner: 'FEDCBA9876543210'})).to.equal(false);
    for (const [part, instead] of [
      ['"seq":3', '"seq":0'],
      ['"seq":3', '"seq":03'],
      ['"seq":3', '"seq":4294967296'],
      ['"tz":420', '"tz":1441'],
      ['"epoch":0', '"epoch":256'],
      ['"v":1', '"v":2'],
      ['"verb":"answered"', '"verb":"danced"'],
      ['"attempt":1', '"attempt":0'],
      ['"mode":"self"', '"mode":"self","mood":"good"'],
    ] as const) {
      expect(line).to.include(part);
      expect(isPlain(line.replace(part, instead)), instead).to.equal(false);
    }
  });

  it('is what the parser makes of it, however it was written or spoiled', () => {
    let plain = 0;
    const spoiling = fc.record({
      at: fc.nat(400),
      cut: fc.nat(3),
      put: fc.string({unit: fc.constantFrom(...'{}[]",:\\\n-+.e019aZ _@#'), maxLength: 3}),
    });
    fc.assert(
      fc.property(histories, fc.array(spoiling, {maxLength: 2}), (history, spoilings) => {
        for (const record of history) {
          let line = written(record);
          for (const {at, cut, put} of spoilings) {
            line = line.slice(0, at) + put + line.slice(at + cut);
          }
          if (isPlain(line, record)) plain += 1;
        }
      }),
      {numRuns: runs},
    );
    expect(plain).to.be.above(runs);
  });
});
