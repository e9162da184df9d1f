import assert from 'node:assert/strict';
import {cpSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {emptyFolder, kynangso} from '../../cli/fixture.mjs';
import {root} from '../harness.mjs';

const source = join(emptyFolder(), 'nine-types');
cpSync(join(root, 'test/fixtures/courses/nine-types'), source, {recursive: true});

/** The folder of a course of one lesson that asks once in each way, built. */
export const built = join(emptyFolder(), 'nine-types');
const {status, stdout} = kynangso('build', source, '--out', built);
assert.equal(status, 0, stdout);

const {first} = JSON.parse(readFileSync(join(built, 'course.json'), 'utf8'));

/** The ways it asks in, in their order. */
export const types = [
  'choice',
  'choices',
  'true-false',
  'ordering',
  'matching',
  'numeric',
  'fill-in',
  'spot',
  'scenario',
];
assert.deepEqual(
  first.lesson.questions.map(({type}) => type),
  types,
);

/** The question it asks in that way. */
export const specOf = (type) => first.lesson.questions.find((question) => question.type === type);

/** A page with that question alone. */
export async function ask(stage, type) {
  await stage.context.route('**/nine-types/*', (route) =>
    route.fulfill({path: join(built, new URL(route.request().url()).pathname.split('/').at(-1))}),
  );
  return stage.show(`<kns-course src="nine-types/course.json">
    <kns-question lesson="${first.lesson.id}" question="${specOf(type).id}"></kns-question>
  </kns-course>`);
}
