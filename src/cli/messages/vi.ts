import type {Messages} from './messages.js';
import {previewVi} from './preview.js';
import {sheetVi, sheetFlawsVi} from './sheet-vi.js';

/** `facts` always bring the names a sentence uses; a missing one shows as a dash. */
const say = (value: string | number | undefined): string => String(value ?? '–');

const bytesOf = (bytes: string | number | undefined): string =>
  `${Number(bytes ?? 0).toLocaleString('vi-VN')} byte`;

const parts: Readonly<Record<string, string>> = {
  answer: 'dòng đáp án, ví dụ “= 12 phút” (để một dòng trống phía trên)',
  list: 'danh sách, mỗi dòng bắt đầu bằng “- ” hoặc “1. ”',
  message: 'tin nhắn, mỗi dòng bắt đầu bằng “> ”',
  number: 'một con số, ví dụ “= 12 phút ± 0”',
  pair: 'dấu “=>” giữa hai vế, và vế phải',
  reply: 'câu trả lời và lượt tiếp theo, ví dụ “- Để tôi hỏi lại -> hoi-lai {#hoi}”',
  says: 'lời nói của lượt này',
  sender: 'người gửi ở dòng đầu, ví dụ “> **Từ:** NGAN HANG ABC”',
  speaker: 'tên người nói và lời nói, ví dụ “- **Tôi:** Để tôi hỏi lại.”',
  stem: 'câu hỏi',
  text: 'chữ',
  'true-false': 'đúng hai dòng “- [x] Đúng” và “- [ ] Sai”',
  turns: 'ít nhất ba lượt, mỗi lượt một tiêu đề “### ten-luot”',
};

const raises: Readonly<Record<string, string>> = {
  patch: 'ít nhất số cuối của version',
  minor: 'ít nhất số giữa của version',
  major: 'số đầu của version',
};

const sections: Readonly<Record<string, string>> = {
  why: 'lý do (tiêu đề “##” thứ nhất)',
  points: 'các ý chính (tiêu đề “##” thứ hai)',
  demo: 'làm mẫu (khối “:::demo”)',
  practice: 'thực hành (khối “:::practice”)',
  memo: 'phiếu nhớ (khối “:::memo”)',
};

