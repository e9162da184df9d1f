import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {parseCourse} from '../../src/curriculum/course.js';
import {parseFactPack} from '../../src/curriculum/fact-pack.js';
import {gradeResponse} from '../../src/curriculum/grading.js';
import {parseLesson} from '../../src/curriculum/lesson.js';
import {isPicture} from '../../src/curriculum/picture.js';
import {questions} from './questions.js';
import {course, lesson} from './sound.js';

const readers = {course: parseCourse, lesson: parseLesson, facts: parseFactPack};
const sound = {
  course,
  lesson,
  facts: {format: 1, scope: 'VN', facts: course.first.facts},
} as const;

type Step = string | number;

/** Every place in a value that can be broken. */
const pathsOf = (value: unknown, path: readonly Step[] = []): (readonly Step[])[] =>
  typeof value === 'object' && value !== null
    ? [
        path,
        ...Object.entries(value).flatMap(([key, inner]) =>
          pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [path];

function broken(value: unknown, [step, ...rest]: readonly Step[], change: unknown): unknown {
  if (step === undefined) return change;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : {...(value as object)}
  ) as Record<Step, unknown>;
  copy[step] = broken(copy[step], rest, change);
  return copy;
}

const without = (value: object, field: string) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== field));

const at = (path: string) => (issue: {path: readonly Step[]}) => issue.path.join('.') === path;

describe('reading what somebody else wrote', () => {
  for (const name of ['course', 'lesson', 'facts'] as const) {
    it(`takes a sound ${name} as it is`, () => {
      expect(readers[name](structuredClone(sound[name]))).to.deep.equal({
        ok: true,
        value: sound[name],
      });
    });

    it(`answers any nonsense in place of a ${name} with issues`, () => {
      fc.assert(
        fc.property(fc.anything({withNullPrototype: true, withSparseArray: true}), (input) => {
          const parsed = readers[name](input);
          expect(parsed.ok).to.equal(false);
          if (!parsed.ok) expect(parsed.issues).not.to.be.empty;
        }),
        {numRuns: 500},
      );
    });

    it(`never chokes on a ${name} that is broken in one place, and says where`, () => {
      const paths = pathsOf(sound[name]);
      fc.assert(
        fc.property(fc.constantFrom(...paths), fc.anything(), (path, change) => {
          const parsed = readers[name](broken(sound[name], path, change));
          if (parsed.ok) return;
          expect(parsed.issues).not.to.be.empty;
          for (const issue of parsed.issues) {
            expect(issue.code).to.be.a('string').that.is.not.empty;
            for (const step of issue.path) expect(typeof step).to.be.oneOf(['string', 'number']);
          }
        }),
        {numRuns: 1000},
      );
    });
  }

  it('names every flaw at once, each by its path', () => {
    const parsed = parseLesson({...lesson, minutes: 0, version: 1, title: ''});
    expect(parsed.ok).to.equal(false);
    if (parsed.ok) return;
    for (const path of ['minutes', 'version', 'title']) {
      expect(parsed.issues.some(at(path)), path).to.equal(true);
    }
  });

  it('says of a course of a newer format that it is newer, not that it is broken', () => {
    expect(parseCourse({...course, format: 2})).to.deep.equal({
      ok: false,
      issues: [{path: ['format'], code: 'newer-format', facts: {format: 2}}],
    });
  });

  const {choice, scenario, spot} = questions;
  const flawed: readonly (readonly [string, unknown])[] = [
    ['two questions with one id', [choice, choice]],
    [
      'an option without a reason',
      [{...choice, options: choice.options.map((one) => without(one, 'why'))}],
    ],
    [
      'an option with an empty reason',
      [{...choice, options: choice.options.map((one) => ({...one, why: ''}))}],
    ],
    ['a choice without a right option', [{...choice, options: choice.options.slice(1)}]],
    [
      'a choice with two right options',
      [{...choice, options: choice.options.map((one) => ({...one, correct: true}))}],
    ],
    [
      'two options with one id',
      [{...choice, options: choice.options.map((one) => ({...one, id: 'x'}))}],
    ],
    ['a message without anything suspicious', [{...spot, parts: ['Chào']}]],
    [
      'a conversation that leads nowhere',
      [{...scenario, turns: scenario.turns.filter(({id}) => id !== 'bay')}],
    ],
    [
      'a conversation without a good end',
      [{...scenario, turns: scenario.turns.map((turn) => without(turn, 'good'))}],
    ],
    ['a type nobody knows', [{...choice, type: 'essay'}]],
  ];
  for (const [name, list] of flawed) {
    it(`refuses a lesson with ${name}`, () => {
      const parsed = parseLesson({...lesson, questions: list});
      expect(parsed.ok).to.equal(false);
      if (!parsed.ok) expect(parsed.issues[0]?.path[0]).to.equal('questions');
    });
  }

  it('refuses a course in which one lesson has two places, or a name two slots', () => {
    const [module] = course.modules;
    expect(parseCourse({...course, modules: [module, module]}).ok).to.equal(false);
    const doubled = {...course.slots, lessons: ['m01-b01@1', 'm01-b01@1']};
    expect(parseCourse({...course, slots: doubled}).ok).to.equal(false);
  });

  it('refuses links and files that lead astray', () => {
    const linked = (href: string) =>
      parseLesson({
        ...lesson,
        sections: [{id: 'why', blocks: [{kind: 'paragraph', text: [{text: 'x', href}]}]}],
      }).ok;
    expect(linked('https://vi.du/a')).to.equal(true);
    for (const href of ['javascript:alert(1)', 'http://vi.du', '//vi.du', 'data:text/html,x']) {
      expect(linked(href), href).to.equal(false);
    }
    const [pack] = course.facts;
    for (const file of ['../secret.json', 'https://vi.du/x.json', '/x.json', 'a/b.json']) {
      expect(parseCourse({...course, facts: [{...pack, file}]}).ok, file).to.equal(false);
    }
  });

  it('grades every question it lets in', () => {
    for (const question of lesson.questions) {
      expect(gradeResponse(question, undefined).correct).to.equal(0);
    }
  });
});

describe('a drawing', () => {
  const drawn = (attributes: Record<string, unknown>, tag = 'path') =>
    isPicture(['svg', {viewBox: '0 0 1 1'}, [tag, attributes]]);

  it('is made of listed elements, attributes and roles only', () => {
    expect(drawn({d: 'M0 0', class: 'tint ink', fill: 'none', transform: 'scale(2)'})).to.equal(
      true,
    );
    expect(drawn({}, 'script')).to.equal(false);
    expect(drawn({}, 'svg')).to.equal(false);
    expect(drawn({onload: 'x'})).to.equal(false);
    expect(drawn({href: 'https://vi.du'})).to.equal(false);
    expect(drawn({fill: 'url(https://vi.du)'})).to.equal(false);
    expect(drawn({d: 'url(x)'})).to.equal(false);
    expect(drawn({fill: '#f00'})).to.equal(false);
    expect(drawn({class: 'page-header'})).to.equal(false);
    expect(drawn({r: 3})).to.equal(false);
  });

  it('is neither endless nor bottomless', () => {
    const wide = ['svg', {}, ...Array.from({length: 700}, () => ['path', {}])];
    let deep: unknown[] = ['path', {}];
    for (let i = 0; i < 10_000; i++) deep = ['g', {}, deep];
    const circle: unknown[] = ['g', {}];
    circle.push(circle);
    expect(isPicture(wide)).to.equal(false);
    expect(isPicture(['svg', {}, deep])).to.equal(false);
    expect(isPicture(['svg', {}, circle])).to.equal(false);
  });
});
