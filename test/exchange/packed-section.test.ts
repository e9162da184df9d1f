import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {lessonsOf} from '../../src/curriculum/course.js';
import type {Lesson} from '../../src/curriculum/lesson.js';
import {isPacked, packSection, unpackSection} from '../../src/exchange/packed-section.js';
import {receive} from '../../src/exchange/receive.js';
import {courseAsKnown, decodeSection, encodeSection} from '../../src/exchange/section.js';
import {deviceOf} from '../../src/store/keys.js';
import {openStore} from '../../src/store/store.js';
import {questions} from '../curriculum/questions.js';
import {byteDamage} from '../damage.js';
import {mutations} from '../runs.js';
import {lessonWith} from '../store/classroom.js';
import {learnedCourse} from './learned-course.js';
import {sampleCourse} from './sample-course.js';

const asked = Object.values(questions).map((question, nth) => ({...question, id: `q${nth + 1}`}));
const course = sampleCourse({lessons: 3, questions: 3 * asked.length});
const lessons = lessonsOf(course).map(({id}): Lesson => ({...lessonWith(id, 0), questions: asked}));
const lessonOf = (_: unknown, id: string) =>
  Promise.resolve(lessons.find((lesson) => lesson.id === id));

/** A section of a learner's study, signed by the key its device is named after. */
async function signedSection(): Promise<Uint8Array> {
  const pair = await crypto.subtle.generateKey({name: 'ECDSA', namedCurve: 'P-256'}, false, [
    'sign',
    'verify',
  ]);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const device = await deviceOf(publicKey);
  const {learner, texts} = learnedCourse(course, lessons, {by: device});
  return encodeSection(
    {learner, device, course: course.id, ...courseAsKnown(course), madeOn: 2517, texts},
    async (bytes) => {
      const how = {name: 'ECDSA', hash: 'SHA-256'};
      const signature = await crypto.subtle.sign(how, pair.privateKey, bytes.slice());
      return {publicKey, signature: new Uint8Array(signature)};
    },
  );
}

describe('a packed section', () => {
  let section: Uint8Array;
  let packed: Uint8Array;

  before(async () => {
    section = await signedSection();
    packed = await packSection(section, course, lessonOf);
  });

  it('is a fraction of the section, and becomes the same bytes again, signature and all', async () => {
    expect(isPacked(packed)).to.equal(true);
    expect(packed.length).to.be.below(section.length / 3);
    const again = await unpackSection(packed, [course], lessonOf);
    expect(again).to.deep.equal(section);
    const packet = await decodeSection(again as Uint8Array);
    expect(packet).to.have.property('signer').that.is.a('string');
  });

  it('comes in through the one door as the section itself would', async () => {
    const store = openStore({name: `packed-${Date.now()}`});
    const options = {courses: [course], lessonOf};
    const receipt = await receive(store, packed, options);
    expect(receipt.refused).to.deep.equal([]);
    expect(receipt.admissions.map(({outcome}) => outcome)).to.deep.equal(['new']);
    const same = await receive(store, section, options);
    expect(same.admissions.map(({outcome}) => outcome)).to.deep.equal(['again']);
    const [sender] = await store.received(course.id);
    expect(sender?.packets.map(({bytes}) => bytes)).to.deep.equal([section]);
    await store.close();
  });

  it('waits where its lessons or its course are not at hand, and says whose it is', async () => {
    const {learner} = learnedCourse(course, lessons);
    const without = await unpackSection(packed, [course]);
    expect(without).to.deep.include({reason: 'lesson-unreachable', learner});
    expect(await unpackSection(packed, [])).to.deep.equal({
      reason: 'course-unknown',
      facts: {key: course.id},
      learner,
    });
  });

  it('with any damage is refused, or is the section that was sent', async function () {
    this.timeout(Math.max(120_000, mutations * 30));
    await fc.assert(
      fc.asyncProperty(byteDamage, async (damage) => {
        const damaged = damage(packed);
        if (!isPacked(damaged)) return;
        const again = await unpackSection(damaged, [course], lessonOf);
        if ('reason' in again) return;
        const packet = await decodeSection(again);
        if (!('reason' in packet) && packet.signer) expect(again).to.deep.equal(section);
      }),
      {numRuns: mutations / 4},
    );
  });
});
