import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {type Claim, claimCodeOf, decodeClaim, encodeClaim} from '../../src/exchange/claim-code.js';
import {codeIn, linkOf} from '../../src/exchange/code-link.js';
import {
  decodeInvitation,
  encodeInvitation,
  type Invitation,
  invitationCodeOf,
  longestUnit,
} from '../../src/exchange/invitation.js';
import {invitedKeyOf, newInvitedKey} from '../../src/exchange/roster/invited-key.js';
import {findTextCodes} from '../../src/exchange/text-code.js';
import {withCheck} from '../../src/store/reckoning/member-code.js';
import {byteDamage, flipped, resealed, textDamage} from '../damage.js';
import {mutations, runs} from '../runs.js';
import {learnerKey} from './departures.js';
import {sampleCourse} from './sample-course.js';

const course = sampleCourse();
const courses = [course];

const member = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), {minLength: 6, maxLength: 6})
  .map((six) => withCheck(six.join('')));
const letters = fc.array(
  fc.constantFrom(...'Tổ công nghệ số cộng đồng thôn Lô Lô Chải 1 xã Đắk Nông, Ơ Ư 🌾'),
  {maxLength: 90},
);
const invitation = fc.record({
  learner: learnerKey,
  member,
  unit: letters.map((all) => all.join('')),
});

/** How a name stands in an invitation. */
const asKept = (unit: string) => {
  const plain = unit.normalize('NFC').replace(/\s+/gu, ' ').trim();
  let kept = '';
  for (const letter of plain) {
    if (new TextEncoder().encode(kept + letter).length > longestUnit) break;
    kept += letter;
  }
  return kept.trim();
};

const forHung = {learner: '0123456789ABCDEF', member: withCheck('K7M2QX'), unit: 'Tổ 1 Lô Lô Chải'};

describe('an invitation', () => {
  it('says who, where and which course, and no more, wherever it stands in a message or an address', () => {
    fc.assert(
      fc.property(invitation, (sent) => {
        const code = invitationCodeOf(sent, course);
        const expected = {...sent, unit: asKept(sent.unit), course: course.id};
        for (const text of [
          `Mời anh ${code} nhé`,
          codeIn(linkOf('https://hoc.example/pwa/', code))!,
        ]) {
          const [found, ...more] = findTextCodes(text);
          expect(more).to.deep.equal([]);
          expect(found!.kind).to.equal('invitation');
          if (!found || !('bytes' in found)) throw new Error('no code');
          expect(decodeInvitation(found.bytes, courses)).to.deep.equal(expected);
        }
      }),
      {numRuns: runs},
    );
  });

  it('is refused when a single bit was changed', () => {
    const whole = encodeInvitation(forHung, course);
    for (let bit = 0; bit < whole.length * 8; bit++) {
      expect(decodeInvitation(flipped(whole, bit), courses)).to.have.property('reason');
    }
  });

  it('is refused when a single character was changed', () => {
    const code = invitationCodeOf(forHung, course);
    for (let at = 'KNSI1.'.length; at < code.length; at++) {
      for (const other of ['0', 'Z', 'K', '7']) {
        if (code[at] === other) continue;
        const [found] = findTextCodes(code.slice(0, at) + other + code.slice(at + 1));
        if (found && 'bytes' in found) {
          expect(decodeInvitation(found.bytes, courses)).to.have.property('reason');
        } else expect(found).to.have.property('reason');
      }
    }
  });

  it('for another course, and of a later version, is named as that', () => {
    const whole = encodeInvitation(forHung, course);
    expect(decodeInvitation(whole, [{id: 'khac', key: '00000000'}])).to.deep.equal({
      reason: 'course-unknown',
      facts: {key: course.key},
    });
    const newer = whole.slice();
    newer[0] = 0x20 | (newer[0]! & 0xf);
    expect(decodeInvitation(resealed(newer), courses)).to.have.property('reason', 'newer-format');
  });

  it('is taken as it was sent or not at all, also when it was forged with a right check sum', () => {
    fc.assert(
      fc.property(
        invitation,
        byteDamage,
        fc.uint8Array({maxLength: 200}),
        (sent, damage, noise) => {
          const whole = encodeInvitation(sent, course);
          for (const bytes of [resealed(damage(whole)), noise, resealed(noise)]) {
            const read = decodeInvitation(bytes, courses);
            if (!('reason' in read)) expect(encodeInvitation(read, course)).to.deep.equal(bytes);
          }
        },
      ),
      {numRuns: mutations},
    );
  });

  it('in a damaged message is found as it was sent, or said to be damaged', () => {
    fc.assert(
      fc.property(invitation, textDamage, (sent, damage) => {
        const whole = encodeInvitation(sent, course);
        for (const found of findTextCodes(damage(`Mời anh ${invitationCodeOf(sent, course)} ạ`))) {
          if (found.kind === 'invitation' && 'bytes' in found)
            expect(found.bytes).to.deep.equal(whole);
        }
      }),
      {numRuns: mutations},
    );
  });
});

