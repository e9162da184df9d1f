import {expect} from '@open-wc/testing';
import {qrOf} from '../../src/exchange/qr.js';
import {readCodes} from '../../src/exchange/qr-reading.js';
import {framesOf} from '../../src/exchange/qr-sequence.js';
import {cameraPicture, type CameraScene} from './camera-picture.js';
import {bytesOf, chanceOf} from './chance.js';
import {finishedCode} from './finished-code.js';

const scenes: Readonly<Record<string, CameraScene>> = {
  'held well': {fills: 0.8},
  'a little further away': {fills: 0.7},
  'at arm’s length': {fills: 0.6},
  'askew the other way': {fills: 0.75, turned: -3},
  'on its side': {fills: 0.75, turned: 90},
  'upside down': {fills: 0.75, turned: 178},
  'out of the middle': {fills: 0.7, aside: 0.06},
  'with a soft lens': {fills: 0.75, blur: 1},
  'in the dusk, with a grainy camera': {fills: 0.75, noise: 48, shade: 0.6},
};

describe('a picture of 480 × 640', () => {
  const code = finishedCode();
  for (const [how, scene] of Object.entries(scenes)) {
    it(`${how}: the code of a finished course is read`, async () => {
      for (const seed of [1, 2, 3]) {
        expect(await readCodes(cameraPicture(qrOf(code), {...scene, seed}))).to.deep.equal([code]);
      }
    });

    it(`${how}: a frame of a sequence is read`, async () => {
      const frames = framesOf(bytesOf(4000, 5));
      for (const seed of [1, 2, 3]) {
        const frame = frames.next().value;
        const qr = qrOf(frame);
        expect(qr.version).to.equal(15);
        expect(await readCodes(cameraPicture(qr, {...scene, seed}))).to.deep.equal([frame]);
      }
    });
  }

  it('of a link is read, and the letters of its code take no more room than alone', async () => {
    const link = `https://so-tay.example/hoc/?lang=vi#${code}`;
    const qr = qrOf(link);
    expect(qr.version).to.be.at.most(qrOf(code).version + 1);
    expect(await readCodes(cameraPicture(qr, {fills: 0.75}))).to.deep.equal([link]);
  });

  it('with several codes gives all of them', async () => {
    const [one, other] = [finishedCode(), finishedCode({lessons: 40})].map((text) => ({
      text,
      picture: cameraPicture(qrOf(text), {fills: 0.7, turned: 0, noise: 8, shade: 0.1}),
    }));
    const canvas = document.createElement('canvas');
    Object.assign(canvas, {width: 960, height: 640});
    const pen = canvas.getContext('2d')!;
    pen.putImageData(one!.picture, 0, 0);
    pen.putImageData(other!.picture, 480, 0);
    const found = await readCodes(pen.getImageData(0, 0, 960, 640), {thorough: true});
    expect([...found].sort()).to.deep.equal([one!.text, other!.text].sort());
  });

  it('without any code gives none, quietly, whatever it shows', async () => {
    const chance = chanceOf(7);
    const noise = new ImageData(480, 640);
    for (let at = 0; at < noise.data.length; at++) noise.data[at] = 256 * chance();
    for (const picture of [noise, new ImageData(480, 640), new ImageData(1, 1)]) {
      expect(await readCodes(picture)).to.deep.equal([]);
      expect(await readCodes(picture, {thorough: true})).to.deep.equal([]);
    }
  });

  it('that is not what it says gives none', async () => {
    const data = new Uint8ClampedArray(16);
    for (const size of [0, 2, 480, -1, Number.NaN, Infinity, 1e9]) {
      expect(await readCodes({width: size, height: size, data})).to.deep.equal([]);
    }
  });

  it('with half of the code torn off gives none', async () => {
    const torn = cameraPicture(qrOf(code), {fills: 0.8});
    torn.data.fill(200, torn.data.length / 2);
    expect(await readCodes(torn, {thorough: true})).to.deep.equal([]);
  });
});
