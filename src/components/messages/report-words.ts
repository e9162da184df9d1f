import type {ReportWords} from '../../exchange/report.js';

/** Words by which a pasted report is found again, in both languages: both are pasted into one group. */
export const headings = {
  vi: {quarter: 'BÁO CÁO QUÝ', half: 'BÁO CÁO 6 THÁNG', year: 'BÁO CÁO NĂM'},
  en: {quarter: 'REPORT FOR QUARTER', half: 'REPORT FOR HALF-YEAR', year: 'REPORT FOR YEAR'},
} as const;

export const openings = {
  vi: {difficulties: 'Vướng mắc', proposals: 'Đề xuất'},
  en: {difficulties: 'Difficulties', proposals: 'Proposals'},
} as const;

export const reportWords: ReportWords = {
  headings: [...Object.values(headings.vi), ...Object.values(headings.en)],
  difficulties: [openings.vi.difficulties, openings.en.difficulties],
  proposals: [openings.vi.proposals, openings.en.proposals],
};
