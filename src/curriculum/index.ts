export {Block, ChatMessage, Section, sectionIds, type SectionId} from './block.js';
export {
  Course,
  LessonEntry,
  Milestone,
  Module,
  Slots,
  lessonOf,
  lessonsOf,
  parseCourse,
} from './course.js';
export {holds, resolveFact, type FactQuery, type ResolvedFact} from './fact-table.js';
export {FactPack, parseFactPack} from './fact-pack.js';
export {Fact} from './facts.js';
export {gradeResponse, type Result} from './grading.js';
export {lessonKey, majorOf, questionKey, type LessonKey, type QuestionKey} from './ids.js';
export {Inline, Span} from './inline.js';
export {Lesson, parseLesson} from './lesson.js';
export {PictureNode, pictureAttributes, pictureRoles, pictureTags} from './picture.js';
export {
  ChoiceQuestion,
  ChoicesQuestion,
  FillInQuestion,
  MatchingQuestion,
  NumericQuestion,
  Option,
  OrderingQuestion,
  Question,
  ScenarioQuestion,
  SpotQuestion,
  TrueFalseQuestion,
  type QuestionType,
  type Response,
} from './question.js';
export {type Recording, recordingsOf} from './recording.js';
export {SelfAssessment, parseSelfAssessment} from './self-assessment.js';
export {FormerName, SearchIndex, SearchedLesson, parseSearchIndex} from './search-index.js';
export {
  openSearch,
  type Found,
  type FoundIn,
  type PresentName,
  type Search,
  type SearchedFacts,
} from './search.js';
export {shuffled} from './shuffle.js';
export {slotsOf} from './slots.js';
