import {expect} from '@open-wc/testing';
import {framesOf} from '../../src/exchange/qr-sequence.js';
import {Scanned} from '../../src/exchange/scanned.js';
import {bytesOf} from './chance.js';

const piecesOf = (length: number, seed: number) => {
  const bytes = bytesOf(length, seed);
  const frames = framesOf(bytes, {capacity: 50});
  return {bytes, frames: Array.from({length: 6}, () => frames.next().value)};
};

describe('what a camera reads', () => {
  it('is handed on once, whatever kind of code of ours it is', () => {
    const scanned = new Scanned();
    for (const text of [
      'KNS1.ABCDEF',
      'KNSR1.ABCDEF',
      'https://hoc.example/pwa/#KNS1.ABCDEF',
      'kns1.abcdef',
    ]) {
      expect(scanned.see(text)).to.deep.equal({kind: 'found', found: text});
      expect(scanned.see(text)).to.deep.equal({kind: 'again'});
    }
  });

  it('is left alone when it is somebody else’s: a menu, a bank, a wireless network', () => {
    for (const text of ['', 'https://quan-an.vn/thuc-don', '00020101021238', 'WIFI:S:KNS;;'])
      expect(new Scanned().see(text)).to.deep.equal({kind: 'foreign'});
  });

  it('is put together when it comes in pieces, also from two phones shown in turn', () => {
    const scanned = new Scanned();
    const [lan, hung] = [piecesOf(150, 1), piecesOf(150, 2)];
    expect(scanned.see(lan.frames[0]!)).to.deep.equal({kind: 'part', have: 1, need: 3});
    expect(scanned.see(hung.frames[0]!)).to.deep.equal({kind: 'part', have: 1, need: 3});
    expect(scanned.see(hung.frames[4]!)).to.deep.equal({kind: 'part', have: 2, need: 3});
    expect(scanned.see(lan.frames[1]!)).to.deep.equal({kind: 'part', have: 2, need: 3});
    expect(scanned.see(lan.frames[0]!)).to.deep.equal({kind: 'again'});
    expect(scanned.see(lan.frames[2]!)).to.deep.equal({kind: 'found', found: lan.bytes});
    // It runs on after it was read.
    expect(scanned.see(lan.frames[3]!)).to.deep.equal({kind: 'again'});
    expect(scanned.see(hung.frames[1]!)).to.deep.equal({kind: 'found', found: hung.bytes});
  });

  it('can be read once more at the next time, and pieces gathered before still count', () => {
    const scanned = new Scanned();
    const [lan, hung] = [piecesOf(40, 1), piecesOf(100, 2)];
    scanned.see('KNS1.ABCDEF');
    scanned.see(lan.frames[0]!);
    scanned.see(hung.frames[0]!);
    scanned.begin();
    expect(scanned.see('KNS1.ABCDEF').kind).to.equal('found');
    expect(scanned.see(lan.frames[0]!).kind).to.equal('found');
    expect(scanned.see(hung.frames[1]!)).to.deep.equal({kind: 'found', found: hung.bytes});
  });

  it('does not fill the memory, however many sequences are begun', () => {
    const scanned = new Scanned();
    const first = piecesOf(100, 0);
    scanned.see(first.frames[0]!);
    for (let seed = 1; seed <= 10; seed++) scanned.see(piecesOf(100, seed).frames[0]!);
    // The oldest was given up, and begins anew.
    expect(scanned.see(first.frames[1]!)).to.deep.equal({kind: 'part', have: 1, need: 2});
    expect(scanned.see(first.frames[0]!).kind).to.equal('found');
  });

  it('is no piece when a letter is wrong', () => {
    const scanned = new Scanned();
    const {frames} = piecesOf(100, 1);
    expect(scanned.see(`${frames[0]!.slice(0, -1)}@`)).to.deep.equal({kind: 'again'});
    expect(scanned.see(frames[0]!)).to.deep.equal({kind: 'part', have: 1, need: 2});
  });
});
