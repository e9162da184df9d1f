import type {ShelvesMessages} from './shelves.js';

/** `1.000`, as numbers are written in Vietnam. */
const number = (count: number): string => count.toLocaleString('vi-VN');

export const messages: ShelvesMessages = {
  after: 'Sau khi nhận',
  cancel: 'Thôi',

  receipts: (people) => `Gửi biên nhận · ${number(people)} người`,
  receiptsFor:
    'Biên nhận cho người học biết sổ này đã nhận đến đâu. Dán vào ứng dụng trên máy mình, họ sẽ thấy “Xã đã nhận đến ngày …” thay cho “Chưa gửi”.',
  receiptNames: 'Tin nhắn có ghi tên như anh/chị đã đặt trong sổ.',
  justCame: (people) => `Vừa nhận (${number(people)} người)`,
  everybody: (people) => `Cả sổ (${number(people)} người)`,
  whose: 'Gửi cho ai?',
  receiptHead: (day) =>
    `Biên nhận ngày ${day}. Anh/chị chép cả tin này, mở ứng dụng học, dán vào ô nhận mã; ứng dụng tự tìm đúng biên nhận của mình.`,
  receiptPart: (part, of) => `(Tin ${part}/${of})`,
  receiptMessage: 'Tin nhắn cho nhóm Zalo',
  copyAll: (people) =>
    people === 1 ? 'Chép biên nhận' : `Chép cả ${number(people)} biên nhận thành một tin`,
  copyPart: (part, of) => `Chép tin ${part}/${of}`,
  shareAll: 'Chia sẻ',
  copied: (people) => `Đã chép ${number(people)} biên nhận. Anh/chị dán vào nhóm Zalo rồi gửi.`,
  copyByHand:
    'Máy không cho chép tự động. Tin nhắn đã được bôi đen, anh/chị nhấn giữ rồi chọn Sao chép.',
  showCodes: 'Hiện mã QR từng người',
  hideCodes: 'Ẩn mã QR',
  showCode: (at, of, name) => `${number(at)}/${number(of)}: ${name}`,
  next: 'Người tiếp theo',
  previous: 'Người trước',
  held: 'đã nhận đủ từng câu',
  counted: 'đã nhận mã',

  quarantine: (count) => `Chưa nhận được · ${number(count)}`,
  quarantineNote: 'Những thứ này còn giữ trên máy này nhưng chưa vào sổ.',
  cameOn: (day) => `Đến ngày ${day}`,
  retry: 'Thử lại',
  retryOf: (what) => `Thử lại ${what}`,
  retryAll: 'Thử lại tất cả',
  retried: (taken, left) =>
    taken === 0
      ? `Vẫn chưa nhận được${left > 1 ? ` ${number(left)} mục này` : ''}.`
      : `Đã nhận được ${number(taken)} mục.${left > 0 ? ` Còn ${number(left)} mục chưa nhận được.` : ''}`,
  drop: 'Bỏ',
  dropOf: (what) => `Bỏ ${what}`,
  dropAll: (count) => (count > 1 ? `Bỏ cả ${number(count)} mục` : 'Bỏ hẳn mục này'),
  dropSure: (count) =>
    `Bỏ hẳn ${number(count)} mục? Sau này muốn có lại thì phải nhờ người gửi gửi lại.`,
  dropped: (count) => `Đã bỏ ${number(count)} mục.`,
  more: (count) => `Xem thêm ${number(count)} mục`,
  textBegins: (beginning) => `Đoạn bắt đầu bằng ${beginning}…`,

  persons: (suggestions) =>
    suggestions > 0
      ? `Một người có hai mã? · ${number(suggestions)} gợi ý`
      : 'Một người có hai mã?',
  personsNote:
    'Ai học trên hai máy mà không chuyển tiến độ thì có hai mã. Gộp lại thì sổ tính là một người. Lúc nào cũng tách ra được, số liệu của từng mã vẫn nguyên.',
  samePerson: 'Hai mã này là của một người?',
  codeOf: (beginning, lessons, day) =>
    `mã ${beginning}…, ${number(lessons)} bài đã hoàn thành${day ? `, dữ liệu đến ${day}` : ''}`,
  join: 'Đúng, gộp lại',
  notSame: 'Không phải',
  joinOthers: 'Gộp hai mã khác',
  first: 'Người thứ nhất',
  second: 'Người thứ hai',
  choose: 'Chọn tên…',
  joinThese: 'Gộp lại',
  chooseTwo: 'Cần chọn hai người khác nhau.',
  joined: (name) => `Đã gộp. ${name} giờ là một dòng trong sổ.`,
  joinedList: 'Đã gộp',
  codesOf: (name, codes) => `${name}: ${number(codes)} mã`,
  separate: 'Tách ra',
  separateOf: (name) => `Tách ra các mã của ${name}`,
  separated: (name) => `Đã tách các mã của ${name} ra như trước khi gộp.`,

  forgetting: 'Xóa người học khỏi sổ',
  forgettingNote:
    'Xóa mọi thứ máy này giữ về một người: tên, mã, tiến độ. Từ đó mã của họ gửi đến cũng không nhận, cho đến khi anh/chị cho nhận lại. Máy của người học không bị ảnh hưởng.',
  forgetWhom: 'Xóa ai?',
  forget: 'Xóa khỏi sổ…',
  chooseOne: 'Cần chọn một người.',
  forgetSure: (name) =>
    `Xóa hẳn ${name} khỏi máy này? Không lấy lại được, trừ khi người học gửi mã lại.`,
  forgetNow: 'Xóa hẳn',
  forgot: (name) => `Đã xóa ${name} khỏi máy này.`,
  forgottenList: 'Đã xóa, không nhận lại',
  stranger: (beginning) => `Người học có mã ${beginning}…`,
  welcome: 'Cho nhận lại',
  welcomeOf: (name) => `Cho nhận lại mã của ${name}`,
  welcomed: (name) => `Từ nay mã của ${name} lại được nhận. Anh/chị nhận mã đó một lần nữa.`,
};
