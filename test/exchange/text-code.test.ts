import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {encodeDigest} from '../../src/exchange/digest.js';
import {findTextCodes, textCodeOf} from '../../src/exchange/text-code.js';
import {runs} from '../runs.js';
import {departureOf, noStanding} from './departures.js';
import {sampleCourse} from './sample-course.js';

const course = sampleCourse({lessons: 5, questions: 17});

const bytesFor = (learner: string, madeOn = 2517) =>
  encodeDigest({
    course,
    learner,
    standing: {
      ...noStanding,
      lessons: {'b01@1': {reach: 5, day: 2500, run: 0, practised: false}},
      questions: {'b01#q1@1': {firstRight: true, firstWrong: false, right: true, tries: 1}},
    },
    streams: [{device: '0a1b2c3d', through: 12, beyond: 0, tail: 'beef'}],
    moreStreams: false,
    madeOn,
  });

const lan = bytesFor('0123456789ABCDEF');
const hung = bytesFor('FEDCBA9876543210');
const code = textCodeOf(lan);

const bytesIn = (text: string) =>
  findTextCodes(text).flatMap((found) => ('bytes' in found ? [found.bytes] : []));
const reasonsIn = (text: string) =>
  findTextCodes(text).flatMap((found) => ('reason' in found ? [found.reason] : []));

/** A text with something between every few characters of the code. */
const broken = (by: string, every = 24) => code.replace(new RegExp(`.{${every}}`, 'g'), `$&${by}`);

