import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {type Departure, decodeDigest, encodeDigest} from '../../src/exchange/digest.js';
import {bytesOf, type DigestFields, fieldsOf} from '../../src/exchange/digest-layout.js';
import type {Packet} from '../../src/store/reckoning/packet.js';
import {join, sameStanding, type Standing, unknownDay} from '../../src/store/reckoning/standing.js';
import {flipped, resealed} from '../damage.js';
import {runs} from '../runs.js';
import {departureOf, noStanding} from './departures.js';
import {sampleCourse} from './sample-course.js';

const course = sampleCourse({lessons: 7, questions: 23, before: ['cu@1', 'cu@2']});

function read(bytes: Uint8Array, courses = [course]): Packet {
  const packet = decodeDigest(bytes, courses);
  if ('reason' in packet) throw new Error(`refused: ${packet.reason}`);
  return packet;
}

const reasonOf = (bytes: Uint8Array, courses = [course]) => {
  const packet = decodeDigest(bytes, courses);
  return 'reason' in packet ? packet.reason : undefined;
};

/** The digest order written down a second time, field by field: `part` never exceeds `whole`. */
function exceeds(part: Standing, whole: Standing): string | undefined {
  for (const [name, said] of Object.entries(part.lessons)) {
    const true_ = whole.lessons[name];
    if (!true_) return name;
    if (said.reach > true_.reach || said.day < true_.day || said.run > true_.run) return name;
    if (said.practised && !true_.practised) return name;
  }
  for (const [name, said] of Object.entries(part.questions)) {
    const true_ = whole.questions[name];
    if (!true_ || said.tries > true_.tries) return name;
    if (said.right && !true_.right) return name;
    if (said.firstRight && !true_.firstRight) return name;
    if (said.firstWrong && !true_.firstWrong) return name;
  }
  if (part.epoch > whole.epoch) return 'epoch';
  const rest = [part.totals, part.covered, part.attested, part.retired];
  return rest.some((map) => Object.keys(map).length > 0) || part.newer ? 'rest' : undefined;
}

const departure: Departure = {
  course,
  learner: '0123456789ABCDEF',
  standing: {
    ...noStanding,
    epoch: 1,
    lessons: {
      'b01@1': {reach: 5, day: 2500, run: 1, practised: true},
      'b02@1': {reach: 4, day: unknownDay, run: 0, practised: false},
      'b03@1': {reach: 1, day: unknownDay, run: -1, practised: false},
    },
    questions: {'b01#q1@1': {firstRight: true, firstWrong: false, right: true, tries: 1}},
  },
  streams: [{device: '0a1b2c3d', through: 118, beyond: 0, tail: 'beef'}],
  moreStreams: false,
  madeOn: 2517,
};

