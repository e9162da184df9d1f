import {expect} from '@open-wc/testing';
import {fromBase64} from '../../src/exchange/base64.js';
import {findFiles} from '../../src/exchange/found-files.js';
import {decodeSection, recordsIn} from '../../src/exchange/section.js';
import {hexOf} from '../../src/store/reckoning/heads.js';
import type {Course} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {decodeDigest, type Departure, encodeDigest} from '../../src/exchange/digest.js';
import {packRecords, unpackRecords} from '../../src/exchange/packed-records.js';
import {decodeReceipt, receiptCodeOf} from '../../src/exchange/receipt-code.js';
import {findTextCodes, textCodeOf} from '../../src/exchange/text-code.js';
import type {Receipted} from '../../src/store/exchange-contract.js';
import type {StreamHead} from '../../src/store/reckoning/packet.js';
import {
  type LessonStanding,
  type Standing,
  unknownDay,
} from '../../src/store/reckoning/standing.js';
import {lessonWith} from '../store/classroom.js';
import {noStanding} from './departures.js';
import {sampleCourse} from './sample-course.js';

/** A standing as JSON can say it: a day nobody knows is null. */
interface Written {
  readonly lessons: Record<string, Omit<LessonStanding, 'day'> & {readonly day: number | null}>;
  readonly questions: Standing['questions'];
  readonly epoch: number;
}

interface Vectors {
  readonly courses: Record<string, Pick<Course, 'id' | 'key' | 'version' | 'slots'>>;
  readonly codes: readonly {
    readonly title: string;
    readonly course: string;
    readonly learner: string;
    readonly madeOn: number;
    readonly streams: readonly StreamHead[];
    readonly moreStreams: boolean;
    readonly standing: Written;
    /** What a reader learns, where that is less. */
    readonly says?: Written;
    readonly bytes: number;
    readonly code: string;
  }[];
  readonly refused: readonly {
    readonly title: string;
    readonly course: string;
    readonly code: string;
    readonly reason: string;
  }[];
}

const read = ({lessons, questions, epoch}: Written): Standing => ({
  ...noStanding,
  epoch,
  questions,
  lessons: Object.fromEntries(
    Object.entries(lessons).map(([name, lesson]) => [
      name,
      {...lesson, day: lesson.day ?? unknownDay},
    ]),
  ),
});

describe('the published vectors', () => {
  let vectors: Vectors;
  const courseOf = (name: string): Course => ({...sampleCourse(), ...vectors.courses[name]});

  before(async () => {
    const answer = await fetch(new URL('../vectors/digest.json', import.meta.url));
    vectors = (await answer.json()) as Vectors;
  });

  it('are written by this version letter for letter', () => {
    for (const vector of vectors.codes) {
      const departure: Departure = {
        ...vector,
        course: courseOf(vector.course),
        standing: read(vector.standing),
      };
      const bytes = encodeDigest(departure);
      expect(textCodeOf(bytes), vector.title).to.equal(vector.code);
      expect(bytes.length, vector.title).to.equal(vector.bytes);
    }
    expect(vectors.codes).to.have.length(9);
  });

  it('are read as they say', () => {
    for (const vector of vectors.codes) {
      const [found] = findTextCodes(vector.code);
      if (!found || !('bytes' in found)) throw new Error(vector.title);
      const packet = decodeDigest(found.bytes, [courseOf(vector.course)]);
      if ('reason' in packet) throw new Error(`${vector.title}: ${packet.reason}`);
      expect(packet.standing, vector.title).to.deep.equal(read(vector.says ?? vector.standing));
      expect(packet.streams, vector.title).to.deep.equal(vector.streams);
      const {learner, madeOn, moreStreams} = vector;
      expect(packet, vector.title).to.deep.include({learner, madeOn, moreStreams});
    }
  });

  it('that are flawed are refused for the reason they name', () => {
    for (const {title, course, code, reason} of vectors.refused) {
      const [found] = findTextCodes(code);
      if (!found) throw new Error(title);
      const read = 'bytes' in found ? decodeDigest(found.bytes, [courseOf(course)]) : found;
      expect('reason' in read && read.reason, title).to.equal(reason);
    }
    expect(vectors.refused).to.have.length(9);
  });
});

interface ReceiptVectors {
  readonly course: Pick<Course, 'id' | 'key'>;
  readonly codes: readonly {
    readonly title: string;
    readonly receipted: Receipted;
    readonly bytes: number;
    readonly code: string;
  }[];
  readonly refused: readonly {
    readonly title: string;
    readonly code: string;
    readonly reason: string;
  }[];
}