describe('a text code', () => {
  it('is upper case base32 behind KNS1.', () => {
    expect(code).to.match(/^KNS1\.[0-9A-HJKMNP-TV-Z]+$/);
  });

  it('comes back whole, whatever it says', () => {
    fc.assert(
      fc.property(departureOf(course), (sent) => {
        const bytes = encodeDigest(sent);
        expect(bytesIn(textCodeOf(bytes))).to.deep.equal([bytes]);
      }),
      {numRuns: runs},
    );
  });

  const disguises: Record<string, string> = {
    'in the middle of a sentence': `Dạ em gửi chị ${code} ạ, em cảm ơn chị`,
    'right before words without a space': `${code}cam on chi nhieu`,
    'in capitals right before words': `${code}CAM ON CHI`,
    'in a Zalo export': `[10:29 22/11/2026] Lan: ${code}`,
    'broken over lines': broken('\n'),
    'broken over lines of Windows': broken('\r\n'),
    'quoted in a mail': `> ${broken('\n> ')}`,
    'with a space after every four characters': broken(' ', 4),
    'with characters nobody sees in it': broken('\u200b', 7),
    'with a byte order mark before it': `\ufeff${code}`,
    'with a zero-width joiner inside its first letters': code.replace('KNS1.', 'K\u200dNS1\u2060.'),
    'with a soft hyphen at each break': broken('\u00ad\n'),
    'in quotation marks': `“${code}”`,
    'between emoji': `👍🏽${code}🙏`,
    'with emoji a keyboard slipped in': broken('🙂', 40),
    'in bold and code marks of a chat': `**\`${code}\`**`,
    'in lower case': code.toLowerCase(),
    'with its first letter large only': `K${code.slice(1).toLowerCase()}`,
    'typed with O for 0 and L for 1': `KNSL.${code.slice(5).replaceAll('0', 'O').replaceAll('1', 'l')}`,
    'typed with o for 0 and I for 1': `KNSI.${code.slice(5).replaceAll('0', 'o').replaceAll('1', 'I')}`,
    'among words in NFD': `Chị ơi, mã của em đây: ${code} – nhờ chị nhận giúp`.normalize('NFD'),
    'in an address': `https://hoc.example/trainer/#${code}`,
  };
  for (const [how, text] of Object.entries(disguises)) {
    it(`is found ${how}`, () => {
      expect(findTextCodes(text)).to.have.length(1);
      expect(bytesIn(text)).to.deep.equal([lan]);
    });
  }

  it('is found with all the others of a chat', () => {
    const chat = `[10:29 22/11/2026] Lan: ${code}
[10:31 22/11/2026] Hùng: Mã của tôi
${textCodeOf(hung)}
[10:32 22/11/2026] Lan: ${code.toLowerCase()}`;
    expect(bytesIn(chat)).to.deep.equal([lan, hung, lan]);
    expect(reasonsIn(chat)).to.deep.equal([]);
  });

  it('that was cut says so and leaves the next one whole', () => {
    const chat = `[10:29] Lan: ${code.slice(0, 60)}
[10:31] Hùng: ${textCodeOf(hung)}`;
    const [cut, whole] = findTextCodes(chat);
    expect(cut).to.include({at: 13, reason: 'code-cut', found: code.slice(0, 24)});
    expect(whole).to.have.property('bytes').that.deep.equals(hung);
  });

  it('that was cut right before another one says so', () => {
    const text = code.slice(0, 60) + textCodeOf(hung);
    expect(reasonsIn(text)).to.deep.equal(['code-cut']);
    expect(bytesIn(text)).to.deep.equal([hung]);
  });

  it('that was cut in its first letters says so', () => {
    expect(reasonsIn('KNS1.')).to.deep.equal(['code-cut']);
    expect(reasonsIn('KNS1.25')).to.deep.equal(['code-cut']);
  });

  it('that was cut before a Vietnamese word is not filled up with its letters', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const [found] = findTextCodes(`${code.slice(0, -3)}gặp sau nhé`.normalize(form));
      expect(found).to.deep.include({
        reason: 'code-cut',
        facts: {have: code.length - 5 - 2, need: code.length - 5},
      });
    }
  });

  it('with a wrong character says that it is damaged, where it begins', () => {
    const wrong = `${code.slice(0, 40)}${code[40] === 'A' ? 'B' : 'A'}${code.slice(41)}`;
    expect(findTextCodes(`Mã: ${wrong}`)).to.deep.equal([
      {
        kind: 'progress',
        at: 4,
        found: wrong.slice(0, 24),
        reason: 'code-damaged',
        facts: {},
      },
    ]);
  });

  it('never passes for another one after up to three wrong characters', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const slip = fc.tuple(fc.nat(code.length - 6), fc.constantFrom(...letters));
    fc.assert(
      fc.property(fc.array(slip, {minLength: 1, maxLength: 3}), (slips) => {
        const mutated = [...code];
        for (const [at, letter] of slips) mutated[at + 5] = letter;
        const text = mutated.join('');
        expect(bytesIn(text)).to.deep.equal(text === code ? [lan] : []);
      }),
      {numRuns: 2 * runs},
    );
  });

  it('never passes for another one after characters were lost, doubled or swapped', () => {
    const body = code.slice(5);
    fc.assert(
      fc.property(
        fc.constantFrom('lost', 'doubled', 'swapped'),
        fc.nat(body.length - 2),
        fc.integer({min: 1, max: 9}),
        (how, at, many) => {
          const [head, piece, tail] = [
            body.slice(0, at),
            body.slice(at, at + many),
            body.slice(at + many),
          ];
          const next = tail.slice(0, many);
          const changed = {
            lost: head + tail,
            doubled: head + piece + piece + tail,
            swapped: head + next + piece + tail.slice(many),
          }[how];
          for (const bytes of bytesIn(`KNS1.${changed}`)) expect(bytes).to.deep.equal(lan);
        },
      ),
      {numRuns: 2 * runs},
    );
  });

  it('is not seen where there is none', () => {
    for (const text of ['', 'Chào cả lớp', 'KNS1', 'kns1 .', 'KNS2.ABCDE', '👍'.repeat(50)]) {
      expect(bytesIn(text)).to.deep.equal([]);
    }
    expect(findTextCodes('Chào cả lớp, mai học bài KNS nhé.')).to.deep.equal([]);
  });

  it('is found in a chat of five million letters, whatever they are', function () {
    // A reader that went back over the text would need hours.
    this.timeout(120_000);
    for (const filler of ['KNS1.', 'KNS1. \n', 'kn', ' ', 'K\u200b', `${code.slice(0, 50)} `]) {
      const text = filler.repeat(Math.ceil(5_000_000 / filler.length)) + `\n[1:00] Lan: ${code}`;
      expect(bytesIn(text)).to.deep.equal([lan]);
    }
  });
});
