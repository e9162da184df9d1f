import {beginLesson} from '../new-lesson.js';
import type {Command} from './command.js';
import {sayFlaws} from './flaw-list.js';

/** Vietnam's civil day, wherever the author's machine thinks it is: it keeps UTC+7 all year. */
const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** `kynangso new lesson <course-dir> <id>`: writes a lesson that is still to be written. */
export const newLesson: Command = {
  options: {title: {type: 'string'}, module: {type: 'string'}},
  run(line) {
    const {messages, say, text} = line;
    const [what = '', folder, id] = line.words;
    if (what !== 'lesson') return line.refuse(messages.unknownCommand(`new ${what}`.trim()));
    if (folder === undefined) return line.refuse(messages.missingOption('<course-dir>'));
    if (id === undefined) return line.refuse(messages.missingOption('<id>'));
    const begun = beginLesson(folder, {
      id,
      title: text('title'),
      module: text('module'),
      today: today(),
    });
    if ('flaws' in begun) sayFlaws(begun.flaws, line);
    else if ('refusal' in begun) say(messages.notBegun[begun.refusal](begun.facts));
    else {
      say(messages.lessonBegun(begun.file, folder));
      return 0;
    }
    say(messages.notWritten);
    return 1;
  },
};
