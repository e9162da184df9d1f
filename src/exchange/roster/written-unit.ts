import {type UnitLevel, unitLevels} from '../../store/reckoning/unit.js';
import {cased} from './cased.js';

/** A unit as a list writes it. */
export interface WrittenUnit {
  readonly level: UnitLevel;
  readonly name: string;
}

// With their tones: Tô, Lang and Quan are family names.
const kindOfUnit: readonly (readonly [UnitLevel, RegExp])[] = [
  ['village', /^(?:thôn|bản|ấp|khu phố|tổ dân phố|tdp|khu|xóm|buôn|làng)(?![\p{L}\p{M}])/u],
  ['team', /^tổ(?![\p{L}\p{M}])(?! (?:trưởng|phó|viên))/u],
  ['commune', /^(?:xã|phường|đặc khu|thị trấn)(?![\p{L}\p{M}])/u],
  ['district', /^(?:huyện|quận|thị xã)(?![\p{L}\p{M}])/u],
  ['province', /^(?:tỉnh|thành phố|tp)(?![\p{L}\p{M}])/u],
];

/** The level that the name of a unit tells by itself. */
export const levelOf = (name: string): UnitLevel | undefined =>
  kindOfUnit.find(([, form]) => form.test(name.normalize('NFC').toLowerCase().trim()))?.[0];

/** "Tổ 1, thôn Lô Lô Chải, xã Lũng Cú": each part that tells its level, the largest first. */
export const unitsOfAddress = (text: string): WrittenUnit[] =>
  text
    .split(/\s*[,;]\s*|\s+[-–]\s+/u)
    .flatMap((part): WrittenUnit[] => {
      const level = levelOf(part);
      return level ? [{level, name: cased(part)}] : [];
    })
    .sort(byLevel);

export const byLevel = (one: Pick<WrittenUnit, 'level'>, other: Pick<WrittenUnit, 'level'>) =>
  unitLevels.indexOf(one.level) - unitLevels.indexOf(other.level);
