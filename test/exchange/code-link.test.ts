import {expect} from '@open-wc/testing';
import {codeIn, linkOf} from '../../src/exchange/code-link.js';
import {encodeDigest} from '../../src/exchange/digest.js';
import {receiptCodeOf} from '../../src/exchange/receipt-code.js';
import {textCodeOf} from '../../src/exchange/text-code.js';
import {noStanding} from './departures.js';
import {sampleCourse} from './sample-course.js';

const course = sampleCourse();
const code = textCodeOf(
  encodeDigest({
    course,
    learner: '0123456789ABCDEF',
    standing: noStanding,
    streams: [],
    moreStreams: false,
    madeOn: 2517,
  }),
);
const receipt = receiptCodeOf(
  {
    learner: '0123456789ABCDEF',
    course: course.id,
    receiver: 'c0ffee01',
    receivedOn: 2517,
    streams: [],
  },
  course,
);

describe('a link with a code', () => {
  it('carries it behind the sign that no server sees', () => {
    const link = linkOf('https://hoc.example/pwa/', code);
    expect(link).to.equal(`https://hoc.example/pwa/#${code}`);
    expect(codeIn(new URL(link).hash)).to.equal(code);
  });

  it('leaves out where the page was, and what a chat program had appended to it', () => {
    expect(linkOf('https://hoc.example/pwa/?zarsrc=411#/m07-b02', code)).to.equal(
      `https://hoc.example/pwa/#${code}`,
    );
  });

  const ways: Record<string, string> = {
    'as it was made': `#${code}`,
    'with what Zalo appends': `#${code}?zarsrc=411&utm_source=zalo&utm_medium=zalo`,
    'with what Facebook appends': `#${code}&fbclid=IwAR0abcDEF`,
    'escaped letter by letter': `#${[...code].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('')}`,
    'with its point escaped and a lone per cent behind': `#${code.replace('.', '%2E')}%`,
    'broken by escaped line breaks': `#${code.slice(0, 20)}%0D%0A${code.slice(20)}`,
    'in small letters': `#${code.toLowerCase()}`,
    'behind a stroke, as lessons are': `#/${code}`,
    'with a full stop of the sentence behind': `#${code}.`,
  };
  for (const [how, hash] of Object.entries(ways)) {
    it(`is understood ${how}`, () => expect(codeIn(hash)).to.equal(code));
  }

  it('may bring several codes, receipts among them', () => {
    expect(codeIn(`#${code},${receipt}`)).to.equal(`${code}\n${receipt}`);
  });

  it('that was cut hands on what is left of it', () => {
    const rest = code.slice(0, 30);
    expect(codeIn(`#${rest}`)).to.equal(rest);
  });

  it('is not one where the address names a lesson or nothing', () => {
    for (const hash of ['', '#', '#/m07-b02', '#kns1', '#%E1%BA%A1%', '#/m01-b01?q=KNS1']) {
      expect(codeIn(hash), hash).to.equal(undefined);
    }
  });
});
