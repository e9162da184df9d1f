import type {MemoMessages} from './memo.js';

export const memoVi: MemoMessages = {
  memo: 'Phiếu nhớ',
  print: 'In phiếu nhớ',
  contentOf: (day) => `Nội dung ngày ${day}`,
  cannotPrint: 'Chỗ này chưa in được. Anh/chị chụp màn hình phiếu để giữ, hoặc nhờ in giúp.',
  printUnseen: 'Không thấy hộp in hiện ra? Anh/chị chụp màn hình phiếu để giữ, hoặc nhờ in giúp.',
  noMemo: 'Bài này chưa có phiếu nhớ.',
};
