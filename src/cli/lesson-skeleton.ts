import {stringify} from 'yaml';

/** Stands before everything an author still has to write; `check` names each one as an error. */
export const toWrite = '✎';

/** Ids of a skeleton begin like this. They are sound ids, so that a half-written lesson can be previewed. */
export const idToName = 'dat-ma-';

/** The same day half a year on, or the last of that month where it is shorter. Days as `2026-11-22`. */
function halfYearAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 5, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** A whole lesson, every part of it still to be written. `today` as `2026-11-22`. */
export function lessonSkeleton({
  id,
  title,
  today,
}: {
  readonly id: string;
  readonly title: string | undefined;
  readonly today: string;
}): string {
  const named = title?.replace(/\s+/gu, ' ').trim() || `${toWrite} Tên bài`;
  return `---
id: ${id}
version: "1.0.0"
title: ${stringify(named, {lineWidth: 0}).trim()}
outcome: ${toWrite} làm được việc gì   # nối vào “Sau bài này anh/chị sẽ …”
minutes: 10               # học hết bài mất chừng mấy phút
core: false               # true nếu là bài lõi
codes: [${toWrite}]                # mã năng lực, ví dụ [KN3, DL 2.3]
asOf: ${today}          # nội dung đúng vào ngày này
reviewBy: ${halfYearAfter(today)}      # phải xem lại trước ngày này
reviewedBy: []            # chỉ người thẩm định ghi tên mình vào đây
---

## Vì sao bà con cần

${toWrite} Kể một chuyện ngắn ở xóm mình.

## Các ý chính

${toWrite} Mở đầu bằng một câu.

- **${toWrite} Ý thứ nhất:** viết câu ngắn.
- **${toWrite} Ý thứ hai:** mỗi ý một gạch đầu dòng.
- **${toWrite} Ý thứ ba:** số máy, phí lấy từ facts.

:::demo
1. Tôi làm: ${toWrite} làm chậm, nói to từng bước.
2. Ta cùng làm: ${toWrite} bà con cầm máy, ta nhắc.
3. Bà con tự làm: ${toWrite} ta đứng cạnh, chỉ nhìn.
:::

:::practice
${toWrite} Một việc làm được trong tuần này.
:::

:::memo
1. ${toWrite} Điều cần nhớ nhất.
2. ${toWrite} Điều hay quên.
3. ${toWrite} Vướng thì hỏi ai.
:::

:::question{#${idToName}cau-hoi type=choice rev=1}
${toWrite} Kể một tình huống, rồi hỏi.

Gợi ý: ${toWrite} chỉ hiện khi học viên cần.

- [x] ${toWrite} Điều nên làm. {#${idToName}dung}
  > ${toWrite} Vì sao nên làm thế.
- [ ] ${toWrite} Điều nhiều người tưởng. {#${idToName}tuong}
  > ${toWrite} Vì sao chưa ổn.
- [ ] ${toWrite} Điều hay làm vội. {#${idToName}voi}
  > ${toWrite} Vì sao dễ hỏng việc.
:::
`;
}
