import {expect} from '@open-wc/testing';
import {compareNames, foldName} from '../../src/store/roster.js';

describe('a list of names', () => {
  it('goes by given name, then family name, then middle names', () => {
    const list = [
      'Nguyễn Văn Ánh',
      'Đỗ Thị Bình',
      'Trần An',
      'Lê Thị An',
      'Lê Anh An',
      'Bùi Văn Đức',
      'Phạm Dung',
      'Y',
    ];
    expect(list.toSorted(compareNames)).to.deep.equal([
      'Lê Anh An',
      'Lê Thị An',
      'Trần An',
      'Nguyễn Văn Ánh',
      'Đỗ Thị Bình',
      'Phạm Dung',
      'Bùi Văn Đức',
      'Y',
    ]);
  });

  it('does not care how a keyboard composes its marks, nor about spaces', () => {
    const name = 'Nguyễn Thị Hồng';
    expect(compareNames(name, `  ${name.normalize('NFD')} `)).to.equal(0);
    expect(compareNames(name, 'Nguyễn  Thị   Hồng')).to.equal(0);
  });

  it('is searched without marks: whoever types "duc" finds Đức', () => {
    expect(foldName('Bùi Văn Đức')).to.equal('bui van duc');
    expect(foldName('  LÝ   Thị Ngữ '.normalize('NFD'))).to.equal('ly thi ngu');
    expect(foldName('Đặng đình Ưu Ơn')).to.equal('dang dinh uu on');
    expect(foldName('')).to.equal('');
  });
});
