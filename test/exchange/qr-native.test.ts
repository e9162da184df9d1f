import {expect} from '@open-wc/testing';
import {BarcodeDetector} from 'qr/decode.js';
import {qrOf} from '../../src/exchange/qr.js';
import {readCodes} from '../../src/exchange/qr-reading.js';
import {cameraPicture} from './camera-picture.js';
import {finishedCode} from './finished-code.js';

/** What the browser's detector has been asked, and whether it works. */
let asked = 0;
let works = true;

/** Chromium on Linux has no detector; this one keeps the same contract, down to the supported formats. */
class CountingDetector extends BarcodeDetector {
  override async detect(image: ImageBitmapSource) {
    asked++;
    if (!works)
      throw new DOMException('Barcode detection service unavailable.', 'NotSupportedError');
    return super.detect(image);
  }
}

describe('a browser that detects codes itself', () => {
  const code = finishedCode();
  const picture = cameraPicture(qrOf(code), {fills: 0.75});

  before(() => {
    Object.assign(globalThis, {BarcodeDetector: CountingDetector});
  });
  after(() => {
    Reflect.deleteProperty(globalThis, 'BarcodeDetector');
  });

  it('is asked, and answers for an empty picture too', async () => {
    expect(await readCodes(picture)).to.deep.equal([code]);
    expect(await readCodes(new ImageData(100, 100))).to.deep.equal([]);
    expect(asked).to.equal(2);
  });

  it('is asked no more once it has failed, and the code is read all the same', async () => {
    works = false;
    asked = 0;
    expect(await readCodes(picture)).to.deep.equal([code]);
    expect(await readCodes(picture)).to.deep.equal([code]);
    expect(asked).to.equal(1);
  });
});
