import type {InviteMessages} from './invite.js';

export const inviteVi: InviteMessages = {
  inviteOf: (name) => `Mời ${name}`,
  how: 'Đưa mã này cho người được mời quét bằng máy của họ, hoặc gửi tin nhắn bên dưới qua Zalo. Mỗi người một mã riêng.',
  howWithoutApp:
    'Người được mời mở sổ tay, bấm “Đã học ở nơi khác? Nhập mã”, rồi quét mã này hoặc dán mã bằng chữ.',
  picture: 'Mã mời để quét',
  message: 'Tin nhắn để gửi',
  words: ({unit, member, address}) =>
    `Mời anh/chị học Sổ tay kỹ năng số${unit ? ` cùng ${unit}` : ''}. Mã của anh/chị: ${member}. Bấm vào đây để bắt đầu: ${address}`,
  wordsWithoutApp: ({unit, member, code}) =>
    `Mời anh/chị học Sổ tay kỹ năng số${unit ? ` cùng ${unit}` : ''}. Mã của anh/chị: ${member}. Anh/chị mở sổ tay, bấm “Đã học ở nơi khác? Nhập mã” rồi dán cả tin nhắn này: ${code}`,
  copy: 'Sao chép tin nhắn',
  copied: 'Đã sao chép. Anh/chị mở Zalo, chọn đúng người rồi dán vào.',
  byHand:
    'Máy chưa cho sao chép tự động. Tin nhắn đã được bôi đen: anh/chị nhấn giữ rồi chọn “Sao chép”.',
  share: 'Gửi qua Zalo',
  shared: 'Đã đưa sang ứng dụng anh/chị chọn. Anh/chị nhớ bấm gửi ở đó.',
  notShared: 'Chưa gửi. Anh/chị bấm lại lúc nào cũng được.',
  made: 'Đã tạo mã mời.',
  close: 'Xong',
  tooBig: 'Chưa vẽ được mã để quét. Anh/chị gửi tin nhắn bên dưới.',
  noCourse: 'Chưa mở được khóa học, nên chưa tạo được mã mời. Anh/chị tải lại trang khi có mạng.',

  printAllOf: (unit, count) => `In giấy mời: ${unit}, ${count} người`,
  printNote:
    'Mỗi người một phiếu để cắt rời, có tên, mã và hình để quét. Tám phiếu một tờ A4. Tên chỉ in trên giấy.',
  tooMany: (most) =>
    `Mỗi lần in được nhiều nhất ${most} phiếu. Anh/chị chọn từng xã hoặc từng tổ rồi in.`,
  print: 'In',
  drawing: 'Đang vẽ các phiếu…',
  printed: 'Đã mở cửa sổ in.',
  unseen: 'Máy chưa mở được cửa sổ in. Anh/chị thử bằng trình duyệt trên máy tính.',
  cannot: 'Ứng dụng này không in được. Anh/chị mở trang bằng trình duyệt.',
  paper: {
    title: 'Mời học Sổ tay kỹ năng số',
    who: (unit, member) => (unit ? `${unit} · mã ${member}` : `mã ${member}`),
    steps: [
      'Mở máy ảnh trên điện thoại, đưa vào hình bên.',
      'Bấm vào dòng địa chỉ hiện ra.',
      'Bấm “Đúng là tôi, bắt đầu học”.',
    ],
  },
};
