import {expect} from '@open-wc/testing';
import {FrameShare} from '../../../src/components/trainer/ledger/frame-share.js';

describe('the rows that a frame of scrolling has time for', () => {
  /** What is granted in frames that follow one another so, in ms. */
  const granted = (share: FrameShare, from: number, ...intervals: number[]) => {
    let now = from;
    return intervals.map((interval) => share.take((now += interval)));
  };

  it('are one at first, and more as long as frames come in time', () => {
    expect(granted(new FrameShare(), 0, 0, 16.7, 16.7, 16.7)).to.deep.equal([1, 2, 3, 4]);
  });

  it('are fewer once a frame comes late, and never none', () => {
    const share = new FrameShare();
    granted(share, 0, 16, 16, 16, 16, 16);
    expect(granted(share, 80, 50, 50, 50, 50, 25)).to.deep.equal([2, 1, 1, 1, 1]);
  });

  it('are granted once in a frame, to whoever asks first', () => {
    const share = new FrameShare();
    expect([share.take(10), share.take(10), share.take(26)]).to.deep.equal([1, 0, 2]);
  });

  it('do not become fewer because nobody scrolled for a while', () => {
    const share = new FrameShare();
    granted(share, 0, 16, 16, 16);
    share.rest();
    expect(granted(share, 48, 9000, 16)).to.deep.equal([3, 4]);
  });
});
