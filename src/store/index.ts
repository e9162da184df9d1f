export type {Changes} from './changes.js';
export {openStore} from './store.js';
export type {Backup, KeepingState, Learner, Store, StoreOptions, Witness} from './store.js';
export type {Membership} from './learner.js';
export type {
  DepartureRow,
  Exchange,
  Gap,
  HandOverWay,
  LinkRow,
  QuarantineRow,
  Receipted,
  ReceiptRow,
  Signature,
  StreamRecords,
  Unsent,
} from './exchange-contract.js';
export type {
  DatedName,
  Member,
  MemberCode,
  MemberLink,
  MemberRole,
  Post,
  Registered,
  Roster,
  RosterChange,
  RosterRegisters,
  RosterView,
  Unit,
  UnitKey,
  UnitLevel,
} from './roster-contract.js';
export type {Attendance, Session, Sessions} from './sessions.js';
export type {Courses, LoadedCourse} from './courses.js';
export type {Answer, Kept, Study, StudySnapshot} from './study.js';
export {civilDay, dayInVietnam, dayOf, dayText, quarterOf} from './reckoning/calendar.js';
export {judge, type Completion} from './reckoning/judge.js';
export {matrixOf} from './reckoning/matrix.js';
export type {Matrix} from './reckoning/matrix.js';
export type {
  Admission,
  Packet,
  PacketRow,
  ReceivedLearner,
  StreamHead,
} from './reckoning/packet.js';
export {joinPersons, type ReceivedPerson} from './reckoning/persons.js';
export {
  progressOf,
  type CourseProgress,
  type LessonProgress,
  type LessonState,
} from './reckoning/progress.js';
export {
  nameOn,
  type MemberPlace,
  placeOn,
  postOn,
  presentName,
  unitTree,
  type UnitNode,
  type UnitTree,
} from './reckoning/unit-tree.js';
export {freezeRecord, readRecord} from './reckoning/record.js';
export type {
  CivilDay,
  DeviceKey,
  LearnerKey,
  LearningRecord,
  RecordId,
  StreamKey,
} from './reckoning/record.js';
export {
  below,
  emptyStanding,
  fold,
  foldVersion,
  join,
  sameStanding,
  type LessonStanding,
  type QuestionStanding,
  type Standing,
} from './reckoning/standing.js';
export type {ReceivedReport, ReportDraft, Reports} from './reports-contract.js';
