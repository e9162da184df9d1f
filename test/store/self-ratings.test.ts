import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {judge} from '../../src/store/reckoning/judge.js';
import {
  freezeRecord,
  isUnderstood,
  type LearningRecord,
  readRecord,
} from '../../src/store/reckoning/record.js';
import {hasRated, selfRatings} from '../../src/store/reckoning/self-ratings.js';
import {fold, sameStanding, type Standing} from '../../src/store/reckoning/standing.js';
import type {SelfRating, Study} from '../../src/store/study.js';
import {runs} from '../runs.js';
import {classroom, newName, rowsIn, stores} from './classroom.js';
import {type History, histories} from './histories.js';

const {open, clear} = stores();
afterEach(clear);

const assessment = {
  id: 'tu-danh-gia',
  statements: [
    {id: 'kn1', rev: 1, skill: 'KN1', title: 'Dịch vụ công', text: 'Nộp hồ sơ.'},
    {id: 'kn2', rev: 2, skill: 'KN2', title: 'Mua sắm', text: 'Đặt hàng.'},
  ],
  steps: ['chua', 'kem', 'tu-lam', 'chi'].map((id) => ({id, text: `Bước ${id}`})),
};

const rating = (use: SelfRating['use'], step: string, statement = 'tu-danh-gia#kn1@1') => ({
  use,
  statement,
  step,
  words: `Bước ${step}`,
});

/** A self-rating beside each chosen record, with a number between its neighbours'. */
function withRatings(history: History, dice: readonly number[]): {bare: History; rated: History} {
  const bare = history.map((record) => ({...record, seq: record.seq * 2}));
  const rated = bare.flatMap((record, at): LearningRecord[] => {
    const thrown = dice[at % dice.length] ?? 0;
    // Whoever rates themselves has read what they go on from.
    if (thrown === 0 || !isUnderstood(record)) return [record];
    const {learner, device, course, at: when, tz, clock, epoch} = record;
    const between: LearningRecord = {
      id: record.id.replace(/^01900000/, '01900001'),
      v: 1,
      ...{learner, device, course, seq: record.seq + 1, at: when, tz, clock, epoch},
      courseVersion: record.courseVersion,
      lang: record.lang,
      verb: 'answered',
      question: `tu-danh-gia#kn${thrown}@1`,
      use: thrown % 2 ? 'pre' : 'post',
      mode: 'self',
      result: {
        response: 'chi',
        simpleResponse: 'Chỉ được cho người khác',
        correct: 0,
        hinted: false,
        activeMs: 0,
      },
    };
    return thrown % 3 ? [record, between] : [between, record];
  });
  return {bare, rated};
}

/** All a standing says, but which records it rests on. */
const says = (standing: Standing): Standing => ({...standing, covered: {}});

describe('how learners see themselves', () => {
  it('changes nothing in what is known of their learning', () => {
    const property = fc.property(
      histories,
      fc.array(fc.nat(5), {minLength: 1}),
      (history, dice) => {
        const {bare, rated} = withRatings(history, dice);
        expect(sameStanding(says(fold(bare)), says(fold(rated)))).to.equal(true);
      },
    );
    fc.assert(property, {numRuns: runs});
  });

  it('is what they said last in this run of the course, before it and after it', () => {
    const said = (use: string, response: string, more: Partial<LearningRecord> = {}) =>
      ({
        use,
        epoch: 1,
        question: 'tu-danh-gia#kn1@1',
        result: {response},
        ...more,
      }) as LearningRecord;
    const records = [
      said('pre', 'chi', {epoch: 0}),
      said('pre', 'chua'),
      said('pre', 'kem'),
      said('post', 'tu-lam'),
      said('post', 'gone'),
      said('post', 'chi', {question: 'tu-danh-gia#kn2@1'}),
      said('lesson', 'chi'),
    ];
    const {pre, post} = selfRatings(records, assessment, 1);
    expect([...pre]).to.deep.equal([['kn1', 1]]);
    expect([...post]).to.deep.equal([['kn1', 2]]);
    expect(hasRated(records, 'post', 1)).to.equal(true);
    expect(hasRated(records, 'post', 0)).to.equal(false);
  });
});

describe('a self-rating', () => {
  let course: Course;
  let first: Lesson;
  let name: string;

  beforeEach(async () => {
    const room = await classroom();
    course = room.course;
    first = room.lessons[0]!;
    name = newName();
  });

  const texts = async () => (await rowsIn(name, 'records')) as string[];
  const answerAll = async (study: Study) => {
    for (const question of first.questions) await study.answer(first, question, 'dung');
  };

  it('is a frozen record of the stream that any version can read, and completes nothing', async () => {
    const study = await open({name}).study(course);
    await answerAll(study);
    const before = study.snapshot.standing;
    expect(await study.rate(rating('pre', 'chi'))).to.equal('disk');
    const {standing} = study.snapshot;
    expect(standing.lessons).to.deep.equal(before.lessons);
    expect(standing.questions).to.deep.equal(before.questions);
    expect(Object.values(standing.totals).map(([, totals]) => totals)).to.deep.equal(
      Object.values(before.totals).map(([, totals]) => totals),
    );
    expect(judge(course, standing)).to.deep.equal([]);

    const frozen = (await texts()).find((text) => text.includes('"use":"pre"'))!;
    const record = readRecord(frozen)!;
    expect(freezeRecord(record)).to.equal(frozen);
    expect(isUnderstood(record)).to.equal(true);
    expect(record).to.deep.include({
      verb: 'answered',
      question: 'tu-danh-gia#kn1@1',
      use: 'pre',
      mode: 'self',
      epoch: 0,
      seq: (await texts()).length,
    });
    expect(record).not.to.have.any.keys('lesson', 'attempt');
    expect(record.result).to.deep.include({
      response: 'chi',
      simpleResponse: 'Bước chi',
      correct: 0,
    });
  });

  it('tried twice is one record, and said again is another that counts instead', async () => {
    const study = await open({name}).study(course);
    const id = study.newAnswerId();
    await study.rate(rating('pre', 'chua'), id);
    await study.rate(rating('pre', 'chua'), id);
    expect(await texts()).to.have.length(1);
    await study.rate(rating('pre', 'kem'));
    const {pre} = selfRatings(await study.history(assessment.id), assessment, 0);
    expect([...pre]).to.deep.equal([['kn1', 1]]);
  });

  it('is asked anew of whoever begins anew', async () => {
    const study = await open({name}).study(course);
    await study.rate(rating('pre', 'chua'));
    await study.restart();
    const {epoch} = study.snapshot.standing;
    const records = await study.history(assessment.id);
    expect(records).to.have.length(1);
    expect(hasRated(records, 'pre', epoch)).to.equal(false);
    await study.rate(rating('pre', 'kem'));
    expect(hasRated(await study.history(assessment.id), 'pre', epoch)).to.equal(true);
  });

  it('leaves the next answer to a question the first attempt it is', async () => {
    const study = await open({name}).study(course);
    await study.rate(rating('pre', 'chua'));
    await answerAll(study);
    const attempts = (await texts())
      .map((text) => readRecord(text)!)
      .filter(({verb, use}) => verb === 'answered' && use === 'lesson')
      .map(({attempt}) => attempt);
    expect(attempts).to.deep.equal(first.questions.map(() => 1));
  });
});
