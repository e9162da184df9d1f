import type {LearnerMessages} from './learner.js';

export const learnerVi: LearnerMessages = {
  unnamed: 'Chưa đặt tên',
  list: 'Ai đang học trên máy này?',
  here: 'Đang học',
  locked: 'Có mã PIN',
  membership: (unit, member) => (unit ? `${unit} · mã ${member}` : `Mã ${member}`),
  add: 'Thêm người học',
  change: 'Đổi tên, đổi hình',
  nameNow: 'Đặt tên, chọn hình',
  setPin: 'Đặt mã PIN',
  changePin: 'Đổi hoặc bỏ mã PIN',
  remove: 'Xóa khỏi máy này',
  share: 'Máy dùng chung',
  close: 'Đóng',
  back: 'Quay lại',
  other: 'Chọn người khác',
  private: 'Tên và hình chỉ nằm trên máy này, không gửi đi đâu.',

  addTitle: 'Thêm người học',
  changeTitle: (name) => `Tên và hình của ${name}`,
  name: 'Tên gọi trong nhà, trong Tổ',
  picture: 'Chọn một hình cho dễ nhận',
  pictures: {
    buffalo: 'Con trâu',
    rice: 'Bông lúa',
    boat: 'Chiếc thuyền',
    lotus: 'Hoa sen',
    bamboo: 'Cây tre',
    rooster: 'Con gà',
    fish: 'Con cá',
    hat: 'Nón lá',
    house: 'Ngôi nhà',
    kite: 'Cánh diều',
    drum: 'Cái trống',
    moon: 'Trăng rằm',
  },
  begin: 'Thêm và bắt đầu học',
  save: 'Lưu',
  nameFirst: 'Anh/chị gõ tên trước nhé.',

  pinOf: (name) => `Nhập mã PIN của ${name}`,
  pin: 'Mã PIN',
  formerPin: 'Mã PIN đang dùng',
  newPin: 'Mã PIN mới (4 đến 6 chữ số)',
  enter: 'Vào học',
  pinWrong: (tries) =>
    tries > 0 ? `Mã chưa đúng. Anh/chị còn nhập được ${tries} lần.` : 'Mã chưa đúng.',
  pinWait: (time) => `Đã nhập sai nhiều lần. Anh/chị chờ ${time} nữa rồi nhập lại.`,
  pinAgain: 'Giờ anh/chị nhập lại được rồi.',
  pinShape: 'Mã PIN gồm 4 đến 6 chữ số.',
  forgotten: 'Quên mã PIN?',
  forgottenNote: [
    'Mã PIN để người khác không học nhầm vào tên của anh/chị. Không ai xem được hay đặt lại được mã này, kể cả Tổ trưởng.',
    'Không nhớ ra thì vẫn giữ được phần đã học: lấy mã tiến độ, xóa tên khỏi máy này, rồi bấm “Đã học ở nơi khác? Nhập mã” và dán mã vào. Chỉ mất lịch sử từng lần trả lời.',
  ],
  toRemoval: 'Lấy mã tiến độ rồi xóa',
  pinNote: (name) =>
    `Máy sẽ hỏi mã khi có người chuyển sang tên ${name}, hoặc khi sổ tay đóng quá 10 phút. Anh/chị nhớ kỹ: không ai đặt lại mã giúp được.`,
  savePin: 'Lưu mã PIN',
  dropPin: 'Bỏ mã PIN',

  removeTitle: (name) => `Xóa ${name} khỏi máy này?`,
  lost: (done, right) =>
    `Sẽ mất: ${done} bài đã hoàn thành, ${right} câu đã làm đúng, lịch sử trả lời và tên. Máy không lấy lại được nếu chưa có mã tiến độ.`,
  lostUnknown:
    'Sẽ mất mọi bài đã học, lịch sử trả lời và tên. Máy không lấy lại được nếu chưa có mã tiến độ.',
  others: 'Người khác trên máy này không bị ảnh hưởng.',
  codeFirst: 'Lấy mã tiến độ trước',
  removeAll: (name) => `Xóa ${name} và mọi bài đã học`,
  removeSure: 'Bấm lần nữa để xóa hẳn',
  removed: (name) => `Đã xóa ${name} khỏi máy này.`,
  gone: (name) =>
    `${name} vừa được xóa khỏi máy này ở một cửa sổ khác. Từ giờ câu trả lời không vào tên ${name} nữa.`,

  sharedNote: [
    'Dành cho máy ở thư viện, nhà văn hóa, trụ sở xã. Bài làm chỉ nằm trong trang đang mở, máy không lưu lại gì.',
    'Học xong, anh/chị chép mã tiến độ mang về rồi bấm “Xong, xóa hết”. Đóng hoặc tải lại trang cũng là xóa hết.',
  ],
  sharedStart: 'Bắt đầu, không lưu lại gì',
  sharedNow: [
    'Máy dùng chung: không lưu lại gì',
    'Đóng hoặc tải lại trang là mất hết. Trước khi về, anh/chị chép mã tiến độ.',
  ],
  takeCode: 'Lấy mã tiến độ',
  finish: 'Xong, xóa hết',
  finishNote: 'Anh/chị chép mã này mang về đã, rồi bấm “Xong, xóa hết” lần nữa.',

  failed: {
    'chunk-missing': 'Phần này chưa tải về được. Anh/chị kiểm tra mạng rồi bấm lại.',
    'storage-full': 'Máy đầy nên chưa lưu được. Anh/chị xóa bớt ảnh hoặc video nhé.',
    unexpected: 'Chưa làm được. Anh/chị bấm lại, hoặc tải lại trang.',
  },
};
