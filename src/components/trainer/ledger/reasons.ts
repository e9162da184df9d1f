import {type Assignment, assignmentStanding} from '../../../store/reckoning/assignment.js';
import {wordIn} from '../../../store/reckoning/matrix-table.js';
import type {MatrixView} from '../../../store/reckoning/matrix-view.js';
import {cellStates, noDay} from '../../../store/reckoning/matrix-row.js';
import type {PacketRow} from '../../../store/reckoning/packet.js';
import {nameOn} from '../../../store/reckoning/unit-tree.js';
import {heardAs, mark} from '../../../store/reckoning/roster-matrix.js';
import type {RosterView} from '../../../store/reckoning/roster-view.js';
import {emptyStanding} from '../../../store/reckoning/standing.js';
import {shortName} from '../../device-name.js';
import type {LedgerMessages} from '../../messages/ledger.js';
import type {TrainerMessages} from '../../messages/trainer.js';
import {writtenDay} from '../../written-day.js';
import type {CellWord} from '../cell-sign.js';
import {whyOf} from '../why.js';

interface Question {
  readonly view: MatrixView;
  readonly row: number;
  readonly trainer: TrainerMessages;
  readonly messages: LedgerMessages;
  readonly roster: RosterView;
  readonly assigned: readonly Assignment[];
}

/** The newest so many packets are told one by one. */
const mostPackets = 8;
/** As many of what was assigned. */
const mostAssigned = 5;

const packetsOf = ({view, row}: Question): PacketRow[] =>
  view.matrix.roll.people[row]!.heard.flatMap(({packets}) => packets).sort(
    (a, b) => b.firstReceivedAt - a.firstReceivedAt,
  );

/** What the person was given to learn of these lessons, and whether they have. */
function assignedReasons({view, row, messages, assigned}: Question, lessons?: readonly string[]) {
  const {course, today, roll} = view.matrix;
  const {member, heard} = roll.people[row]!;
  return assigned
    .filter(
      (one) =>
        one.member === member?.code && (lessons?.some((id) => one.lessons.includes(id)) ?? true),
    )
    .slice(0, mostAssigned)
    .map((one) => {
      const {state, over} = assignmentStanding(course, heardAs(heard), one, today);
      return messages.assigned({
        lessons: one.lessons.map(
          (id) => view.matrix.lessons.find(({lesson}) => lesson.id === id)?.lesson.title ?? id,
        ),
        made: writtenDay(one.madeOn),
        until: writtenDay(one.until),
        state,
        over,
      });
    });
}

/** Why one lesson shows what it shows. */
function lessonReasons(question: Question, lesson: number): readonly string[] {
  const {view, row, trainer} = question;
  const {matrix} = view;
  const {heard} = matrix.roll.people[row]!;
  const [first, ...others] = heard;
  if (!first) return [question.messages.never];
  const at = row * matrix.lessons.length + lesson;
  const day = matrix.days[at]!;
  return whyOf(trainer, {
    learner: {
      learner: first.learner,
      standing: emptyStanding,
      packets: packetsOf(question).reverse(),
      ...(others.length > 0 && {others: others.map(({learner}) => learner)}),
    },
    course: matrix.course,
    state: cellStates[matrix.states[at]!] ?? 'unknown',
    day: day === noDay ? undefined : day,
    fresh: (matrix.marks[row]! & mark.fresh) > 0,
    gap: (matrix.marks[row]! & mark.gap) > 0,
    today: matrix.today,
  });
}

function columnReasons(question: Question, column: number): readonly string[] {
  const {view, row, trainer, messages} = question;
  const {lessons} = view.columns[column]!;
  if (view.wish.columns === 'lessons') return lessonReasons(question, lessons[0]!);
  const {matrix} = view;
  const each = lessons.map((lesson) => {
    const at = row * matrix.lessons.length + lesson;
    const day = matrix.days[at]!;
    const word = trainer.cells[cellStates[matrix.states[at]!] ?? 'unknown'];
    return `${matrix.lessons[lesson]!.lesson.title}: ${word}${day === noDay ? '' : ` ${writtenDay(day)}`}`;
  });
  return [
    messages.moduleOf(each),
    ...(matrix.roll.people[row]!.heard.length === 0 ? [messages.never] : []),
  ];
}

/** Ids of the lessons in a column. */
const idsIn = ({matrix, columns}: MatrixView, column: number): readonly string[] =>
  columns[column]!.lessons.map((lesson) => matrix.lessons[lesson]!.lesson.id);

/** What a person's figures rest on: where they are, and each packet with its day, its devices and its version. */
export function personReasons(question: Question & {readonly column: number}) {
  const {view, row, column, messages, roster} = question;
  const {member, heard} = view.matrix.roll.people[row]!;
  const posts = (member?.posts ?? []).map(({unit, role, from, until}) => {
    const found = roster.units.get(unit);
    return {
      unit: found ? nameOn(found, view.matrix.today) : messages.unknownUnit,
      role: messages.roles[role],
      ...(from !== undefined && {from: writtenDay(from)}),
      ...(until !== undefined && {until: writtenDay(until)}),
    };
  });
  const packets = packetsOf(question)
    .slice(0, mostPackets)
    .map((packet) => ({
      made: writtenDay(packet.madeOn),
      received: writtenDay(packet.firstReceivedOn),
      version: packet.courseVersion.join('.'),
      devices: [...new Set(packet.streams.map(({device}) => shortName(device)))].join(', '),
      signed: packet.signer !== undefined,
      counts: packet.admitted,
    }));
  return {
    reasons: [
      ...(column >= 0
        ? columnReasons(question, column)
        : heard.length === 0
          ? [messages.never]
          : []),
      ...assignedReasons(question, column < 0 ? undefined : idsIn(view, column)),
      ...(posts.length > 0 ? [messages.posts(posts)] : []),
    ],
    packets: messages.packets(packets),
  };
}

/** Every column of a person, for a phone; the reasons are only made for what is opened. */
export function lessonsOfPerson(question: Question) {
  const {view, row} = question;
  return view.columns.map(
    (
      {id, title},
      column,
    ): {
      id: string;
      title: string;
      word: CellWord;
      day?: number;
      reasons: () => readonly string[];
    } => ({
      id,
      title,
      ...wordIn(view, row, column),
      reasons: () => [
        ...columnReasons(question, column),
        ...assignedReasons(question, idsIn(view, column)),
      ],
    }),
  );
}
