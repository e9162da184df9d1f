import {expect} from '@open-wc/testing';
import type {Course, Slots} from '../../src/curriculum/course.js';
import {shortSlots, slotsOf} from '../../src/curriculum/slots.js';
import {course} from './sound.js';

/** A course with these questions, lesson by lesson. */
function courseOf(asked: Readonly<Record<string, readonly string[]>>): Course {
  const [module] = course.modules;
  const [lesson] = module!.lessons;
  const lessons = Object.entries(asked).map(([id, names]) => ({
    ...lesson!,
    id,
    questions: names.map((name) => {
      const [question = '', rev] = name.split('@');
      return {id: question, rev: Number(rev ?? 1)};
    }),
  }));
  return {...course, modules: [{...module!, lessons}]};
}

const lessons = ['m01-b01@1', 'm01-b02@1'];

const cases: readonly (readonly [
  what: string,
  asked: Readonly<Record<string, readonly string[]>>,
  questions: readonly string[],
  short: readonly string[],
])[] = [
  [
    'whole lessons, in the order in which they came to be',
    {'m01-b01': ['a', 'b'], 'm01-b02': ['c']},
    ['m01-b02#c@1', 'm01-b01#a@1', 'm01-b01#b@1'],
    ['m01-b02', 'm01-b01'],
  ],
  [
    'a question that means something else since',
    {'m01-b01': ['a', 'b@2'], 'm01-b02': ['c']},
    ['m01-b01#a@1', 'm01-b01#b@1', 'm01-b02#c@1', 'm01-b01#b@2'],
    ['m01-b01#a@1', 'm01-b01#b@1', 'm01-b02', 'm01-b01#b@2'],
  ],
  [
    'a question that came later, and one that is asked no more',
    {'m01-b01': ['a', 'moi'], 'm01-b02': ['c']},
    ['m01-b01#a@1', 'm01-b02#cu@1', 'm01-b02#c@1', 'm01-b01#moi@1'],
    ['m01-b01#a@1', 'm01-b02#cu@1', 'm01-b02', 'm01-b01#moi@1'],
  ],
  [
    'a lesson that is gone, and one that asks nothing any more',
    {'m01-b02': []},
    ['m01-b01#a@1', 'm01-b02#c@1'],
    ['m01-b01#a@1', 'm01-b02#c@1'],
  ],
];

describe('the places of questions in course.json', () => {
  for (const [what, asked, questions, short] of cases) {
    it(`say in few bytes what every bit of a sent code means: ${what}`, () => {
      const taught = courseOf(asked);
      const slots: Slots = {lessons, questions: [...questions]};
      const carried = shortSlots(taught, slots);
      expect(carried).to.deep.equal({lessons, questions: short});
      expect(slotsOf({...taught, slots: carried})).to.deep.equal(slots);
      expect(slotsOf({...taught, slots})).to.deep.equal(slots);
    });
  }
});
