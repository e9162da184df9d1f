import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {Course} from '../../src/curriculum/course.js';
import {judge} from '../../src/store/reckoning/judge.js';
import {packStanding, unpackStanding} from '../../src/store/reckoning/packed-standing.js';
import {progressOf} from '../../src/store/reckoning/progress.js';
import {
  emptyStanding,
  type LessonStanding,
  type QuestionStanding,
  type Reach,
  type Standing,
} from '../../src/store/reckoning/standing.js';
import {runs} from '../runs.js';
import {classroom} from './classroom.js';

let course: Course;
before(async () => ({course} = await classroom()));

const right: QuestionStanding = {firstRight: true, firstWrong: false, right: true, tries: 1};
const done = (reach: Reach = 5, run = 0): LessonStanding => ({
  reach,
  day: 2517,
  run,
  practised: false,
});
const knowing = (parts: Partial<Standing>): Standing => ({...emptyStanding, ...parts});
const keysOf = (standing: Standing, run?: Parameters<typeof judge>[2]) =>
  judge(course, standing, run).map(({key}) => key);

describe('the rules of a course', () => {
  it('call a lesson complete only when every question was right at its present rev', () => {
    expect(keysOf(knowing({questions: {'b01#q1@1': right}}))).to.deep.equal([]);
    expect(keysOf(knowing({questions: {'b02#q1@9': right}}))).to.deep.equal([]);
    expect(keysOf(knowing({questions: {'b02#q1@1': right}}))).to.deep.equal(['b02@1']);
  });

  it('do not call complete again what a record already says', () => {
    const standing = knowing({questions: {'b02#q1@1': right}, lessons: {'b02@1': done()}});
    expect(keysOf(standing)).to.deep.equal([]);
  });

  it('let a learner complete alone what a trainer had entered for them', () => {
    const standing = knowing({questions: {'b02#q1@1': right}, lessons: {'b02@1': done(3)}});
    expect(keysOf(standing)).to.deep.equal(['b02@1']);
    expect(progressOf(course, standing).done).to.equal(0);
  });

  it('hold a milestone back until its safety questions were right, also over older lessons', () => {
    const older = {'b01@0': done(), 'b02@1': done()};
    expect(keysOf(knowing({lessons: older}))).to.deep.equal([]);
    expect(keysOf(knowing({lessons: older, questions: {'b01#q1@1': right}}))).to.deep.equal([
      'loi@1',
    ]);
    expect(progressOf(course, knowing({lessons: older})).lessons[0]!.state).to.equal('done-before');
  });

  it('after a restart count only what was done since', () => {
    const standing = knowing({
      epoch: 1,
      questions: {'b02#q1@1': right},
      lessons: {'b02@1': done()},
    });
    expect(keysOf(standing)).to.deep.equal([]);
    expect(keysOf(standing, {opened: [], right: ['b02#q1@1']})).to.deep.equal(['b02@1']);
  });

  it('leave nothing to judge once their completions are written', () => {
    const questions = fc.subarray(['b01#q1@1', 'b01#q2@1', 'b02#q1@1']);
    fc.assert(
      fc.property(questions, fc.boolean(), fc.nat(2), (answered, opened, epoch) => {
        const run = {opened: opened ? ['b03@1'] : [], right: answered};
        const standing = knowing({
          epoch,
          questions: Object.fromEntries(answered.map((key) => [key, right])),
          lessons: opened ? {'b03@1': {...done(1, -1), day: Infinity}} : {},
        });
        const written = judge(course, standing, run).map(({key}): [string, LessonStanding] => [
          key,
          done(5, epoch),
        ]);
        const after = knowing({
          ...standing,
          lessons: {
            ...standing.lessons,
            ...Object.fromEntries(written),
          },
        });
        expect(keysOf(after, run)).to.deep.equal([]);
        const {lessons} = progressOf(course, after, run);
        expect(lessons.filter(({state}) => state === 'done')).to.have.length(
          written.filter(([key]) => key.startsWith('b')).length,
        );
      }),
      {numRuns: runs},
    );
  });
});

describe('a row', () => {
  it('keeps names that are not ASCII as well', () => {
    const standing = knowing({lessons: {'bài-một@1': done()}});
    expect(unpackStanding(packStanding(standing))).to.deep.equal(standing);
  });
});
