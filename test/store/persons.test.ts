import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {dayOf} from '../../src/store/reckoning/calendar.js';
import {matrixOf} from '../../src/store/reckoning/matrix.js';
import type {PacketRow, ReceivedLearner} from '../../src/store/reckoning/packet.js';
import {type Edge, joinPersons, personsOf} from '../../src/store/reckoning/persons.js';
import {join, type Standing} from '../../src/store/reckoning/standing.js';
import {noStanding} from '../exchange/departures.js';
import {sampleCourse} from '../exchange/sample-course.js';
import {runs} from '../runs.js';

const course = sampleCourse({lessons: 2, questions: 4});
const today = dayOf('2026-11-22');
const keys = Array.from({length: 8}, (_, at) => `${at}`.padStart(16, 'A'));

const standingOf = (lessons: readonly string[]): Standing => ({
  ...noStanding,
  lessons: Object.fromEntries(
    lessons.map((id) => [id, {reach: 5, day: 2500, run: 0, practised: false} as const]),
  ),
});

const packet = (learner: string, age: number): PacketRow => ({
  kind: 'code',
  learner,
  course: course.id,
  bytes: new Uint8Array(0),
  courseVersion: [1, 0],
  madeOn: today - age,
  epoch: 0,
  streams: [{device: 'aaaaaaaa', through: 10, beyond: 0, tail: 'beef'}],
  moreStreams: false,
  slots: [2, 4],
  partial: false,
  hash: learner.padEnd(32, '0'),
  firstReceivedOn: today - age,
  firstReceivedAt: (today - age) * 86_400_000,
  times: 1,
  import: 'i',
  admitted: true,
});

const learner = (
  key: string,
  lessons: readonly string[],
  {age = 1, name}: {age?: number; name?: string} = {},
): ReceivedLearner => ({
  learner: key,
  ...(name && {name}),
  standing: standingOf(lessons),
  packets: [packet(key, age)],
});

const [one, two, three] = keys as [string, string, string];

describe('a person with several learners', () => {
  it('is everybody whom edges lead to, whatever the order of the edges', () => {
    const edge = fc.tuple(fc.nat(7), fc.nat(7)).map(([a, b]): Edge => [keys[a]!, keys[b]!]);
    fc.assert(
      fc.property(fc.array(edge, {maxLength: 10}), fc.nat(), (edges, turn) => {
        const persons = personsOf(edges);
        const turned = [...edges.slice(turn % 10), ...edges.slice(0, turn % 10)].map(
          ([a, b], at): Edge => (at % 2 ? [a, b] : [b, a]),
        );
        expect(personsOf(turned)).to.deep.equal(persons);
        // Reaching, step by step, without any cleverness.
        const reached = (from: string) => {
          const found = new Set([from]);
          for (let before = 0; before !== found.size;) {
            before = found.size;
            for (const [a, b] of edges) {
              if (found.has(a)) found.add(b);
              if (found.has(b)) found.add(a);
            }
          }
          return [...found].sort();
        };
        const expected = keys
          .map(reached)
          .filter((group, at) => group.length > 1 && group[0] === keys[at]);
        expect(persons).to.deep.equal(expected);
      }),
      {numRuns: runs},
    );
  });

  it('is one row with what all of them learned, and counts once', () => {
    const received = [
      learner(one, ['b01@1']),
      learner(two, ['b02@1'], {name: 'Lan'}),
      learner(three, []),
    ];
    const persons = joinPersons(received, [[one, two]]);
    expect(persons.map(({learner: key, name, others}) => ({key, name, others}))).to.deep.equal([
      {key: two, name: 'Lan', others: [one]},
      {key: three, name: undefined, others: undefined},
    ]);
    const {learners, totals} = matrixOf(course, persons, today);
    expect(learners).to.have.length(2);
    expect(totals).to.deep.equal([
      {done: 1, notDone: 1, unknown: 0},
      {done: 1, notDone: 1, unknown: 0},
    ]);
  });

  it('is known only as far as each of them was heard of, though one phone bears the same name for both', () => {
    const received = [learner(one, [], {age: 40}), learner(two, [])];
    const {totals} = matrixOf(course, joinPersons(received, [[one, two]]), today);
    expect(totals[0]).to.deep.equal({done: 0, notDone: 0, unknown: 1});
  });

  it('falls apart into exactly the learners who were joined', () => {
    const lessons = fc.subarray(['b01@1', 'b02@1', 'b03@1']);
    const group = fc.array(lessons, {minLength: 2, maxLength: 8});
    fc.assert(
      fc.property(group, fc.subarray([...keys.keys()], {minLength: 2}), (each, joined) => {
        const received = each.map((known, at) => learner(keys[at]!, known));
        const before = JSON.stringify(received);
        const person = joined.map((at) => keys[at]!);
        const rows = joinPersons(received, [person]);

        const members = received.filter(({learner: key}) => person.includes(key));
        const row = rows.find((found) => found.others);
        if (members.length > 0) {
          expect(row!.standing).to.deep.equal(
            members.map(({standing}) => standing).reduce((a, b) => join(a, b)),
          );
        }
        expect(JSON.stringify(received)).to.equal(before);
        expect(joinPersons(received, [])).to.deep.equal(received);
      }),
      {numRuns: runs},
    );
  });
});
