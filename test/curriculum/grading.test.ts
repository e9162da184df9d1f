import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {gradeResponse} from '../../src/curriculum/grading.js';
import type {Question} from '../../src/curriculum/question.js';
import {questions} from './questions.js';

const worth = (question: Question, response: unknown) => gradeResponse(question, response).correct;

describe('grading', () => {
  it('gives the learner who picks the right option everything and the others nothing', () => {
    expect(worth(questions.choice, 'hoi-lai')).to.equal(1);
    expect(worth(questions.choice, 'tin')).to.equal(0);
    expect(worth(questions.choice, 'nobody')).to.equal(0);
  });

  it('gives part of the worth for part of the right options, and takes it back for wrong ones', () => {
    expect(worth(questions.choices, ['doa', 'giuc'])).to.equal(1);
    expect(worth(questions.choices, ['giuc'])).to.equal(0.5);
    expect(worth(questions.choices, ['giuc', 'doa', 'chao'])).to.equal(0.5);
    expect(worth(questions.choices, ['giuc', 'doa', 'chao', 'cam-on'])).to.equal(0);
    expect(worth(questions.choices, ['chao'])).to.equal(0);
    expect(worth(questions.choices, [])).to.equal(0);
    expect(worth(questions.choices, ['giuc', 'giuc'])).to.equal(0.5);
  });

  it('takes a statement as true or false only', () => {
    expect(worth(questions['true-false'], false)).to.equal(1);
    expect(worth(questions['true-false'], true)).to.equal(0);
    expect(worth(questions['true-false'], 'false')).to.equal(0);
  });

  it('counts the neighbours a learner put in their right order', () => {
    const right = ['dung', 'kiem-tra', 'xac-nhan', 'lam'];
    expect(worth(questions.ordering, right)).to.equal(1);
    expect(worth(questions.ordering, ['lam', 'dung', 'kiem-tra', 'xac-nhan'])).to.equal(2 / 3);
    expect(worth(questions.ordering, right.toReversed())).to.equal(0);
    expect(worth(questions.ordering, right.slice(1))).to.equal(0);
    expect(worth(questions.ordering, ['dung', 'dung', 'dung', 'dung'])).to.equal(0);
  });

  it('counts the pairs a learner matched', () => {
    expect(worth(questions.matching, {otp: 'otp', qr: 'qr'})).to.equal(1);
    expect(worth(questions.matching, {otp: 'otp', qr: 'thua'})).to.equal(0.5);
    expect(worth(questions.matching, {otp: 'qr', qr: 'otp'})).to.equal(0);
    expect(worth(questions.matching, {otp: 'otp', stranger: 'qr'})).to.equal(0);
  });

  for (const text of [
    '1.234,5',
    '1234,5',
    '1234.5',
    ' 1 234,5 ',
    '1.234,5 đồng',
    '1,234.5 đ',
    '1.234,50₫',
  ]) {
    it(`reads “${text}” as 1234,5 đồng`, () => {
      expect(worth(questions.numeric, text)).to.equal(1);
    });
  }

  for (const [text, answer] of [
    ['1.234', 1234],
    ['1234', 1234],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['1.234.567', 1234567],
    ['0,5', 0.5],
    ['0.125', 0.125],
    ['1,234', 1.234],
    ['-5', -5],
    ['−5', -5],
    ['10 triệu đồng', 10_000_000],
    ['10 triệu', 10_000_000],
    ['1,5 nghìn', 1500],
  ] as const) {
    it(`reads “${text}” as ${answer}`, () => {
      expect(worth({...questions.numeric, answer}, text)).to.equal(1);
    });
  }

  it('does not take another unit, a list of numbers or words for the number', () => {
    const minutes = {...questions.numeric, answer: 12, unit: 'phút'};
    expect(worth(minutes, '12 phút')).to.equal(1);
    expect(worth(minutes, '12')).to.equal(1);
    for (const text of ['12 giờ', '12 13', '1.2.3', 'mười hai', '', '12 phút 30', '--12', '1e1']) {
      expect(worth(minutes, text), text).to.equal(0);
    }
  });

  it('takes a number within the tolerance, and decimals as people mean them', () => {
    const about = {...questions.numeric, answer: 10, tolerance: 2};
    expect(worth(about, '8')).to.equal(1);
    expect(worth(about, '12')).to.equal(1);
    expect(worth(about, '12,1')).to.equal(0);
    expect(worth({...questions.numeric, answer: 0.1 + 0.2}, '0,3')).to.equal(1);
  });

  for (const text of [
    'xã hòa bình',
    'Xã Hoà Bình',
    'xã  hòa bình.',
    '“XÃ HÒA BÌNH”'.normalize('NFD'),
    ' phường!',
  ]) {
    it(`takes “${text}” for the word that is asked for`, () => {
      expect(worth(questions['fill-in'], text)).to.equal(1);
    });
  }

  it('does not take a word with other tones or another letter', () => {
    for (const text of ['xã hoa bình', 'xã hóa bình', 'xa hoa binh', 'phương', 'phường hòa', '']) {
      expect(worth(questions['fill-in'], text), text).to.equal(0);
    }
  });

  it('wants every suspicious range and no innocent one', () => {
    expect(worth(questions.spot, ['doa', 'gap'])).to.equal(1);
    expect(worth(questions.spot, ['gap'])).to.equal(0.5);
    expect(worth(questions.spot, ['chao', 'gap'])).to.equal(0);
  });

  it('counts a conversation that came to a good end, also over a way back', () => {
    expect(worth(questions.scenario, ['hoi'])).to.equal(1);
    expect(worth(questions.scenario, ['tin', 'lui', 'hoi'])).to.equal(1);
    expect(worth(questions.scenario, ['tin'])).to.equal(0);
    expect(worth(questions.scenario, ['lui', 'hoi'])).to.equal(0);
    expect(worth(questions.scenario, ['hoi', 'hoi'])).to.equal(0);
    expect(worth(questions.scenario, [])).to.equal(0);
  });

  it('keeps a response in one form, however it was given', () => {
    expect(gradeResponse(questions.choices, ['doa', 'giuc', 'doa'])).to.deep.equal({
      correct: 1,
      response: ['giuc', 'doa'],
      simpleResponse: 'giuc[,]doa',
    });
    expect(gradeResponse(questions.matching, {qr: 'otp', otp: 'otp'}).simpleResponse).to.equal(
      'otp[.]otp[,]qr[.]otp',
    );
    expect(gradeResponse(questions['fill-in'], ' hoà '.normalize('NFD')).response).to.equal('hoà');
  });

  for (const question of Object.values(questions)) {
    it(`survives whatever arrives as the answer to a ${question.type} question`, () => {
      const words = fc.constantFrom(
        'giuc',
        'doa',
        'gap',
        'chao',
        'otp',
        'qr',
        'hoi',
        'tin',
        'lui',
        '12',
        '__proto__',
      );
      const response = fc.oneof(
        fc.anything(),
        fc.array(words),
        fc.dictionary(words, words),
        words,
        fc.string({unit: 'grapheme'}),
      );
      fc.assert(
        fc.property(response, (given) => {
          const {correct, response: kept, simpleResponse} = gradeResponse(question, given);
          expect(correct).to.be.within(0, 1);
          expect(simpleResponse).to.be.a('string');
          // What was kept is worth the same again, so that a record can be held against its course.
          const again = gradeResponse(question, JSON.parse(JSON.stringify(kept)));
          expect(again.correct).to.equal(correct);
          expect(again.response).to.deep.equal(kept);
        }),
        {numRuns: 300},
      );
    });
  }

  it('is not held up by a pasted book', () => {
    const book = '1 '.repeat(500_000);
    expect(worth(questions.numeric, book)).to.equal(0);
    expect(worth(questions['fill-in'], book)).to.equal(0);
    expect(worth(questions.scenario, Array(1_000_000).fill('tin'))).to.equal(0);
  });
});