describe('a digest', () => {
  it('says nothing of a learner that the phone did not know', () => {
    fc.assert(
      fc.property(departureOf(course), (sent) => {
        expect(exceeds(read(encodeDigest(sent)).standing, sent.standing)).to.equal(undefined);
      }),
      {numRuns: runs},
    );
  });

  it('joined to what the phone knew changes nothing, before or after anything else', () => {
    fc.assert(
      fc.property(departureOf(course), departureOf(course), (sent, else_) => {
        const digest = read(encodeDigest(sent)).standing;
        const both = join(else_.standing, sent.standing);
        expect(sameStanding(join(digest, sent.standing), sent.standing)).to.equal(true);
        const before = join(join(else_.standing, digest), sent.standing);
        const after = join(sent.standing, join(digest, else_.standing));
        expect(sameStanding(before, both) && sameStanding(after, both)).to.equal(true);
      }),
      {numRuns: runs},
    );
  });

  it('keeps every reach, day, practice, right answer and epoch that has a slot', () => {
    fc.assert(
      fc.property(departureOf(course), (sent) => {
        const {standing} = read(encodeDigest(sent));
        for (const name of course.slots.lessons) {
          const [was, is] = [sent.standing.lessons[name], standing.lessons[name]];
          expect(is?.reach ?? 0).to.equal(was?.reach ?? 0);
          expect(is?.practised ?? false).to.equal(was?.practised ?? false);
          if (was && was.day >= 2400 && was.day <= 2600) expect(is?.day).to.equal(was.day);
          if (was && was.reach >= 3) {
            expect(is!.run === standing.epoch).to.equal(was.run === sent.standing.epoch);
          }
        }
        for (const name of course.slots.questions) {
          const [was, is] = [sent.standing.questions[name], standing.questions[name]];
          expect(is?.right ?? false).to.equal(was?.right ?? false);
          expect(is?.firstRight ?? false).to.equal(was?.firstRight ?? false);
          expect(is?.firstWrong ?? false).to.equal(was?.firstWrong ?? false);
        }
        expect(standing.epoch).to.equal(sent.standing.epoch);
      }),
      {numRuns: runs},
    );
  });

  it('is written again as the very same bytes', () => {
    fc.assert(
      fc.property(departureOf(course), (sent) => {
        const bytes = encodeDigest(sent);
        const packet = read(bytes);
        expect(encodeDigest({...packet, course})).to.deep.equal(bytes);
      }),
      {numRuns: runs},
    );
  });

  it('of any bytes is refused, or is the one way to write what it says', () => {
    fc.assert(
      fc.property(
        departureOf(course),
        fc.array(fc.nat(8 * 60), {minLength: 1, maxLength: 3}),
        (sent, bits) => {
          const bytes = encodeDigest(sent);
          const odd = resealed(flipped(bytes, ...bits.map((bit) => bit % (bytes.length * 8))));
          const packet = decodeDigest(odd, [course]);
          if ('reason' in packet || packet.partial) return;
          // A signature is carried and not read here, and the version is the sender's.
          const again = encodeDigest({
            ...packet,
            course: {
              ...course,
              version: `${packet.courseVersion[0]}.${packet.courseVersion[1]}.0`,
              slots: {
                lessons: course.slots.lessons.slice(0, packet.slots[0]),
                questions: course.slots.questions.slice(0, packet.slots[1]),
              },
            },
          });
          expect(again).to.deep.equal(odd);
        },
      ),
      {numRuns: runs},
    );
  });

  it('that names a day no digest can say is refused, since it would be written otherwise', () => {
    const lessons = {
      'cu@1': {reach: 3, day: 0xffff, run: 0, practised: false},
      'cu@2': {reach: 3, day: 40_000, run: 0, practised: false},
    } as const;
    const bytes = encodeDigest({...departure, standing: {...noStanding, lessons}});
    const fields = fieldsOf(bytes) as DigestFields;
    const beyond = bytesOf({...fields, days: [0xffff + 1, 40_000]});
    expect(decodeDigest(beyond, [course])).to.deep.equal({reason: 'code-damaged', facts: {}});
  });

  it('carries who sent it, from which phone, of which course version, and when', () => {
    const packet = read(encodeDigest(departure));
    expect(packet.learner).to.equal('0123456789ABCDEF');
    expect(packet.course).to.equal('lop-mau');
    expect(packet.courseVersion).to.deep.equal([1, 0]);
    expect(packet.madeOn).to.equal(2517);
    expect(packet.streams).to.deep.equal(departure.streams);
    expect(packet.slots).to.deep.equal([9, 23]);
    expect(packet.partial).to.equal(false);
    expect(packet.standing).to.deep.equal(departure.standing);
  });

  it('names three phones, newest first, and says when there are more', () => {
    const streams = ['a', 'b', 'c', 'd'].map((letter) => ({
      device: letter.repeat(8),
      through: 1,
      beyond: 0,
      tail: '0000',
    }));
    const packet = read(encodeDigest({...departure, streams}));
    expect(packet.streams).to.deep.equal(streams.slice(0, 3));
    expect(packet.moreStreams).to.equal(true);
  });

  it('brings the diary of a phone along', () => {
    const [head] = departure.streams;
    const streams = [{...head!, diary: [27, 118, [640, 3, 0, 1, 0, 12]] as const}];
    expect(read(encodeDigest({...departure, streams})).streams).to.deep.equal(streams);
  });

  it('leaves the diary out rather than outgrow a QR code', () => {
    const big = sampleCourse({lessons: 110, questions: 400});
    const [head] = departure.streams;
    const streams = [{...head!, diary: [27, 118, [640, 3, 0, 1, 0, 12]] as const}];
    const standing: Standing = {
      ...noStanding,
      lessons: Object.fromEntries(
        big.slots.lessons.map((name, at) => [
          name,
          {reach: 5, day: 2400 + at, run: 0, practised: false},
        ]),
      ),
    };
    const packet = read(encodeDigest({...departure, course: big, standing, streams}), [big]);
    expect(packet.streams).to.deep.equal(departure.streams);
  });

  it('is as small as planned', () => {
    const sizeOf = (
      lessons: number,
      questions: number,
      {devices = 1, days = 90, diary = false, epoch = 0, wide = false},
    ) => {
      const large = sampleCourse({lessons, questions});
      return encodeDigest({
        ...departure,
        course: large,
        streams: Array.from({length: devices}, (_, at) => ({
          device: `0000000${at}`,
          through: 245,
          beyond: 0,
          tail: 'abcd',
          ...(diary ? {diary: [27, 245, [640, 3, 0, 1, 0, 12]] as const} : {}),
        })),
        standing: {
          ...noStanding,
          epoch,
          lessons: Object.fromEntries(
            large.slots.lessons.map((name, at) => [
              name,
              {
                reach: 5,
                day: 2400 + Math.round((at * (days - 1)) / (lessons - 1)),
                run: epoch,
                practised: true,
              },
            ]),
          ),
          questions: Object.fromEntries(
            large.slots.questions.map((name) => [
              name,
              {firstRight: true, firstWrong: wide, right: true, tries: 1},
            ]),
          ),
        },
      }).length;
    };
    expect(sizeOf(45, 200, {})).to.equal(154);
    expect(sizeOf(48, 200, {devices: 2, days: 120})).to.equal(167);
    expect(sizeOf(48, 200, {devices: 2, days: 120, diary: true})).to.be.at.most(187);
    expect(sizeOf(48, 200, {devices: 3, days: 1000, wide: true, epoch: 1})).to.be.at.most(225);
  });

  it('is refused when any bit of it was turned on the way', () => {
    const bytes = encodeDigest(departure);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      expect(reasonOf(flipped(bytes, bit))).to.equal('code-damaged');
    }
    expect(reasonOf(bytes.slice(0, -1))).to.equal('code-damaged');
    expect(reasonOf(new Uint8Array(0))).to.equal('code-damaged');
  });

  it('of a later layout waits for an update', () => {
    const bytes = encodeDigest(departure);
    expect(reasonOf(resealed(flipped(bytes, 2)))).to.equal('newer-format');
  });

  it('with a reserved lesson code waits for an update', () => {
    const bytes = encodeDigest({...departure, streams: []});
    const firstLesson = 18 + 18 + 8 + 80 + 32 + 16 + 16 + 16 + 16 + 8;
    expect(reasonOf(resealed(flipped(bytes, firstLesson, firstLesson + 1)))).to.equal(
      'newer-format',
    );
  });

  it('of a course this device has never seen is named, not lost', () => {
    const packet = decodeDigest(encodeDigest(departure), []);
    expect(packet).to.deep.equal({
      reason: 'course-unknown',
      facts: {key: 'a821b36c'},
      learner: departure.learner,
    });
  });

  it('is read by a device whose course has grown, and leaves the new lessons open', () => {
    const grown = sampleCourse({lessons: 9, questions: 23, before: ['cu@1', 'cu@2']});
    grown.slots.questions = [...course.slots.questions, 'b08#q1@1'];
    const packet = read(encodeDigest(departure), [course, grown]);
    expect(packet.partial).to.equal(false);
    expect(packet.slots).to.deep.equal([9, 23]);
    expect(packet.standing).to.deep.equal(departure.standing);
  });

  it('is read as far as names go by a device whose course is older', () => {
    const older = sampleCourse({lessons: 2, questions: 7, before: ['cu@1', 'cu@2']});
    older.slots.questions = course.slots.questions.slice(0, 7);
    const packet = read(encodeDigest(departure), [older]);
    expect(packet.partial).to.equal(true);
    expect(Object.keys(packet.standing.lessons)).to.deep.equal(['b01@1', 'b02@1']);
    expect(packet.standing.lessons['b02@1']).to.deep.equal(departure.standing.lessons['b02@1']);
    expect(packet.standing.questions).to.deep.equal(departure.standing.questions);
  });

  it('is refused when a slot means another lesson here', () => {
    const other = sampleCourse({lessons: 7, questions: 23, before: ['cu@2', 'cu@1']});
    expect(reasonOf(encodeDigest(departure), [other])).to.equal('ledger-mismatch');
  });

  it('keeps a completion whose day cannot be written, without a day', () => {
    const standing = {
      ...noStanding,
      lessons: {'b01@1': {reach: 5, day: -900, run: 0, practised: false} as const},
    };
    const packet = read(encodeDigest({...departure, standing}));
    expect(packet.standing.lessons['b01@1']).to.deep.equal({
      reach: 5,
      day: unknownDay,
      run: 0,
      practised: false,
    });
  });

  it('of a course that names a question twice among its slots says what it was made to say', () => {
    const {lessons, questions} = course.slots;
    const [first] = questions;
    const doubled = {...course, slots: {lessons, questions: ['b01', ...questions]}};
    const right = {firstRight: true, firstWrong: false, right: true, tries: 1};
    const standing = {...noStanding, questions: {[first!]: right}};
    const bytes = encodeDigest({...departure, course: doubled, standing});
    const packet = decodeDigest(bytes, [doubled]);
    expect('reason' in packet ? packet.reason : packet.standing.questions).to.deep.equal({
      [first!]: right,
    });
  });
});
