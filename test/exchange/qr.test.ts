import {expect} from '@open-wc/testing';
import {qrOf} from '../../src/exchange/qr.js';
import {frameCapacity, framesOf} from '../../src/exchange/qr-sequence.js';
import {bytesOf} from './chance.js';
import {finishedCode} from './finished-code.js';

describe('a QR code', () => {
  it('of a finished course is small enough for a camera of 480 × 640', () => {
    expect(qrOf(finishedCode()).version).to.be.at.most(11);
    // Two devices, the milestones, four months.
    const more = finishedCode({lessons: 48, questions: 200, devices: 2, days: 120});
    expect(qrOf(more).version).to.be.at.most(11);
    // The largest code there is for a course of this size: 225 bytes.
    expect(qrOf(`KNS1.${'Z'.repeat(360)}`, {most: 11}).version).to.equal(11);
  });

  it('of a frame of a sequence is of version 15 at most, and uses it', () => {
    const frames = framesOf(bytesOf(10 * frameCapacity, 1));
    expect(qrOf(frames.next().value).version).to.equal(15);
  });

  it('is drawn by a path that stays within its size', () => {
    const {size, path} = qrOf('KNS1.TEST');
    expect(path).to.match(/^(M\d+ \d+h\d+v1H\d+z)+$/);
    for (const [, x, y, wide] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Number(x) + Number(wide)).to.be.at.most(size);
      expect(Number(y)).to.be.below(size);
    }
    // The three eyes, each with an upper edge of seven modules.
    expect(path)
      .to.contain('M0 0h7v1H0z')
      .and.contain(`M${size - 7} 0h7v1H${size - 7}z`);
    expect(path).to.contain(`M0 ${size - 7}h7v1H0z`);
  });

  it('that would be too dense for a cheap phone is refused, not drawn', () => {
    const long = `KNS1.${'Z'.repeat(700)}`;
    expect(() => qrOf(long))
      .to.throw()
      .with.property('code', 'too-big');
    expect(qrOf(long, {most: 40}).version).to.be.above(15);
  });
});
