import {expect} from '@open-wc/testing';
import {pageStore} from '../../src/components/page-store.js';
import {storeApi} from '../../src/store/store-contract.js';

const key = Symbol.for('kynangso/page/1');
const page = globalThis as {[key]?: unknown};

describe('a page on which another copy of the library keeps what a learner does', () => {
  let before: unknown;
  beforeEach(() => (before = page[key]));
  afterEach(() => (page[key] = before));

  it('is served by that copy’s store where it can all that this copy asks of it', () => {
    for (const api of [storeApi, storeApi + 1]) {
      const others = {api};
      page[key] = others;
      expect(pageStore()).to.equal(others);
    }
  });

  it('gets a store of this copy where that one is older, and one only', () => {
    page[key] = {api: storeApi - 1};
    const own = pageStore();
    expect(own.api).to.equal(storeApi);
    expect(pageStore()).to.equal(own);
  });
});
