import {type Difference, type LessonDifferences, differencesOf} from '../differences.js';
import {openEdition} from '../edition.js';
import type {Flaw} from '../flaw.js';
import type {Command, CommandLine, Status} from './command.js';
import {countOf, flawsWithWords, sayFlaws} from './flaw-list.js';

/** A course that cannot be read cannot be compared: its flaws are the answer. */
function refuseFlawed(path: string, flaws: readonly Flaw[], line: CommandLine): Status {
  const {messages, say} = line;
  const {errors, warnings} = countOf(flaws);
  if (line.has('json')) {
    const listed = flawsWithWords(flaws, messages);
    say(JSON.stringify({ok: false, errors, warnings, unreadable: path, flaws: listed}, null, 2));
  } else {
    sayFlaws(flaws, line);
    say(messages.notCompared(path));
  }
  return 1;
}

/** `kynangso diff OLD NEW`: what changed, which version that needs, and whom it touches. */
export const diff: Command = {
  options: {json: {type: 'boolean'}},
  run(line) {
    const {messages, say, words} = line;
    const [oldPath, newPath] = words;
    if (oldPath === undefined || newPath === undefined) {
      return line.refuse(messages.missingOption('OLD NEW'));
    }
    const old = openEdition(oldPath);
    if ('flaws' in old) return refuseFlawed(oldPath, old.flaws, line);
    const next = openEdition(newPath);
    if ('flaws' in next) return refuseFlawed(newPath, next.flaws, line);

    const {course, lessons} = differencesOf(old.edition, next.edition);
    const every = [...course, ...lessons.flatMap(({differences}) => differences)];
    const count = (kind: Difference['severity']) =>
      every.filter(({severity}) => severity === kind).length;
    const [errors, warnings] = [count('error'), count('warning')];

    const sentence = ({code, facts}: Difference) => messages.differences[code](facts);
    const effect = (lesson: LessonDifferences) =>
      messages.effects[lesson.effect](lesson.again.join(', '));
    if (line.has('json')) {
      const told = (list: readonly Difference[]) =>
        list.map((one) => ({...one, message: sentence(one)}));
      const outcome = {
        ok: errors === 0,
        errors,
        warnings,
        course: told(course),
        lessons: lessons.map((lesson) => ({
          ...lesson,
          differences: told(lesson.differences),
          message: effect(lesson),
        })),
      };
      say(JSON.stringify(outcome, null, 2));
      return errors > 0 ? 1 : 0;
    }

    if (every.length === 0 && lessons.length === 0) say(messages.noDifference);
    const list = (differences: readonly Difference[]) => {
      for (const one of differences) {
        const kind = one.severity ? `${messages.severity[one.severity]} [${one.code}] ` : '';
        say(`  - ${kind}${sentence(one)}`);
      }
    };
    if (course.length > 0) say(messages.courseDiffers);
    list(course);
    for (const lesson of lessons) {
      say(messages.lessonDiffers(lesson));
      list(lesson.differences);
      say(`  → ${effect(lesson)}`);
    }
    say(messages.summary(errors, warnings));
    return errors > 0 ? 1 : 0;
  },
};
