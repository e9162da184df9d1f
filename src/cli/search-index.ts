import type {Block, SectionId} from '../curriculum/block.js';
import type {Inline} from '../curriculum/inline.js';
import type {Lesson} from '../curriculum/lesson.js';
import type {FormerName, SearchIndex, SearchedLesson} from '../curriculum/search-index.js';
import type {CourseDraft} from './course-draft.js';
import type {LessonDraft} from './lesson.js';

/** What somebody reads, with facts left as tokens: they are read on the day of the search. */
const sentenceOf = (inline: Inline): string =>
  typeof inline === 'string'
    ? inline
    : inline
        .map((span) =>
          typeof span === 'string' ? span : 'text' in span ? span.text : `{{${span.fact}}}`,
        )
        .join('');

function sentencesOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [sentenceOf(block.text)];
    case 'list':
    case 'steps':
      return block.items.map(sentenceOf);
    // What a swindler says in an example is nothing to find and to follow.
    case 'chat':
    case 'picture':
      return [];
  }
}

const sentencesIn = (lesson: Lesson, ...parts: readonly SectionId[]): string[] =>
  lesson.sections
    .filter(({id}) => parts.includes(id))
    .flatMap(({blocks}) => blocks.flatMap(sentencesOf));

/** The items of all lists of a part; nothing where it has none. */
function listsIn(lesson: Lesson, part: SectionId): string[] | undefined {
  const blocks = lesson.sections.filter(({id}) => id === part).flatMap((one) => one.blocks);
  const items = blocks.filter(({kind}) => kind !== 'paragraph').flatMap(sentencesOf);
  return items.length > 0 ? items : undefined;
}

function searchedLesson({lesson, tokens}: LessonDraft): SearchedLesson {
  // The points themselves: what stands between them would take the index beyond its 30 kB.
  const points = listsIn(lesson, 'points') ?? sentencesIn(lesson, 'points');
  const memo = sentencesIn(lesson, 'memo');
  const questions = lesson.questions.map(({stem}) => sentenceOf(stem));
  const said = [points, memo, questions].flat().join('\n');
  const facts = [...new Set(tokens.map(({token}) => token))].filter(
    (token) => !said.includes(`{{${token}}}`),
  );
  const {id, outcome} = lesson;
  return {id, outcome, points, memo, questions, facts};
}

/** Old names, each with what it is now and the lessons that lead there: facts', provinces', and those of course.yaml. */
function formerNames({source, facts, lessons}: CourseDraft): FormerName[] {
  const showing = (tokens: ReadonlySet<string>) => {
    const shown = lessons.map(({lesson, tokens: said}) => ({
      id: lesson.id,
      count: new Set(said.filter(({token}) => tokens.has(token)).map(({token}) => token)).size,
    }));
    return shown
      .filter(({count}) => count > 0)
      .sort((a, b) => b.count - a.count)
      .map(({id}) => id);
  };
  const listed = facts.flatMap((file) => file.facts.map(({fact}) => fact));
  const ofFacts = listed.flatMap(({id, fallback, scope, formerly = []}) =>
    formerly.map((former) => ({
      ...former,
      now: fallback,
      fact: id,
      ...(scope !== 'VN' && {scope}),
      lessons: showing(new Set([id])),
    })),
  );
  const ofProvinces = (source.provinces ?? []).flatMap(({id, name, aliases = []}) => {
    const own = listed.filter(({scope}) => scope === id).map((fact) => fact.id);
    const reached = showing(new Set(own));
    return aliases.map((alias) => ({...alias, now: name, scope: id, lessons: reached}));
  });
  const ofCourse = (source.names ?? []).flatMap(({now, formerly, lessons: reached}) =>
    formerly.map((former) => ({...former, now, lessons: reached})),
  );
  return [...ofFacts, ...ofProvinces, ...ofCourse].filter((one) => one.lessons.length > 0);
}

/** What a search of the course looks through, apart from what course.json says itself. */
export function searchIndexOf(draft: CourseDraft): SearchIndex {
  const {lessons, facts} = draft;
  const shown = new Set(lessons.flatMap(({tokens}) => tokens.map(({token}) => token)));
  const listed = facts.flatMap((file) => file.facts.map(({fact}) => fact));
  const fallbacks = listed
    .filter(({id, scope}) => scope === 'VN' && shown.has(id))
    .map(({id, fallback}) => ({fact: id, text: fallback}));
  return {
    format: 1,
    lessons: lessons.map(searchedLesson),
    names: formerNames(draft),
    fallbacks,
  };
}
