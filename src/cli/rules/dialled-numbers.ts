/** Short numbers, service numbers, mobile and landline numbers, with or without spaces. */
const numbers =
  /(?<![\p{L}\d])(?:1[89]00[ .]?\d{2,4}(?:[ .]?\d{2,4})?|0\d{9}|0\d{2,3}[ .-]\d{3,4}[ .-]\d{3,4}|1\d{2,3})(?![\p{L}\d])/gu;
/** Before: a date, a decimal or grouped number, a clock time, a year. */
const before = /(?:[\d][.,:/–-]\s?|năm\s|Năm\s|tháng\s|×\s?)$/u;
/** After: the rest of such a number, or what is counted. */
const after =
  /^(?:[.,:/]\d|\s?(?:%|₫|đồng|đ\b|nghìn|ngàn|triệu|tỷ|tỉ|phút|giờ|giây|ngày|tháng|năm|tuổi|hộ|người|lần|bài|câu|trang|bước|chữ|ký tự|kg|km|m|g|ml|độ|cái|con|tờ|chỗ)(?![\p{L}]))/u;

/** What in a text looks like a number that people dial, with where it begins. */
export const dialledNumbers = (text: string): {digits: string; index: number}[] =>
  [...text.matchAll(numbers)].flatMap(({0: digits, index}) => {
    const rest = text.slice(index + digits.length, index + digits.length + 12);
    const counted = before.test(text.slice(Math.max(0, index - 8), index)) || after.test(rest);
    return counted ? [] : [{digits, index}];
  });
