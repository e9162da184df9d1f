import {expect} from '@open-wc/testing';
import type {Course} from '../../src/curriculum/course.js';
import type {Fact} from '../../src/curriculum/facts.js';
import {openSearch, type Found} from '../../src/curriculum/search.js';
import type {SearchIndex} from '../../src/curriculum/search-index.js';

const entry = (id: string, title: string) => ({
  id,
  version: '1.0.0',
  title,
  minutes: 8,
  core: true,
  codes: [],
  questions: [],
  file: `${id}.json`,
  sha256: '0'.repeat(64),
  bytes: 1,
});

const course = {
  modules: [
    {
      id: 'm05',
      title: 'Thanh toán',
      lessons: [entry('the', 'Giữ tài khoản ngân hàng'), entry('qr', 'Quét QR và chuyển tiền')],
    },
    {
      id: 'm08',
      title: 'Chính quyền số',
      lessons: [entry('app', 'Ứng dụng công dân số của tỉnh'), entry('hoc', 'Gọi ai khi vướng')],
    },
  ],
  facts: [{scope: 'VN'}, {scope: 'VN-48', name: 'Đà Nẵng'}, {scope: 'VN-80', name: 'Tây Ninh'}],
} as unknown as Course;

const outcomes: Readonly<Record<string, string>> = {
  the: 'khóa được thẻ trong một phút',
  qr: 'kiểm tra đủ trước khi chuyển',
  app: 'cài đúng ứng dụng',
  hoc: 'chọn đúng nơi để hỏi',
};

const said = (id: string, points: string[], questions: string[] = []) => ({
  id,
  outcome: outcomes[id] ?? '',
  points,
  memo: [],
  questions,
  facts: [],
});

const index: SearchIndex = {
  format: 1,
  lessons: [
    said('the', ['Nút khóa thẻ nằm trong ứng dụng.', 'Mất máy thì gọi ngân hàng.']),
    said('qr', ['Mã QR dán ở quầy có thể bị dán đè. Đừng vội chuyển tiền.', 'Hoà nhã với khách.']),
    said('app', ['Mở {{app}} để xem tiện ích.']),
    said('hoc', ['Muốn học thêm thì {{khoa_hoc}}.', 'Chưa rõ thì hỏi xã.'], ['Hỏi ở đâu trước?']),
  ],
  names: [
    {
      name: 'Smart Quảng Nam',
      now: 'ứng dụng công dân số',
      fact: 'app',
      scope: 'VN-48',
      lessons: ['hoc', 'app'],
    },
    {name: 'Quảng Nam', now: 'Đà Nẵng', scope: 'VN-48', lessons: ['hoc']},
    {name: 'dịch vụ công mức độ 4', now: 'dịch vụ công toàn trình', lessons: ['app']},
  ],
  fallbacks: [
    {fact: 'app', text: 'ứng dụng công dân số'},
    {fact: 'khoa_hoc', text: 'hỏi xã về khóa học'},
  ],
};

const fact = (id: string, scope: string, value: string, more: Partial<Fact> = {}): Fact => ({
  id,
  scope,
  value,
  fallback: 'ứng dụng công dân số',
  verifiedOn: '2026-09-01',
  reviewBy: '2027-09-01',
  confidence: 'official',
  status: 'current',
  sources: [],
  ...more,
});

const on = '2026-11-22';
const search = openSearch(course, index, {facts: [], on});
const ids = (typed: string, look = search) => look(typed).map(({lesson}) => lesson.id);
const markedIn = ({text, marks}: Found) => marks.map(([start, end]) => text.slice(start, end));

