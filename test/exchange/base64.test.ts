import {expect} from '@open-wc/testing';
import {fromBase64, toBase64} from '../../src/exchange/base64.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('bytes as a line of a file', () => {
  for (const length of [1, 2, 3]) {
    it(`are told by no other last letter than their own, be they ${length} over`, () => {
      const bytes = new Uint8Array([75, 83, 1, 0, 254, 17].slice(0, 3 + length));
      const text = toBase64(bytes);
      const same = [...alphabet].filter((letter) => {
        const read = fromBase64(text.slice(0, -1) + letter);
        return read && [...read].join() === [...bytes].join();
      });
      expect(same).to.deep.equal([text.at(-1)]);
    });
  }
});
