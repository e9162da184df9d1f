import {type Compiled, compile} from '../compile.js';
import {type Flaw, startOf} from '../flaw.js';
import {type Folder, openFolder} from '../folder.js';
import type {Messages} from '../messages/messages.js';
import type {Output} from '../output.js';
import {courseOnDay} from './course-on-day.js';
import {shownFacts} from './shown-facts.js';
import {type Choice, type FactView, type PreviewState, type ShownFlaw} from './state.js';

/** The course folder as it is now, and the last build of it that had no error. */
export interface Workshop {
  /** Compiles anew, after a save. */
  readonly compile: () => void;
  readonly state: (choice: Choice) => PreviewState;
  /** A file of the last good build or of the one before, with the facts of a day; nothing when there is none of that name. */
  readonly file: (name: string, day: string, view: FactView) => string | undefined;
  /** A recording of the last good build. */
  readonly sound: (name: string) => Uint8Array | undefined;
}

/** Today in Vietnam, as `2026-11-22`. */
export const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

const daysKept = 8;

/** Where a lesson is written: `m05-b02` of `m05` is `m05/b02.md`. */
const pathOf = (module: string, lesson: string): string =>
  `${module}/${lesson.slice(module.length + 1)}.md`;

function labelOf(name: string, aliases: readonly {name: string}[]): string {
  const former = aliases.map((alias) => alias.name).join(', ');
  return former ? `${name} (gồm ${former} cũ)` : name;
}

export function openWorkshop(course: string, messages: Messages): Workshop {
  let build = 0;
  let good: Output | undefined;
  let flaws: readonly Flaw[] = [];
  let broken = false;
  const dated = new Map<string, ReadonlyMap<string, string>>();
  /** A frame that is still being drawn asks for lessons of the build it began with. */
  let before: typeof dated = new Map();

  const silent = () => undefined;
  /** Files that are no listed lesson: what they hold is looked at, and no frame shows it. */
  const otherFiles = (folder: Folder, listed: ReadonlySet<string>): string[] => {
    const modules = good?.course.modules.map(({id}) => id) ?? [];
    const folders = [...new Set([...modules, ...flaws.map(({file}) => file.split('/')[0] ?? '')])];
    const lessons = folders.flatMap((name) =>
      folder.list(name, '.md').map((file) => `${name}/${file}`),
    );
    const facts = folder.list('facts', '.yaml').map((file) => `facts/${file}`);
    return ['course.yaml', ...facts, ...lessons].filter(
      (path) => !listed.has(path) && folder.has(path),
    );
  };

  const shown = ({file, line, column, severity, code, facts}: Flaw): ShownFlaw => ({
    file,
    line,
    column,
    severity,
    code,
    message: messages.flaws[code](facts),
  });

  return {
    compile() {
      // A lesson that is only begun is to be seen as well.
      const compiled: Compiled = compile(course, {unfinished: true});
      flaws = compiled.flaws;
      broken = compiled.output === undefined;
      if (!compiled.output) return;
      good = compiled.output;
      build += 1;
      before = new Map(dated);
      dated.clear();
    },
    state(choice) {
      const folder = openFolder(course, silent);
      const modules = (good?.course.modules ?? []).map(({id, title, lessons}) => ({
        title,
        files: lessons.map((lesson) => ({
          path: pathOf(id, lesson.id),
          title: lesson.title,
          lesson: lesson.id,
        })),
      }));
      const lessons = modules.flatMap(({files}) => files);
      const others = folder ? otherFiles(folder, new Set(lessons.map(({path}) => path))) : [];
      const known = [...lessons.map(({path}) => path), ...others];
      const file = known.includes(choice.file) ? choice.file : (known[0] ?? '');
      const day = choice.day || today();
      const provinces = (good?.course.facts ?? []).flatMap(({scope, name, aliases = []}) =>
        name === undefined ? [] : [{scope, label: labelOf(name, aliases)}],
      );
      const province = provinces.some(({scope}) => scope === choice.province)
        ? choice.province
        : '';
      const understood = {file, day, province, facts: choice.facts};
      const lesson = lessons.find(({path}) => path === file)?.lesson;
      const source = folder && file ? folder.read(file, startOf(file)) : undefined;
      return {
        build,
        broken,
        title: good?.course.title ?? '',
        groups: [
          ...modules.map(({title, files}) => ({
            title,
            files: files.map(({path, title: name}) => ({path, title: name})),
          })),
          {title: '', files: others.map((path) => ({path, title: path}))},
        ],
        provinces,
        choice: understood,
        ...(lesson !== undefined && {lesson}),
        text: source?.text ?? '',
        flaws: [
          ...flaws.filter((flaw) => flaw.file === file),
          ...flaws.filter((flaw) => flaw.file !== file),
        ].map(shown),
        facts: good && lesson !== undefined ? shownFacts(good, lesson, understood) : [],
      };
    },
    sound: (name) => good?.sounds.get(name),
    file(name, day, view) {
      if (!good) return undefined;
      const key = `${day} ${view}`;
      const files = dated.get(key) ?? courseOnDay(good, day, view);
      if (dated.size >= daysKept) dated.clear();
      dated.set(key, files);
      return files.get(name) ?? before.get(key)?.get(name);
    },
  };
}
