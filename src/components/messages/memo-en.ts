import type {MemoMessages} from './memo.js';

export const memoEn: MemoMessages = {
  memo: 'Memory card',
  print: 'Print the memory card',
  contentOf: (day) => `Content of ${day}`,
  cannotPrint: 'Printing is not possible here. Take a screenshot of the card to keep it.',
  printUnseen: 'No print window? Take a screenshot of the card to keep it.',
  noMemo: 'This lesson has no memory card yet.',
};
