import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {questionAt, root, words} from '../harness.mjs';

/** The course that stands beside the script, drawn whole. */
export const course = '<kns-course></kns-course>';

/** Where its manifest lies, as a route. */
export const manifest = '**/course.json';

/** The course with other bytes, as a damaged or a newer server sends them. */
export const served = (stage, change) =>
  stage.context.route(manifest, async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: change(await response.text())});
  });

/** The course as a later or a smaller release has it; each change is made in the parsed manifest. */
export const released = (stage, ...changes) =>
  served(stage, (text) => {
    const released = JSON.parse(text);
    for (const change of changes) change(released);
    return JSON.stringify(released);
  });

/** Leaves the first lesson its questions of one choice: they are answered quickly. */
export function brief({first, modules}) {
  const {lesson} = first;
  lesson.questions = lesson.questions.filter(({type}) => type === 'choice');
  const [entry] = modules[0].lessons;
  entry.questions = entry.questions.filter(({id}) =>
    lesson.questions.some((question) => question.id === id),
  );
}

/** Leaves the course so many lessons of its first module. */
export const short = (count) => (released) => {
  const {modules, slots} = released;
  const entries = new Map(
    modules.flatMap(({lessons}) => lessons).map((entry) => [entry.id, entry]),
  );
  // A lesson among the slots stands for its questions as long as the course has it.
  slots.questions = slots.questions.flatMap(
    (name) => entries.get(name)?.questions.map(({id, rev}) => `${name}#${id}@${rev}`) ?? name,
  );
  const [module] = modules;
  released.modules = [{...module, lessons: module.lessons.slice(0, count)}];
};

/** Gives the first lesson new content: its first question asks something else now. */
export function renewed({first, modules, slots}) {
  const {lesson} = first;
  const [entry] = modules[0].lessons;
  const [question] = lesson.questions;
  entry.version = lesson.version = '2.0.0';
  question.rev = 2;
  entry.questions.find(({id}) => id === question.id).rev = 2;
  slots.lessons.push(`${entry.id}@2`);
  slots.questions.push(`${entry.id}#${question.id}@2`);
}

/** As a council of experts lets it out. */
export function reviewed({modules}) {
  for (const {lessons} of modules) for (const lesson of lessons) delete lesson.draft;
}

/** The manifest as it was built. */
export const builtCourse = () =>
  JSON.parse(readFileSync(join(root, 'dist/demo/courses/so-tay-ky-nang-so/course.json'), 'utf8'));

/** An inline text as it is read. */
export const plain = (inline) =>
  typeof inline === 'string'
    ? inline
    : inline
        .map((span) => (typeof span === 'string' ? span : (span.text ?? span.fallback)))
        .join('');

/** Answers a drawn question of one choice; resolves once the reply is there. */
export async function choose(question, {options}, right = true) {
  const {text} = options.find(({correct}) => (correct === true) === right);
  await question.getByText(plain(text), {exact: true}).click();
  await question.getByRole('button', {name: words.answer}).click();
  await question.getByRole('button', {name: 'Làm lại'}).waitFor();
}

/** Answers the questions of the brief first lesson on show in turn; `outcomes` says which rightly. */
export async function study(page, outcomes) {
  const released = builtCourse();
  brief(released);
  for (const [index, right] of outcomes.entries()) {
    await choose(questionAt(page, index), released.first.lesson.questions[index], right);
  }
}

/** How many questions the brief first lesson has. */
export function briefLength() {
  const released = builtCourse();
  brief(released);
  return released.first.lesson.questions.length;
}