describe('the published receipts', () => {
  let vectors: ReceiptVectors;

  before(async () => {
    const answer = await fetch(new URL('../vectors/receipt.json', import.meta.url));
    vectors = (await answer.json()) as ReceiptVectors;
  });

  const read = (code: string) => {
    const [found] = findTextCodes(code);
    if (found?.kind !== 'receipt') throw new Error(code);
    return 'bytes' in found ? decodeReceipt(found.bytes, [vectors.course]) : found;
  };

  it('are written by this version letter for letter, and read as they say', () => {
    for (const {title, receipted, bytes, code} of vectors.codes) {
      expect(receiptCodeOf(receipted, vectors.course), title).to.equal(code);
      expect(read(code), title).to.deep.equal(receipted);
      const [found] = findTextCodes(code);
      expect(found && 'bytes' in found && found.bytes.length, title).to.equal(bytes);
    }
    expect(vectors.codes).to.have.length(4);
  });

  it('that are flawed are refused for the reason they name', () => {
    for (const {title, code, reason} of vectors.refused) {
      const receipt = read(code);
      expect('reason' in receipt && receipt.reason, title).to.equal(reason);
    }
    expect(vectors.refused).to.have.length(7);
  });
});

interface PackedVectors {
  readonly course: Pick<Course, 'id' | 'slots'>;
  readonly lesson: Pick<Lesson, 'id' | 'questions'>;
  readonly learner: string;
  readonly device: string;
  readonly packed: readonly {
    readonly title: string;
    readonly lessonAtHand: boolean;
    readonly texts: readonly string[];
    /** In hex. */
    readonly bytes: string;
  }[];
  readonly refused: readonly {
    readonly title: string;
    readonly lessonAtHand: boolean;
    readonly bytes: string;
    readonly reason: string;
  }[];
}

describe('the published packed records', () => {
  let vectors: PackedVectors;
  const around = (lessonAtHand: boolean) => {
    const {learner, device, course, lesson} = vectors;
    const whole = {...lessonWith(lesson.id, 0), ...lesson};
    return {
      learner,
      device,
      course: {...sampleCourse(), ...course},
      lessonOf: (id: string) =>
        Promise.resolve(lessonAtHand && id === lesson.id ? whole : undefined),
    };
  };
  const bytesOf = (hex: string) =>
    Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

  before(async () => {
    const answer = await fetch(new URL('../vectors/packed-records.json', import.meta.url));
    vectors = (await answer.json()) as PackedVectors;
  });

  it('are written by this version byte for byte, and read as they say', async () => {
    for (const {title, lessonAtHand, texts, bytes} of vectors.packed) {
      const written = await packRecords(texts, around(lessonAtHand));
      expect(written, title).to.deep.equal(bytesOf(bytes));
      const read = await unpackRecords(bytesOf(bytes), around(lessonAtHand));
      expect(read, title).to.deep.equal(texts);
    }
    expect(vectors.packed).to.have.length(4);
  });

  it('that are flawed are refused for the reason they name', async () => {
    for (const {title, lessonAtHand, bytes, reason} of vectors.refused) {
      const read = await unpackRecords(bytesOf(bytes), around(lessonAtHand));
      expect('reason' in read && read.reason, title).to.equal(reason);
    }
    expect(vectors.refused).to.have.length(4);
  });
});

interface SectionVectors {
  readonly sections: readonly {
    readonly title: string;
    readonly signer: string | null;
    readonly learner: string;
    readonly course: string;
    readonly device: string;
    readonly courseVersion: readonly number[];
    readonly slots: readonly number[];
    readonly madeOn: number;
    readonly texts: readonly string[];
    readonly head: Pick<StreamHead, 'through' | 'beyond' | 'tail'>;
    readonly section: string;
  }[];
  readonly refused: readonly {
    readonly title: string;
    readonly reason: string;
    readonly section: string;
  }[];
  readonly file: string;
}

// They were written by another program: deflate and ES256 are free to choose other bytes for the same content.
describe('the published sections', () => {
  let vectors: SectionVectors;

  before(async () => {
    const answer = await fetch(new URL('../vectors/section.json', import.meta.url));
    vectors = (await answer.json()) as SectionVectors;
  });

  it('are read as they say, and every record byte for byte', async () => {
    for (const {title, section, signer, texts, head, device, ...said} of vectors.sections) {
      const bytes = fromBase64(section)!;
      const packet = await decodeSection(bytes);
      if ('reason' in packet) throw new Error(`${title}: ${packet.reason}`);
      expect(packet, title).to.deep.include(said);
      expect(packet.signer ?? null, title).to.equal(signer);
      expect(packet.streams[0], title).to.deep.include({...head, device: hexOf(device)});
      expect(recordsIn(bytes), title).to.deep.equal(texts);
    }
    expect(vectors.sections).to.have.length(2);
  });

  it('that are flawed are refused for the reason they name', async () => {
    for (const {title, section, reason} of vectors.refused) {
      const read = await decodeSection(fromBase64(section)!);
      expect('reason' in read && read.reason, title).to.equal(reason);
    }
    expect(vectors.refused).to.have.length(10);
  });

  it('stand in a file that is found whole', () => {
    const [file] = findFiles(vectors.file);
    expect(file!.whole).to.equal(true);
    expect(file!.lines).to.have.deep.members(
      vectors.sections.map(({section}) => fromBase64(section)),
    );
  });
});