export const vi: Messages = {
  flaws: {
    'course-folder-missing': () => 'Không tìm thấy thư mục khóa học. Kiểm tra lại đường dẫn.',
    'file-missing': ({name}) =>
      `Không tìm thấy tệp ${say(name)}. Kiểm tra tên tệp, chữ hoa, chữ thường.`,
    'file-unreadable': ({name, reason}) =>
      `Không đọc được tệp ${say(name)} (${say(reason)}). Kiểm tra quyền đọc và tệp liên kết.`,
    'file-too-large': ({kilobytes, most}) =>
      `Tệp nặng ${say(kilobytes)} kB, quá mức ${say(most)} kB. Tách nhỏ hoặc bỏ bớt.`,
    'file-outside': ({name}) =>
      `${say(name)} dẫn ra ngoài thư mục khóa học. Chép tệp thật vào trong thư mục.`,
    'file-not-text': () => 'Tệp không phải văn bản UTF-8. Lưu lại với bảng mã UTF-8.',
    'hidden-character': ({character}) =>
      `Có ký tự ẩn ${say(character)} mà mắt không thấy. Xóa đoạn này rồi gõ lại bằng tay.`,
    'character-reference': ({words}) =>
      `“${say(words)}” là mã của một ký tự. Gõ thẳng ký tự ấy, hoặc bỏ đi.`,
    'lesson-unlisted': ({name}) =>
      `Bài ${say(name)} chưa có trong course.yaml nên không được đưa vào khóa học. Thêm vào mục lessons.`,
    'yaml-invalid': ({reason}) =>
      `Phần YAML viết chưa đúng (${say(reason)}). Xem lại dấu cách đầu dòng, dấu hai chấm và dấu ngoặc kép.`,
    'yaml-alias': () => 'Không dùng bí danh “*” trong YAML. Viết lại giá trị đầy đủ.',
    'front-matter-missing': () =>
      'Bài phải mở đầu bằng phần thông tin giữa hai dòng “---”. Chép phần đầu của một bài có sẵn.',
    'field-missing': ({field}) => `Thiếu trường “${say(field)}”. Thêm trường này.`,
    'field-unknown': ({field}) =>
      `Không có trường tên “${say(field)}”. Xem lại chính tả hoặc bỏ đi.`,
    'field-invalid': ({field}) =>
      `Giá trị của “${say(field)}” chưa đúng dạng. Xem bảng các trường trong hướng dẫn tác giả.`,
    'version-not-string': ({value}) =>
      `Phiên bản ${say(value)} viết chưa đúng. Đặt trong dấu ngoặc kép, đủ ba số, ví dụ "1.0.0".`,
    'day-unreal': ({day}) =>
      `Lịch không có ngày ${say(day)}. Sửa lại ngày, theo dạng năm-tháng-ngày.`,
    'lesson-misplaced': ({lesson, name}) =>
      `Mã bài “${say(lesson)}” không khớp với ${say(name)}. Bài m05-b02 phải nằm ở m05/b02.md.`,
    'lesson-duplicate': ({lesson}) => `“${say(lesson)}” được kê hai lần. Giữ lại một chỗ.`,
    'milestone-lesson-unknown': ({lesson, milestone}) =>
      `Mốc “${say(milestone)}” nhắc bài “${say(lesson)}” không có trong khóa học. Sửa mã bài.`,
    'passage-too-long': ({most}) =>
      `Đoạn này dài quá ${say(most)} chữ cái mà không có dòng trống. Tách đoạn bằng một dòng trống.`,
    'nested-too-deep': () =>
      'Danh sách, trích dẫn hoặc khối “:::” lồng nhau quá sâu. Viết lại thành các đoạn riêng.',
    'directive-unknown': ({name}) =>
      `Không có khối “:::${say(name)}”. Dùng steps, demo, practice, memo, chat hoặc question.`,
    'directive-unclosed': ({name}) =>
      `Khối “:::${say(name)}” chưa đóng. Thêm một dòng “:::” ở cuối khối.`,
    'directive-nested': ({name}) =>
      `Khối “:::${say(name)}” nằm trong một khối khác. Có lẽ khối phía trên chưa đóng: thêm một dòng “:::” trước dòng này.`,
    'directive-malformed': () =>
      'Dòng này giống một khối nhưng viết chưa đúng. Viết ba dấu hai chấm liền tên khối, ví dụ “:::demo”.',
    'attribute-unknown': ({attribute}) =>
      `Khối question không có thuộc tính “${say(attribute)}”. Chỉ dùng #ma, type, safety, rev.`,
    unsupported: ({what}) =>
      `Bài học không hiện được phần này (${say(what)}). Viết lại bằng đoạn văn, danh sách hoặc khối “:::”.`,
    'section-missing': ({section}) =>
      `Bài còn thiếu phần ${sections[say(section)] ?? say(section)}. Thêm phần này.`,
    'section-doubled': ({section}) =>
      `Phần ${sections[say(section)] ?? say(section)} có hai lần. Gộp lại làm một.`,
    'section-stray': () =>
      'Đoạn này không thuộc phần nào. Đưa vào dưới tiêu đề “##” hoặc vào trong một khối “:::”.',
    'link-forbidden': ({link}) =>
      `Liên kết ${say(link)} không nằm trong danh sách cho phép. Chỉ dùng https và tên miền kê ở mục links của course.yaml.`,
    'question-type-unknown': ({type}) =>
      `Không có loại câu hỏi “${say(type)}”. Dùng choice, choices, true-false, ordering, matching, numeric, fill-in, spot hoặc scenario.`,
    'question-part-missing': ({part}) =>
      `Còn thiếu ${parts[say(part)] ?? say(part)}. Viết thêm vào đây.`,
    'question-stray': () =>
      'Đoạn này thừa trong câu hỏi hoặc nằm sai chỗ. Gộp danh sách làm một, đưa chữ lên phần câu hỏi phía trên.',
    'rev-invalid': ({question}) =>
      `Số rev của câu “${say(question)}” phải từ 1 đến số đầu của phiên bản bài. Sửa rev hoặc nâng phiên bản.`,
    'option-without-id': () => 'Chưa có mã. Thêm mã ngắn, không dấu ở cuối dòng, ví dụ {#hoi-lai}.',
    'option-without-why': ({option}) =>
      `“${say(option)}” chưa có lời giải thích. Thêm một dòng “> …” nói vì sao đúng hoặc chưa đúng.`,
    'options-too-few': ({question}) =>
      `Câu “${say(question)}” có quá ít phương án. Thêm ít nhất một phương án nữa.`,
    'right-option-missing': ({question}) =>
      `Câu “${say(question)}” chưa có đáp án đúng. Đánh dấu [x] hoặc dấu + cho đáp án đúng.`,
    'right-option-doubled': ({question}) =>
      `Câu “${say(question)}” có nhiều đáp án đúng. Để lại một, hoặc đổi type thành choices.`,
    'spot-mark-invalid': () =>
      'Đoạn đánh dấu viết chưa đúng. Viết [[chữ đáng ngờ]]{#ma +} hoặc [[chữ bình thường]]{#ma}.',
    'spot-reason-stray': ({id}) =>
      `Lời giải thích “${say(id)}” không ứng với đoạn nào được đánh dấu. Bắt đầu dòng bằng {#ma} của đoạn đó.`,
    'scenario-lost': ({turn, to}) =>
      `Ở lượt “${say(turn)}”, câu trả lời dẫn tới “${say(to)}” không có. Sửa tên lượt sau dấu “->”.`,
    'scenario-unreached': ({turn}) =>
      `Không câu trả lời nào dẫn tới lượt “${say(turn)}”. Nối vào hoặc bỏ lượt này.`,
    'scenario-stuck': ({turn}) =>
      `Từ lượt “${say(turn)}” không còn đường tới kết thúc tốt. Thêm một câu trả lời quay lại.`,
    'id-invalid': ({id}) =>
      `Mã “${say(id)}” viết chưa đúng. Chỉ dùng chữ thường không dấu, số và gạch nối, dài tối đa 48 ký tự.`,
    'id-duplicate': ({id, line}) => `Mã “${say(id)}” đã dùng ở dòng ${say(line)}. Đặt mã khác.`,
    'picture-invalid': () => 'Hình không phải SVG hợp lệ có viewBox. Xuất lại hình từ phần mềm vẽ.',
    'picture-element': ({element}) =>
      `Hình dùng phần tử <${say(element)}> không được phép. Đổi thành path hoặc hình cơ bản.`,
    'picture-attribute': ({attribute, value}) =>
      `Hình dùng thuộc tính ${say(attribute)}="${say(value)}" không được phép. Tô màu bằng class, không ghi màu trực tiếp.`,
    'picture-text': () => 'Hình không được chứa chữ. Đưa chữ vào lời mô tả hoặc chú thích.',
    'picture-too-large': () => 'Hình có quá nhiều nét. Vẽ lại đơn giản hơn.',
    'picture-alt-missing': ({name}) =>
      `Hình ${say(name)} chưa có lời mô tả. Viết trong ngoặc vuông điều người khiếm thị cần biết.`,
    'recording-stray': ({name}) =>
      `${say(name)} không có bài nào bên cạnh. Đặt tên như bài, ví dụ b02.audio.yaml cạnh b02.md.`,
    'recording-name': ({name, stem}) =>
      `Tên ${say(name)} chưa đúng. Đặt tệp âm thanh cạnh bài, tên ${say(stem)}-ten.mp3, chữ thường không dấu; được dùng ogg, opus, mp3, m4a, wav.`,
    'recording-not-sound': ({name}) =>
      `${say(name)} không phải âm thanh như đuôi tệp nói. Xuất lại tệp từ máy ghi âm.`,
    'recording-nowhere': ({section, block}) =>
      `Bài không có khối ${say(block)} trong phần “${say(section)}”. Đếm lại từ 1, hoặc bỏ dòng block.`,
    'recording-doubled': ({line}) =>
      `Đoạn này hoặc tệp này đã có ở dòng ${say(line)}. Bỏ một trong hai.`,
    'token-unknown': ({token}) =>
      `Không có mục “${say(token)}” trong thư mục facts. Sửa tên hoặc thêm mục này.`,
    'token-in-link': ({token}) =>
      `Mục “${say(token)}” không được nằm trong chữ của liên kết. Đưa ra ngoài.`,
    'fact-scope': ({scope, name}) =>
      `Phạm vi “${say(scope)}” không khớp với tên tệp ${say(name)}. Chuyển mục này sang tệp đúng.`,
    'scope-unknown': ({scope}) =>
      `Không có tỉnh mang mã “${say(scope)}”. Sửa scope, hoặc kê tỉnh này ở mục provinces của course.yaml.`,
    'fact-not-national': ({fact}) =>
      `Mục “${say(fact)}” chỉ có ở tệp của tỉnh. Thêm mục cùng tên vào facts/vn.yaml để ai chưa chọn tỉnh cũng đọc được.`,
    'fact-person': ({words}) =>
      `“${say(words)}” giống số riêng của một người hoặc số tài khoản. Bỏ đi, chỉ ghi số của cơ quan.`,
    'fact-link': ({words}) =>
      `“${say(words)}” là link rút gọn hoặc tệp cài đặt. Ghi địa chỉ đầy đủ của trang chính thức.`,
    'fact-site': ({site}) =>
      `Trang ${say(site)} không nằm trong danh sách cho phép. Kiểm tra địa chỉ, rồi kê tên miền ở mục links của course.yaml.`,
    'fact-without-source': ({fact}) =>
      `Mục “${say(fact)}” có con số mà chưa có nguồn. Thêm ít nhất một nguồn vào sources.`,
    'fallback-digits': ({digits}) =>
      `Câu dự phòng có số “${say(digits)}”, mà câu này hiện cả khi số đã hỏng. Viết lại không có số.`,
    'former-name-present': ({name}) =>
      `Tên cũ “${say(name)}” giống hệt tên đang dùng. Bỏ dòng này trong formerly.`,
    'name-lesson-unknown': ({lesson, now}) =>
      `Tên “${say(now)}” dẫn tới bài “${say(lesson)}” không có trong khóa học. Sửa mã bài.`,
    'fact-unused': ({fact}) =>
      `Chưa bài nào dùng mục “${say(fact)}”. Viết {{${say(fact)}}} vào bài cần đến, hoặc bỏ mục này.`,
    'fact-without-value': ({fact}) =>
      `Mục “${say(fact)}” chưa có giá trị nên bài sẽ hiện câu dự phòng. Bổ sung khi có nguồn.`,
    'fact-unverified': ({fact}) =>
      `Mục “${say(fact)}” chưa được kiểm chứng nên bài sẽ hiện câu dự phòng. Kiểm chứng rồi ghi verifiedOn.`,
    'fact-expired': ({fact}) =>
      `Mục “${say(fact)}” đã quá hạn nên bài sẽ hiện câu dự phòng. Kiểm tra lại rồi sửa reviewBy.`,
    unwritten: () => 'Chỗ có dấu ✎ còn phải viết. Thay cả dấu và lời gợi ý bằng chữ của anh/chị.',
    unnamed: ({id}) =>
      `Mã “${say(id)}” là mã mẫu. Đặt mã riêng, ngắn, không dấu, nói được ý, ví dụ {#hoi-lai}.`,
    'digits-outside-token': ({digits}) =>
      `“${say(digits)}” giống số điện thoại. Đưa số vào facts rồi dùng {{ten_muc}} để còn sửa được.`,
    'wording-forbidden': ({words, instead}) =>
      `“${say(words)}” là cách gọi cũ. Viết lại, ví dụ: ${say(instead)}.`,
    'wrong-option-commands': ({verb}) =>
      `Phương án sai của câu an toàn không được mở đầu bằng lời sai khiến “${say(verb)}”. Viết thành điều ai đó nghĩ hoặc một tình huống.`,
    'right-option-longest': ({count, total}) =>
      `${say(count)}/${say(total)} câu có đáp án đúng dài nhất, người học dễ đoán. Viết các phương án dài gần bằng nhau.`,
    'sentences-long': ({average, most, longest}) =>
      `Câu trung bình ${say(average)} tiếng, nên dưới ${say(most)}. Câu ở đây dài ${say(longest)} tiếng: tách làm hai.`,
    'sentence-long': ({syllables, most}) =>
      `Câu này dài ${say(syllables)} tiếng, quá ${say(most)}. Tách làm hai.`,
    'sentence-shared': ({name, line}) =>
      `Câu này đã có ở ${say(name)} dòng ${say(line)}. Viết lại bằng lời khác.`,
    'review-due': ({day}) => `Bài đã quá hạn xem lại (${say(day)}). Đọc lại bài rồi sửa reviewBy.`,
    'review-missing': () =>
      'Bài chưa ai thẩm định nên sẽ hiện là bản nháp. Ghi tên vào reviewedBy khi có người duyệt.',
    'slots-invalid': ({name}) =>
      `“${say(name)}” không phải tên hợp lệ. Lấy lại slots.json của bản phát hành trước.`,
    'slots-doubled': ({name}) =>
      `“${say(name)}” có hai lần. Lấy lại slots.json của bản phát hành trước.`,
    'slots-changed': () =>
      'slots.json đã bị sửa bằng tay. Lấy lại tệp của bản phát hành trước, lệnh build sẽ tự thêm tên mới.',
    'slots-moved': ({name, place, now}) =>
      `“${say(name)}” phải ở vị trí ${say(place)} nhưng nay ở ${say(now)}. Lấy lại slots.json của bản phát hành trước.`,
    'slots-removed': ({name, place}) =>
      `“${say(name)}” ở vị trí ${say(place)} đã bị xóa. Lấy lại slots.json của bản phát hành trước.`,
    'lesson-gone': ({lesson}) =>
      `Bài “${say(lesson)}” từng phát hành nay không còn. Nếu chỉ đổi mã, trả lại mã cũ. Nếu bỏ hẳn bài thì không cần làm gì.`,
    'question-gone': ({question}) =>
      `Câu “${say(question)}” từng có trong bài nay không còn. Nếu chỉ đổi mã, trả lại mã cũ. Nếu bỏ hẳn câu thì không cần làm gì.`,
    'id-changed': ({id, former}) =>
      `Mã “${say(former)}” của bản phát hành trước đã đổi thành “${say(id)}”. Trả lại mã cũ để giữ câu trả lời của học viên.`,
    'meaning-changed': ({question}) =>
      `Câu “${say(question)}” đã đổi đáp án, loại câu hoặc phương án so với bản phát hành trước. Nâng số đầu của version, rồi ghi rev bằng số ấy.`,
    'version-lowered': ({version, major}) =>
      `Phiên bản ${say(version)} thấp hơn bản ${say(major)} đã phát hành. Ghi lại số đầu ít nhất là ${say(major)}.`,
    'rev-lowered': ({question, rev}) =>
      `Số rev của câu “${say(question)}” thấp hơn ${say(rev)} đã phát hành. Ghi lại ít nhất là ${say(rev)}.`,
    'translation-behind': ({version, now}) =>
      `Bản dịch theo bản ${say(version)}, bài gốc nay là ${say(now)} nên bản dịch chưa được đưa vào. Dịch phần đã đổi rồi ghi lại version.`,
    'translation-differs': ({question}) =>
      `Câu “${say(question)}” của bản dịch không khớp bài gốc. Giữ đủ các câu, cùng mã, cùng type, rev, safety, cùng phương án và đáp án đúng.`,
    'lessons-heavy': ({bytes, most}) =>
      `Trung bình mỗi bài nặng ${bytesOf(bytes)}, không kể hình, nên dưới ${bytesOf(most)}. Viết gọn lại những bài nặng nhất.`,
    'picture-heavy': ({bytes, most}) =>
      `Hình nặng ${bytesOf(bytes)}, nên dưới ${bytesOf(most)}. Bớt nét, làm tròn số trong SVG.`,
    'pictures-heavy': ({bytes, most}) =>
      `Hình của bài nặng ${bytesOf(bytes)}, nên dưới ${bytesOf(most)}. Bỏ bớt hình hoặc vẽ ít nét hơn.`,
    'course-heavy': ({bytes, most}) =>
      `Cả khóa học nặng ${bytesOf(bytes)}, không kể hình, nên dưới ${bytesOf(most)}. Viết gọn lại những bài nặng nhất.`,
    ...sheetFlawsVi,
    'lesson-invalid': ({path, reason}) =>
      `Bài chưa hợp lệ ở “${say(path)}” (${say(reason)}). Xem lại phần này theo hướng dẫn tác giả.`,
    'course-invalid': ({path, reason}) =>
      `Khóa học chưa hợp lệ ở “${say(path)}” (${say(reason)}). Xem lại course.yaml.`,
    'build-unreadable': ({name}) =>
      `Không đọc được ${say(name)} của bản đã tạo. Chọn một thư mục do lệnh build tạo, còn đủ tệp.`,
    'out-foreign': ({name}) =>
      `Thư mục ${say(name)} có tệp khác, không phải do lệnh build tạo. Chọn một thư mục trống.`,
  },
  differences: {
    'course-other': ({former, id}) =>
      `Đây là hai khóa học khác nhau: “${say(former)}” và “${say(id)}”. Chọn hai bản của cùng một khóa.`,
    'course-changed': ({field, former, now}) =>
      `“${say(field)}” đổi từ “${say(former)}” thành “${say(now)}”.`,
    'course-version-kept': ({version}) =>
      `Khóa học có thay đổi nhưng vẫn ghi phiên bản ${say(version)}. Nâng version trong course.yaml.`,
    'milestone-added': ({milestone}) => `Thêm mốc “${say(milestone)}”.`,
    'milestone-removed': ({milestone}) =>
      `Bỏ mốc “${say(milestone)}”. Ai đã đạt thì kết quả vẫn giữ.`,
    'milestone-changed': ({milestone}) => `Mốc “${say(milestone)}” thay đổi.`,
    'milestone-kept': ({milestone}) =>
      `Mốc “${say(milestone)}” đổi danh sách bài mà giữ nguyên version. Ai đã đạt vẫn là đã đạt; muốn mọi người đạt lại thì nâng version của mốc.`,
    'slots-new': ({lessons, questions}) =>
      `Mã tiến độ có thêm ${say(lessons)} chỗ cho bài và mốc, ${say(questions)} chỗ cho câu hỏi. Chỗ cũ giữ nguyên.`,
    'slots-broken': ({name}) =>
      `“${say(name)}” không còn ở chỗ cũ trong mã tiến độ. Lấy lại slots.json của bản phát hành trước.`,
    'facts-added': ({scope}) => `Thêm các mục của ${say(scope)}.`,
    'facts-removed': ({scope}) => `Bỏ các mục của ${say(scope)}.`,
    'fact-added': ({fact, scope}) => `Thêm mục “${say(fact)}” (${say(scope)}).`,
    'fact-removed': ({fact, scope}) => `Bỏ mục “${say(fact)}” (${say(scope)}).`,
    'fact-changed': ({fact, scope, fields}) =>
      `Mục “${say(fact)}” (${say(scope)}) đổi ${say(fields)}. Máy có mạng sẽ hiện ngay, không cần nâng phiên bản bài.`,
    'statement-added': ({statement}) => `Tự đánh giá: thêm câu “${say(statement)}”.`,
    'statement-removed': ({statement}) => `Tự đánh giá: bỏ câu “${say(statement)}”.`,
    'statement-words': ({statement}) =>
      `Tự đánh giá: câu “${say(statement)}” đổi chữ. Câu trả lời cũ vẫn được đối chiếu.`,
    'statement-meaning': ({statement}) =>
      `Tự đánh giá: câu “${say(statement)}” đổi rev. Câu trả lời cũ thôi được đối chiếu.`,
    'steps-changed': () =>
      'Tự đánh giá: các bậc đổi mã hoặc đổi thứ tự, câu trả lời cũ sẽ bị hiểu sai. Trả lại các bậc cũ, hoặc nâng rev của mọi câu.',
    'lesson-added': ({title}) => `Bài mới “${say(title)}”.`,
    'lesson-removed': ({title}) => `Bỏ bài “${say(title)}”.`,
    'lesson-moved': ({module}) => `Chuyển sang chuyên đề “${say(module)}”.`,
    'head-changed': ({field}) => `“${say(field)}” ở đầu bài thay đổi.`,
    'section-changed': ({section}) => `Phần ${sections[say(section)] ?? say(section)} thay đổi.`,
    'question-added': ({question}) => `Thêm câu “${say(question)}”.`,
    'question-removed': ({question}) => `Bỏ câu “${say(question)}”.`,
    'question-words': ({question}) => `Câu “${say(question)}” đổi chữ, nghĩa giữ nguyên.`,
    'question-safety': ({question}) =>
      `Câu “${say(question)}” đổi thành câu an toàn hoặc thôi là câu an toàn.`,
    'question-meaning': ({question}) =>
      `Câu “${say(question)}” đổi đáp án, loại câu hoặc phương án; rev đã nâng.`,
    'question-again': ({question, rev}) =>
      `Câu “${say(question)}” nâng rev lên ${say(rev)} mà nghĩa không đổi, người đã xong sẽ bị hỏi lại. Giữ rev cũ nếu không cố ý.`,
    'option-added': ({question, option}) =>
      `Câu “${say(question)}” thêm phương án “${say(option)}”.`,
    'option-removed': ({question, option}) =>
      `Câu “${say(question)}” bỏ phương án “${say(option)}”.`,
    'id-changed': ({id, former}) =>
      `Mã “${say(former)}” đổi thành “${say(id)}” mà chữ giữ nguyên. Trả lại mã cũ để giữ câu trả lời của học viên.`,
    'meaning-kept-version': ({question}) =>
      `Câu “${say(question)}” đổi đáp án, loại câu hoặc phương án mà không nâng phiên bản. Nâng số đầu của version, rồi ghi rev bằng số ấy.`,
    'version-kept': ({version, raise}) =>
      `Bài thay đổi mà vẫn ghi phiên bản ${say(version)}. Nâng ${raises[say(raise)] ?? say(raise)}.`,
    'version-low': ({version, raise}) =>
      `Phiên bản ${say(version)} nâng chưa đủ. Nâng ${raises[say(raise)] ?? say(raise)}.`,
    'version-lowered': ({version, former}) =>
      `Phiên bản ${say(version)} thấp hơn bản trước ${say(former)}. Ghi số cao hơn.`,
    'rev-lowered': ({question, rev}) =>
      `Số rev của câu “${say(question)}” thấp hơn bản trước (${say(rev)}). Ghi lại ít nhất là ${say(rev)}.`,
  },
  effects: {
    added: () => 'Chưa ai học bài này. Mốc ai đã đạt vẫn là đã đạt.',
    removed: () => 'Bài không hiện nữa. Ai đã xong thì kết quả vẫn giữ.',
    kept: () => 'Ai đã xong bài này vẫn là đã xong, không phải học lại.',
    again: (again) =>
      `Ai đã xong bài này vẫn là đã xong; vòng tròn sẽ hiện “đã học bản cũ – có nội dung mới”.${
        again === '' ? '' : ` Câu phải trả lời lại: ${again}.`
      }`,
  },
  courseDiffers: 'Cả khóa học',
  lessonDiffers: ({lesson, former, now, needs}) =>
    `Bài ${lesson}${former && now ? ` (${former} → ${now})` : ''}${
      needs === 'none' ? '' : `, cần nâng ${raises[needs] ?? needs}`
    }`,
  noDifference: 'Hai bản giống hệt nhau.',
  notCompared: (path) => `Chưa so sánh được: ${path} còn lỗi.`,
  severity: {error: 'lỗi', warning: 'lưu ý'},
  usage: `Cách dùng:
  kynangso check <thư-mục-khóa-học>                 tìm mọi lỗi, không ghi gì
  kynangso build <thư-mục-khóa-học> --out <thư-mục>  tạo các tệp cho trang web
  kynangso preview <thư-mục-khóa-học> [--port N]     xem bài trên khung điện thoại, lưu là thấy ngay
  kynangso new lesson <thư-mục-khóa-học> <mã-bài>    tạo một bài mẫu để viết tiếp
  kynangso diff <bản-cũ> <bản-mới>                   so hai bản: đổi gì, ai phải học lại
  kynangso spreadsheet <thư-mục-khóa-học> --province VN-48 --out <tệp.xlsx>
                                                     lấy các mục của tỉnh ra bảng tính (cả nước: --country)
  kynangso spreadsheet <thư-mục-khóa-học> --province VN-48 --in <tệp.xlsx>
                                                     đưa bảng đã sửa trở lại tệp facts

Tùy chọn:
  --json               in kết quả dạng JSON
  --release            bản phát hành: bài chưa thẩm định là lỗi
  --against <tệp>      so vị trí và mã với course.json của bản phát hành trước
  --title <tên>        tên bài mới
  --module <mã>        chuyên đề của bài mới; chưa có thì mở
  --lang vi|en         ngôn ngữ của thông báo`,
  unknownCommand: (command) => `Không có lệnh “${command}”.`,
  missingOption: (option) => `Lệnh này cần ${option}.`,
  summary: (errors, warnings) => `${errors} lỗi, ${warnings} lưu ý.`,
  written: (out, lessons) => `Đã tạo ${lessons} bài trong ${out}.`,
  notWritten: 'Chưa ghi gì. Sửa các lỗi trên rồi chạy lại.',
  slotsWritten: 'Đã thêm tên mới vào slots.json. Lưu tệp này cùng khóa học.',
  preview: previewVi,
  sizes: {
    heading: 'Dung lượng khi gửi qua mạng (nén brotli), cả hình / không hình:',
    lesson: ({id, whole, withoutPictures}) =>
      `  ${id}  ${bytesOf(whole)} / ${bytesOf(withoutPictures)}`,
    average: ({whole, withoutPictures}) =>
      `  Trung bình một bài: ${bytesOf(whole)} / ${bytesOf(withoutPictures)}`,
    course: ({whole, withoutPictures}) =>
      `  Cả khóa học: ${bytesOf(whole)} / ${bytesOf(withoutPictures)}`,
  },
  notBegun: {
    'id-malformed': ({id}) =>
      `Mã bài “${say(id)}” viết chưa đúng. Chỉ dùng chữ thường không dấu, số, gạch nối, ví dụ m05-b05.`,
    'id-taken': ({id}) => `Mã bài “${say(id)}” đã có bài dùng. Chọn mã khác.`,
    'id-published': ({id}) =>
      `Mã bài “${say(id)}” từng phát hành, câu trả lời cũ vẫn ghi theo mã ấy. Chọn mã khác.`,
    'file-taken': ({name}) =>
      `Đã có tệp ${say(name)}. Chọn mã khác, hoặc kê bài ấy vào course.yaml.`,
    'module-missing': ({id}) =>
      `Chưa có chuyên đề nào cho bài “${say(id)}”. Bài m05-b02 thuộc chuyên đề m05. Mở chuyên đề mới thì thêm --module.`,
    'module-foreign': ({id, module}) =>
      `Bài “${say(id)}” không thuộc chuyên đề “${say(module)}”. Mã bài phải bắt đầu bằng mã chuyên đề và dấu gạch nối.`,
    unwritable: ({name, reason}) =>
      `Không ghi được ${say(name)} (${say(reason)}). Kiểm tra quyền ghi vào thư mục.`,
  },
  lessonBegun: (file, folder) => `Đã tạo bài mới ở ${file} và kê vào course.yaml.
Việc tiếp theo:
  1. Mở ${file}. Thay mọi chỗ có dấu ✎ bằng lời của anh/chị, đổi các mã bắt đầu bằng dat-ma-.
  2. Chạy kynangso check ${folder} để xem còn thiếu gì.`,
  sheet: sheetVi,
};
