import {firstOf} from './first-of.js';
import type {JoinedPeople, RosterMessages} from './roster.js';

const joinedPeople = ({joined, moved, unclear}: JoinedPeople): string =>
  [
    `${joined} người có ở cả hai thành một`,
    ...(moved > 0 ? [`${moved} người chỉ có ở một bên được chuyển sang`] : []),
    ...(unclear.length > 0
      ? [`chưa rõ ai là ai nên để riêng: ${firstOf(unclear, (more) => `và ${more} tên khác`)}`]
      : []),
  ].join(', ');

export const messages: RosterMessages = {
  roster: 'Danh sách tổ và thành viên',
  opening: 'Đang mở danh sách…',
  empty: 'Danh sách chưa có ai.',
  emptyTodo:
    'Anh/chị nhập từ tệp Excel đang có, hoặc tự thêm xã, tổ rồi thêm từng người. Danh sách chỉ nằm trên máy này.',
  whole: 'Tất cả',
  way: 'Đang xem',
  levels: {
    nation: 'Cả nước',
    province: 'Tỉnh, thành phố',
    district: 'Huyện (trước 7/2025)',
    commune: 'Xã, phường, đặc khu',
    village: 'Thôn, tổ dân phố',
    team: 'Tổ công nghệ số cộng đồng',
  },
  roles: {head: 'Tổ trưởng', deputy: 'Tổ phó', member: 'Thành viên'},
  counts: ({teams, members, linked, invited}) =>
    `${teams > 0 ? `${teams} tổ · ` : ''}${members} người · ${linked} người đã gắn máy${invited > 0 ? ` · ${invited} người đã mời` : ''}`,
  dissolvedOn: (day) => `Đã giải thể từ ${day}`,
  formerly: (names) => `Tên trước đây: ${names.join(', ')}`,
  unitsBelow: 'Đơn vị bên dưới',
  membersHere: 'Thành viên',
  noMembers: 'Chưa có ai ở đây.',
  displaced: (unit) => `${unit} đã giải thể: cần chuyển sang tổ khác`,
  leftOn: (day) => `đã nghỉ tổ từ ${day}, bấm Sửa rồi Lưu nếu trở lại`,
  twins: (names) =>
    `Có hai đơn vị cùng tên (${names.join(', ')}): nếu thật ra là một, ai có ở cả hai đang bị tính hai lần. Anh/chị gộp làm một. Nếu là hai đơn vị khác nhau thì sửa tên cho khác nhau.`,
  joinTwins: (name) => `Gộp hai “${name}” làm một`,
  joinTwinsSure: (name, people) =>
    `Bấm lần nữa: gộp hai “${name}” làm một, ${joinedPeople(people)}.`,
  joinedTwins: (name, people) => `Đã gộp hai “${name}” làm một: ${joinedPeople(people)}.`,

  search: 'Tìm theo tên hoặc mã',
  searchHint: 'Không cần gõ dấu.',
  foundMembers: (count, shown) =>
    count > shown ? `Thấy ${count} người, đây là ${shown} người đầu.` : `Thấy ${count} người.`,

  born: (year) => `sinh ${year}`,
  tail: (digits) => `số …${digits}`,
  invited: 'đã mời',
  invitedUnheard: 'Lời mời, chưa gửi gì về',
  linked: (count) => (count > 1 ? `đã gắn ${count} máy` : 'đã gắn máy'),
  contested: 'máy này đang được gắn cho nhiều người: xem lại',

  addUnit: 'Thêm đơn vị',
  addUnitBelow: (unit) => `Thêm đơn vị thuộc ${unit}`,
  unitName: 'Tên đơn vị',
  unitLevel: 'Cấp',
  below: 'Thuộc đơn vị',
  belowNone: 'Không thuộc đơn vị nào',
  levelOdd: (above) =>
    `Cấp này lớn hơn ${above}: chọn cấp khác, hoặc chọn đơn vị khác ở “Thuộc đơn vị”.`,
  households: 'Số hộ phụ trách (nếu biết)',
  editUnit: 'Sửa đơn vị này',
  editUnitOf: (unit) => `Sửa ${unit}`,
  renamed: 'Đổi tên từ hôm nay, giữ tên cũ để tra lại',
  dissolve: 'Giải thể từ hôm nay',
  dissolveSure: (unit) => `Bấm lần nữa: giải thể ${unit}. Người vẫn còn trong danh sách.`,
  revive: 'Bỏ giải thể',
  eraseUnit: 'Xóa đơn vị này cùng mọi người ở trong',
  eraseUnitSure: (unit, count) => `Bấm lần nữa: xóa ${unit} và ${count} người khỏi danh sách.`,
  eraseUnitHint:
    'Chỉ xóa khi nhập nhầm hoặc nhập hai lần. Đơn vị không còn thì chọn “Giải thể”. Kết quả đã nhận không mất.',
  erasedUnit: (unit, count) => `Đã xóa ${unit} và ${count} người khỏi danh sách.`,

  addMember: 'Thêm người',
  addMemberIn: (unit) => `Thêm người vào ${unit}`,
  invite: 'Mời',
  inviteOf: (name) => `Mời ${name}`,
  inviteAll: 'In giấy mời',
  edit: 'Sửa',
  editOf: (name) => `Sửa ${name}`,
  code: 'Mã',
  codeOf: (code) => `Mã thành viên: ${code}`,
  name: 'Họ và tên',
  role: 'Vai trò',
  unit: 'Ở đơn vị',
  birthYear: 'Năm sinh (để phân biệt người trùng tên)',
  phone: '3 số cuối điện thoại (để phân biệt người trùng tên)',
  phoneHint: 'Chỉ giữ 3 số cuối. Gõ cả số cũng được, phần còn lại không lưu.',
  save: 'Lưu',
  cancel: 'Thôi',
  leave: 'Nghỉ tổ từ hôm nay',
  erase: 'Xóa khỏi danh sách',
  eraseHint: 'Chỉ xóa khi thêm nhầm. Người nghỉ tổ thì chọn “Nghỉ tổ”, kết quả học vẫn còn.',
  nameNeeded: 'Cần nhập tên.',
  yearOdd: 'Năm sinh cần đủ 4 số, ví dụ 1968.',
  phoneOdd: 'Cần ít nhất 3 số.',
  householdsOdd: 'Số hộ là một số, ví dụ 120.',

  devices: 'Máy của người này',
  devicesNone: 'Chưa gắn máy nào. Khi người này gửi mã tiến độ, anh/chị gắn vào đây.',
  separate: 'Tách ra',
  separateOf: (device) => `Tách ra: ${device}`,
  suggested: 'Có phải của người này?',
  saysInvited: 'Nói đã được mời với đúng mã này',
  suggestedNone: 'Không có mã nào đã nhận giống tên này mà chưa gắn.',
  link: 'Đúng, gắn vào',
  linkOf: (device) => `Đúng, gắn vào: ${device}`,

  doubles: 'Cùng tên trong danh sách',
  doublesHint:
    'Nếu thật ra là một người được ghi hai lần thì gộp lại: kết quả học của cả hai về một mã, ở tổ của người đang mở. Có thể hoàn tác.',
  joinMember: 'Là một người, gộp lại',
  joinMemberOf: (code) => `Là một người, gộp lại: mã ${code}`,
  joinedMember: (name, code) => `Đã gộp làm một: ${name}, mã ${code}.`,

  saved: 'Đã lưu.',
  undo: 'Hoàn tác',
  undone: 'Đã trả lại như trước.',

  bringIn: 'Nhập từ tệp',
  toDeeds: 'Nhập tệp, sao lưu, in giấy mời: ở cuối trang',
  bringInHint:
    'Tệp Excel (.xlsx) hoặc CSV đang dùng: cột theo thứ tự nào cũng được. Chưa ghi gì cho đến khi anh/chị xem và bấm nhập.',
  choose: 'Chọn tệp danh sách',
  reading: 'Đang đọc tệp…',
  fileFlaws: {
    'not-a-table': {
      what: 'Tệp này không phải danh sách Excel hay CSV.',
      todo: 'Anh/chị mở danh sách bằng Excel, chọn Lưu thành .xlsx rồi chọn lại.',
    },
    'old-workbook': {
      what: 'Tệp này là Excel đời cũ (.xls).',
      todo: 'Anh/chị mở bằng Excel, chọn “Lưu thành” loại .xlsx rồi chọn lại.',
    },
    damaged: {
      what: 'Tệp bị hỏng hoặc tải về chưa đủ.',
      todo: 'Anh/chị tải hoặc xin lại tệp đó.',
    },
    locked: {
      what: 'Tệp có đặt mật khẩu.',
      todo: 'Anh/chị mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại.',
    },
    'too-large': {
      what: 'Tệp quá lớn.',
      todo: 'Anh/chị bỏ ảnh, bỏ bớt trang tính, hoặc chia tệp theo từng xã.',
    },
    'too-many-rows': {
      what: 'Tệp có hơn 60.000 dòng.',
      todo: 'Anh/chị chia tệp theo từng xã hoặc từng tỉnh rồi nhập lần lượt.',
    },
  },
  noList: {
    what: 'Chưa tìm thấy cột họ tên trong tệp.',
    todo: 'Dòng tiêu đề cần có ô “Họ và tên”. Anh/chị thêm tiêu đề rồi chọn lại.',
  },
  preview: (file) => `Xem trước: ${file}`,
  people: (count) => `${count} người trong tệp`,
  outcomes: {
    new: 'mới',
    same: 'không đổi',
    changed: 'có sửa',
    moved: 'chuyển tổ',
    refused: 'chưa nhập được',
    skipped: 'bỏ qua',
  },
  outcome: (outcome, count) =>
    ({
      new: `${count} người mới`,
      same: `${count} người không đổi`,
      changed: `${count} người có sửa`,
      moved: `${count} người chuyển tổ`,
      refused: `${count} dòng chưa nhập được`,
      skipped: `${count} dòng bỏ qua`,
    })[outcome],
  newUnits: (count) => `${count} đơn vị mới`,
  absent: (count) =>
    `${count} người đang có trong sổ nhưng không có trong tệp. Những người này giữ nguyên.`,
  identity: (columns) =>
    `Không đọc và không lưu cột số giấy tờ: ${columns.join(', ')}. Lần sau anh/chị xóa cột này trước khi gửi tệp cho ai.`,
  unread: (columns) => `Cột không dùng đến: ${columns.join(', ')}.`,
  passedOver: (rows) =>
    `Không đọc ${rows.length} dòng dưới dòng tổng cộng hoặc chỗ ký: ${firstOf(
      rows.map(({row, text}) => `dòng ${row} (${text})`),
      (more) => `và ${more} dòng nữa`,
    )}. Dòng nào là thành viên thì anh/chị ghi số thứ tự vào rồi chọn lại tệp.`,
  filledRows: (rows) =>
    `${rows.length} dòng để trống tên đơn vị, đọc theo dòng phía trên: dòng ${firstOf(
      rows.map(String),
      (more) => `và ${more} dòng nữa`,
    )}. Dòng nào không đúng thì anh/chị ghi tên đơn vị vào tệp rồi chọn lại.`,
  hiddenRows: (rows) =>
    `${rows.length} dòng đang bị ẩn trong tệp (do lọc hoặc thu gọn) cũng được đọc: dòng ${firstOf(
      rows.map(String),
      (more) => `và ${more} dòng nữa`,
    )}. Không muốn nhập những dòng ấy thì anh/chị xóa khỏi tệp rồi chọn lại.`,
  sheet: 'Trang tính đang xem',
  otherSheets: (count) =>
    `Tệp còn ${count} trang tính khác có danh sách. Mỗi lần nhập một trang: nhập xong, anh/chị chọn lại tệp này rồi chọn trang khác.`,
  districts: (names) =>
    `Không ghi cấp huyện (${firstOf(names, (more) => `và ${more} nơi khác`)}): từ 1/7/2025 không còn cấp này, sổ ghi theo tỉnh và xã.`,
  oldFont:
    'Tệp gõ bằng phông chữ cũ (.VnTime hoặc VNI). Máy đã đổi sang chữ mới, anh/chị xem lại vài tên.',
  under: 'Danh sách này thuộc',
  underNew: 'Theo như trong tệp',
  seeChanges: (count) => `Xem ${count} người sẽ thay đổi gì`,
  moreChanges: (count) => `và ${count} người nữa`,
  bornShort: 'Năm sinh',
  tailShort: '3 số cuối điện thoại',
  fromTo: (label, before, after) => `${label}: ${before || 'chưa có'} → ${after || 'chưa có'}`,
  comesBack: 'Trở lại tổ từ hôm nay',
  toSee: 'Những dòng cần xem',
  moreToSee: (count) => `Xem tiếp, còn ${count} dòng`,
  formerName: (name) => `(trong sổ: ${name})`,
  rowNumber: (row) => `Dòng ${row}`,
  flaws: {
    'name-missing': 'thiếu họ tên',
    'name-odd': 'họ tên có chữ số hoặc ký hiệu lạ',
    'code-wrong': 'mã thành viên gõ sai',
    'code-unknown': 'trong sổ không có mã này',
    'code-twice': 'mã này có ở hai dòng',
    twice: 'trùng với một dòng ở trên',
    ambiguous: 'trong tổ có nhiều người tên này: cần ghi mã thành viên',
    'unit-missing': 'chưa rõ ở đơn vị nào',
    'unit-twice':
      'trong sổ có nhiều đơn vị tên này: ghi thêm xã hoặc thôn vào tệp, hay chọn ở “Danh sách này thuộc”',
    renamed: 'mã này trong sổ mang tên khác: xem lại cột mã và cột tên có lệch dòng không',
    matched: 'nhận ra theo tên, vì dòng này không ghi mã',
    elsewhere: 'có người trùng tên ở đơn vị khác',
    namesake: 'trùng tên với người đã có, khác năm sinh',
    'birth-odd': 'năm sinh không đọc được, bỏ qua ô này',
    'phone-short': 'số điện thoại không đủ, bỏ qua ô này',
    'role-other': 'vai trò khác: người mới ghi là thành viên, người đã có giữ vai trò cũ',
  },
  skip: 'Bỏ qua dòng này',
  unskip: 'Lấy lại dòng này',
  somebodyNew: 'Là người mới',
  sameAs: (unit) => `Chính là người ở ${unit}`,
  placeRow: 'Chọn đơn vị',
  placeRowNone: 'Chọn một đơn vị…',
  rowUnit: (row) => `Đơn vị của người ở dòng ${row}`,
  rowName: (row) => `Họ và tên, dòng ${row}`,
  apply: (count) => `Nhập ${count} người`,
  applyNothing: 'Không có gì mới để nhập',
  applied: ({fresh, changed, units}) =>
    `Đã nhập: ${fresh} người mới, ${changed} người có thay đổi${units > 0 ? `, ${units} đơn vị mới` : ''}.`,
  nothingNew: 'Tệp này giống hệt danh sách đang có, không có gì để nhập.',

  keepCopy: 'Sao lưu và gộp sổ',
  keepCopyHint:
    'Một tệp giữ cả danh sách, tên đã đặt, mã đã nhận, việc đã giao, báo cáo và buổi học: để dành, để chuyển sang máy khác, để bàn giao cho người sau, hoặc để hai người cùng xã gộp sổ. Tệp có khóa, chỉ mở được bằng cụm từ anh/chị đặt.',
  words: 'Cụm từ khóa tệp',
  wordsHint:
    'Ít nhất 8 chữ, ví dụ bốn từ không liên quan. Quên cụm từ này thì không ai mở lại được tệp.',
  wordsShort: 'Cụm từ cần ít nhất 8 chữ.',
  makeCopy: 'Tạo tệp sao lưu',
  making: 'Đang làm…',
  madeCopy: (file) => `Đã tạo tệp ${file}. Anh/chị cất ở nơi khác ngoài máy này.`,
  openCopy: 'Mở tệp và gộp vào sổ này',
  openCopyHint:
    'Chỗ hai sổ ghi khác nhau thì giữ lần sửa sau. Gộp nhiều lần cũng không bị tính trùng. Có thể hoàn tác phần danh sách.',
  joined: ({changes, codes, tasks, papers}) =>
    `Đã gộp: ${changes} chỗ trong danh sách thay đổi, ${codes} mã mới${tasks > 0 ? `, ${tasks} việc đã giao` : ''}${papers > 0 ? `, ${papers} báo cáo và buổi học` : ''}.`,
  joinedNothing: 'Sổ này đã có đủ mọi thứ trong tệp.',
  joinedNoMore: 'Tệp không có gì mới hơn sổ này.',
  erasedHere: (count) => `Trong tệp có ${count} người hoặc đơn vị đã bị xóa khỏi sổ này`,
  erasedTodo: (names) =>
    `${firstOf(names, (more) => `và ${more} mục nữa`)}. Máy không tự đưa trở lại: nếu xóa nhầm, hoặc đã bấm “Hoàn tác”, anh/chị lấy lại ở đây.`,
  bringBack: (count) => `Lấy lại ${count} mục này`,
  broughtBack: (count) => `Đã lấy lại ${count} người và đơn vị.`,
  copyFlaws: {
    'no-seal': {
      what: 'Đây không phải tệp sao lưu của sổ này, hoặc tệp bị hỏng.',
      todo: 'Anh/chị chọn tệp có đuôi .knsb. Tệp mã của học viên thì nhận ở “Sổ theo dõi”.',
    },
    'wrong-words': {
      what: 'Cụm từ chưa đúng, hoặc tệp bị hỏng trên đường.',
      todo: 'Anh/chị gõ lại cụm từ, để ý chữ hoa và dấu.',
    },
    'cannot-seal': {
      what: 'Trang này không khóa và không mở khóa tệp được.',
      todo: 'Anh/chị mở trang bằng địa chỉ bắt đầu bằng https://.',
    },
    'too-big': {
      what: 'Sổ này lớn quá một tệp sao lưu, nên chưa tạo tệp.',
      todo: 'Anh/chị dùng “Gói gửi lên cấp trên” cho từng xã, chọn có tên: các gói ấy mở lại được trên máy khác.',
    },
    newer: {
      what: 'Tệp do bản ứng dụng mới hơn tạo.',
      todo: 'Anh/chị nối mạng và mở lại trang này để có bản mới.',
    },
  },
  copyName: 'sao-luu-so',
  leftOut: (count) => `Có ${count} mục trong tệp chưa lấy được`,
  leftOutTodo:
    'Những mục khác đã gộp xong, và những gì có sẵn trên máy này vẫn nguyên. Anh/chị xin lại tệp mới rồi mở lần nữa, hoặc tự ghi những mục này vào sổ.',
  leftOutAt: (part, row, whose) =>
    `${part}${row > 0 ? `, dòng ${row}` : ''}${whose ? ` (${whose})` : ''}`,
  leftOutMore: (count) => `Xem ${count} mục còn lại`,
  leftOutUnnamed: (count) => `Và ${count} mục nữa.`,
  leftOutCodes: (count) =>
    `${count} mã tiến độ chưa nhận được. Mã nào còn đọc được thì máy giữ ở phần Sổ theo dõi, mục “Chưa nhận được”.`,
  backupParts: {
    units: 'Đơn vị',
    members: 'Thành viên',
    links: 'Máy của thành viên',
    names: 'Tên đã đặt',
    progress: 'Mã đã nhận',
    receivedAt: 'Ngày nhận mã',
    assignments: 'Việc đã giao',
    papers: 'Báo cáo',
    evenings: 'Buổi học',
  },
  entryFlaws: {
    'no-list': 'cả phần này không đọc được',
    unreadable: 'thiếu thông tin, hoặc thông tin không đọc được',
    'other-key': 'ghi dưới mã của mục khác',
    counter: 'số lần sửa không thể có thật',
    twice: 'trùng với một dòng phía trên',
  },

  passOn: 'Gói gửi lên cấp trên',
  handOut: 'Xuất danh sách',
  handOutText: 'Tệp CSV',
  handOutBook: 'Tệp Excel',
  handedOut: (file) => `Đã tạo tệp ${file}. Sửa trong Excel rồi nhập lại cũng được.`,
  columns: {
    code: 'Mã thành viên',
    name: 'Họ và tên',
    role: 'Vai trò',
    phoneTail: 'Điện thoại (3 số cuối)',
    birth: 'Năm sinh',
    levels: {
      nation: 'Nước',
      province: 'Tỉnh/thành phố',
      district: 'Huyện',
      commune: 'Xã/phường/đặc khu',
      village: 'Thôn/tổ dân phố',
      team: 'Tổ công nghệ số',
    },
  },
  fileName: 'danh-sach',
  sheetName: 'Danh sách',
};