describe('searching the handbook', () => {
  it('finds the same lesson however its words are typed', () => {
    for (const typed of [
      'khóa thẻ',
      'khoa the',
      'KHÓA THẺ',
      'khóa thẻ'.normalize('NFD'),
      'khoá thẻ',
      'khóa th',
      '  thẻ,  khóa ',
    ])
      expect(ids(typed)[0], typed).to.equal('the');
    expect(ids('dung voi chuyen tien')).to.deep.equal(['qr']);
    expect(ids('đừng vội')).to.deep.equal(['qr']);
    expect(ids('hòa nhã')).to.deep.equal(['qr']);
  });

  it('takes tones at their word when they were typed, and forgives them when that finds nothing', () => {
    expect(ids('quầy')).to.deep.equal(['qr']);
    expect(ids('dẫn')).to.deep.equal(ids('dẩn'));
    expect(ids('dẫn')).to.contain('qr');
    expect(ids('khóa').every((id) => id === 'the' || id === 'hoc')).to.equal(true);
  });

  it('marks the words that were looked for, and nothing else', () => {
    const [found] = search('khoa the');
    expect(found?.in).to.equal('point');
    expect(markedIn(found!)).to.deep.equal(['khóa thẻ']);
    const [titled] = search('quet qr');
    expect(titled?.in).to.equal('title');
    expect(markedIn(titled!)).to.deep.equal(['Quét QR']);
    const [apart] = search('mất ngân hàng');
    expect(markedIn(apart!)).to.deep.equal(['Mất', 'ngân hàng']);
  });

  it('finds an old name and tells the present one, the lesson that teaches it first', () => {
    for (const typed of ['Smart Quảng Nam', 'smart quang nam', 'smart quang na']) {
      const [found, other] = search(typed);
      expect(found?.lesson.id).to.equal('app');
      expect(found?.text).to.equal('Smart Quảng Nam');
      expect(found?.present).to.deep.equal({now: 'ứng dụng công dân số', place: 'Đà Nẵng'});
      expect(other?.lesson.id).to.equal('hoc');
    }
    expect(search('quảng nam')[0]?.present).to.deep.equal({now: 'Đà Nẵng'});
    expect(search('muc do 4')[0]?.present).to.deep.equal({now: 'dịch vụ công toàn trình'});
  });

  it('tells a province’s present name only to its own people, and only while it holds', () => {
    const facts = [fact('app', 'VN-48', 'Đà Nẵng Smart')];
    const presentFor = (province: string | undefined, day = on) =>
      openSearch(course, index, {facts, province, on: day})('smart quang nam')[0]?.present?.now;
    expect(presentFor('VN-48')).to.equal('Đà Nẵng Smart');
    expect(presentFor('VN-80')).to.equal('ứng dụng công dân số');
    expect(presentFor(undefined)).to.equal('ứng dụng công dân số');
    expect(presentFor('VN-48', '2027-10-01')).to.equal('ứng dụng công dân số');
  });

  it('reads facts as they stand today, and finds by a name it may not tell', () => {
    const facts = [fact('khoa_hoc', 'VN', 'vào One Touch', {fallback: 'hỏi xã về khóa học'})];
    const [told] = openSearch(course, index, {facts, on})('one touch');
    expect(told?.text).to.equal('Muốn học thêm thì vào One Touch.');
    expect(markedIn(told!)).to.deep.equal(['One Touch']);
    const unverified = [{...facts[0]!, status: 'needs-review' as const}];
    const [untold] = openSearch(course, index, {facts: unverified, on})('onetouch');
    expect(untold?.lesson.id).to.equal('hoc');
    expect(untold?.text).not.to.contain('Touch');
    expect(untold?.marks).to.deep.equal([]);
  });

  it('searches titles before the index has come', () => {
    const titles = openSearch(course, undefined, {facts: [], on});
    expect(ids('chuyen tien', titles)).to.deep.equal(['qr']);
    expect(ids('quầy', titles)).to.deep.equal([]);
  });

  it('finds nothing for one letter, for signs, and for what no lesson says', () => {
    for (const typed of ['', ' ', 'k', '?!', '{{app}', 'xyzzy', '\u0301\u0301'])
      expect(ids(typed), typed).to.deep.equal([]);
  });

  it('takes a whole pasted message without choking on it', () => {
    expect(ids('khóa thẻ '.repeat(5000))[0]).to.equal('the');
  });
});