describe('a claim', () => {
  it('says who was invited and who they are, and is refused when a bit was changed', () => {
    fc.assert(
      fc.property(learnerKey, learnerKey, (learner, invited) => {
        const [found] = findTextCodes(`em gửi ${claimCodeOf({learner, invited})} ạ`);
        if (!found || !('bytes' in found)) throw new Error('no code');
        expect(found.kind).to.equal('claim');
        expect(decodeClaim(found.bytes)).to.deep.equal({learner, invited});
      }),
      {numRuns: runs},
    );
    const whole = encodeClaim({learner: '0123456789ABCDEF', invited: 'FEDCBA9876543210'});
    for (let bit = 0; bit < whole.length * 8; bit++) {
      expect(decodeClaim(flipped(whole, bit))).to.have.property('reason');
    }
  });

  it('that was forged with a right check sum says only what can be said in no other way', () => {
    fc.assert(
      fc.property(learnerKey, byteDamage, fc.uint8Array({maxLength: 60}), (key, damage, noise) => {
        const whole = encodeClaim({learner: key, invited: 'FEDCBA9876543210'});
        for (const bytes of [resealed(damage(whole)), noise, resealed(noise)]) {
          const read = decodeClaim(bytes);
          if (!('reason' in read)) expect(encodeClaim(read)).to.deep.equal(bytes);
        }
      }),
      {numRuns: mutations},
    );
  });
});

describe('the key of an invitation', () => {
  it('is known among the devices of its member, and for nobody else', () => {
    fc.assert(
      fc.property(
        member,
        member,
        fc.uint8Array({minLength: 8, maxLength: 8}),
        fc.array(learnerKey, {maxLength: 3}),
        (own, other, random, devices) => {
          fc.pre(own !== other);
          const key = newInvitedKey(own, random);
          expect(key).to.match(/^[0-9A-HJKMNP-TV-Z]{16}$/);
          expect(invitedKeyOf(own, [...devices, key])).to.equal(key);
          expect(invitedKeyOf(other, [key])).to.equal(undefined);
        },
      ),
      // One device in a million bears such a key by chance: the seed is one without.
      {numRuns: runs, seed: 7},
    );
  });
});

interface Vectors {
  readonly course: {readonly id: string; readonly key: string};
  readonly invitations: readonly {
    readonly title: string;
    readonly invitation: Invitation;
    readonly bytes: number;
    readonly code: string;
  }[];
  readonly claims: readonly {
    readonly title: string;
    readonly claim: Claim;
    readonly code: string;
  }[];
  readonly keys: readonly {readonly member: string; readonly learner: string}[];
  readonly refused: readonly {
    readonly title: string;
    readonly reason: string;
    readonly code: string;
  }[];
}

// They were written by another program.
describe('the published invitations and claims', () => {
  let vectors: Vectors;

  before(async () => {
    const answer = await fetch(new URL('../vectors/invitation.json', import.meta.url));
    vectors = (await answer.json()) as Vectors;
  });

  it('are written by this version character for character, and read as they say', () => {
    for (const {title, invitation: said, bytes, code} of vectors.invitations) {
      expect(invitationCodeOf(said, vectors.course), title).to.equal(code);
      expect(encodeInvitation(said, vectors.course), title).to.have.length(bytes);
      expect(readCode(code, vectors.course), title).to.deep.equal(said);
    }
    for (const {title, claim, code} of vectors.claims) {
      expect(claimCodeOf(claim), title).to.equal(code);
      expect(readCode(code, vectors.course), title).to.deep.equal(claim);
    }
    for (const {member: own, learner} of vectors.keys)
      expect(invitedKeyOf(own, [learner])).to.equal(learner);
    expect(
      [vectors.invitations, vectors.claims, vectors.keys].map(({length}) => length),
    ).to.deep.equal([3, 1, 1]);
  });

  it('that are flawed are refused for the reason they name', () => {
    for (const {title, code, reason} of vectors.refused)
      expect(readCode(code, vectors.course), title).to.have.property('reason', reason);
    expect(vectors.refused).to.have.length(9);
  });
});

function readCode(code: string, of: Vectors['course']) {
  const [found] = findTextCodes(code);
  if (!found || !('bytes' in found)) return found;
  return found.kind === 'claim' ? decodeClaim(found.bytes) : decodeInvitation(found.bytes, [of]);
}
