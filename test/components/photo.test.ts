import {expect} from '@open-wc/testing';
import {codesInPhoto} from '../../src/components/scan/photo.js';
import {pixelsIn} from '../../src/components/scan/picture-size.js';
import {qrOf} from '../../src/exchange/qr.js';
import {bytesOf} from '../exchange/chance.js';
import {cameraPicture} from '../exchange/camera-picture.js';
import {finishedCode} from '../exchange/finished-code.js';

const code = finishedCode();

const drawn = (type: string) =>
  new Promise<Blob>((resolve) => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, {width: 480, height: 640});
    canvas.getContext('2d')!.putImageData(cameraPicture(qrOf(code), {fills: 0.75}), 0, 0);
    canvas.toBlob((blob) => resolve(blob!), type, 0.8);
  });

describe('a picture from the gallery', () => {
  for (const type of ['image/png', 'image/jpeg', 'image/webp']) {
    it(`is read as ${type}`, async () => {
      const picture = await drawn(type);
      expect(picture.type).to.equal(type);
      expect(await codesInPhoto(picture)).to.deep.equal([code]);
    });
  }

  it('is measured before it is unpacked', async () => {
    for (const type of ['image/png', 'image/jpeg'])
      expect(pixelsIn(await (await drawn(type)).arrayBuffer())).to.equal(480 * 640);
  });

  it('that would unpack to more than the phone has room for is left alone', async () => {
    const bytes = new DataView(await (await drawn('image/png')).arrayBuffer());
    bytes.setUint32(16, 60_000);
    bytes.setUint32(20, 60_000);
    expect(pixelsIn(bytes.buffer)).to.equal(3_600_000_000);
    expect(await codesInPhoto(new Blob([bytes]))).to.deep.equal([]);
  });

  it('that is cut, garbled or no picture at all has no code and harms nothing', async () => {
    const whole = new Uint8Array(await (await drawn('image/jpeg')).arrayBuffer());
    for (let length = 0; length < whole.length; length += 997) {
      const cut = whole.slice(0, length);
      expect(pixelsIn(cut.buffer)).to.be.oneOf([0, 480 * 640]);
      await codesInPhoto(new Blob([cut]));
    }
    for (let seed = 0; seed < 50; seed++) {
      const garbled = bytesOf(300, seed);
      garbled.set(seed % 2 ? [0xff, 0xd8] : [0x89, 0x50, 0x4e, 0x47]);
      expect(pixelsIn(garbled.buffer as ArrayBuffer)).to.be.at.least(0);
      expect(await codesInPhoto(new Blob([garbled.buffer as ArrayBuffer]))).to.deep.equal([]);
    }
  });
});
