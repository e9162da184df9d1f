import {foldName} from '../../store/roster.js';

/** One spelling for hoà and hòa, capitals and spaces; tones tell people apart. */
export const sameName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => {
      const marks = word.normalize('NFD').match(/\p{M}/gu) ?? [];
      const stroke = word.includes('đ') ? 'đ' : '';
      return foldName(word) + stroke + marks.sort().join('');
    })
    .join(' ');
