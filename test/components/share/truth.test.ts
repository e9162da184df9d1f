import {expect} from '@open-wc/testing';
import {truthOf} from '../../../src/components/learner/share/truth.js';
import {handOverLanguages} from '../../../src/components/messages/hand-over.js';
import type {ReceiptRow} from '../../../src/store/exchange-contract.js';
import {dayOf} from '../../../src/store/reckoning/calendar.js';
import type {StreamHead} from '../../../src/store/reckoning/packet.js';

const messages = handOverLanguages.vi;
const noon = Date.UTC(2026, 10, 20, 5);
const hour = 3_600_000;
const heads: StreamHead[] = [{device: 'a1b2c3d4', through: 34, beyond: 0, tail: '0102'}];

const receipt = (through: number, held: boolean): ReceiptRow => ({
  learner: '0123456789ABCDEF',
  course: 'so-tay',
  receiver: '00112233',
  receivedOn: dayOf('2026-11-21'),
  streams: [{device: 'a1b2c3d4', through, beyond: 0, tail: '0102', held}],
  at: noon + 24 * hour,
});

describe('what is said of where the answers are', () => {
  it('names how many were not sent, and since which day', () => {
    const {headline, isGood} = truthOf({records: 34, since: noon}, [], heads, messages);
    expect(headline).to.contain('Chưa gửi 34 mục').and.to.contain('20/11/2026');
    expect(isGood).to.equal(false);
  });

  it('says that they left, and not that they came, while no receipt tells', () => {
    const departed = {at: noon + hour, way: 'shared'} as const;
    const {headline, isGood} = truthOf({records: 34, since: noon, departed}, [], heads, messages);
    expect(headline).to.contain('Đã đưa đi lúc').and.to.contain('chưa có biên nhận');
    expect(isGood).to.equal(false);
  });

  it('says that they were not sent when all of them are younger than the last sending', () => {
    const departed = {at: noon - hour, way: 'copied'} as const;
    const {headline} = truthOf({records: 2, since: noon, departed}, [], heads, messages);
    expect(headline).to.contain('Chưa gửi 2 mục');
  });

  it('tells a received code from received answers', () => {
    const unsent = {records: 34, since: noon};
    const {headline, note} = truthOf(unsent, [receipt(34, false)], heads, messages);
    expect(headline).to.contain('Xã đã nhận mã').and.to.contain('21/11/2026');
    expect(note).to.contain('từng câu trả lời');
  });

  it('does not take an older code for one that counts the newest answers', () => {
    const unsent = {records: 34, since: noon};
    const {headline} = truthOf(unsent, [receipt(33, false)], heads, messages);
    expect(headline).to.contain('Chưa gửi 34 mục');
  });

  it('says that everything came only when nothing is left', () => {
    const unsent = {records: 0, receiptedOn: dayOf('2026-11-21')};
    const {headline, isGood} = truthOf(unsent, [receipt(34, true)], heads, messages);
    expect(headline).to.equal('Xã đã nhận hết đến ngày 21/11/2026');
    expect(isGood).to.equal(true);
  });
});
