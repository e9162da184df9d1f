import type {Course} from '../../src/curriculum/course.js';
import {chooseProvince, chosenProvince} from './province.js';

/** “Đà Nẵng (gồm Quảng Nam cũ)”: people still say the name their place had. */
function labelOf({name = '', aliases = []}: Course['facts'][number]): string {
  const former = aliases.map((alias) => alias.name).join(', ');
  return former ? `${name} (gồm ${former} cũ)` : name;
}

/** Draws into `place` the choice of the provinces whose facts the course brings; nothing where it brings none. */
export function offerProvinces({facts}: Course, course: HTMLElement, place: HTMLElement): void {
  const provinces = facts.filter(({name}) => name);
  if (provinces.length === 0) return;
  const select = document.createElement('select');
  select.append(new Option('Chưa chọn', ''));
  const collator = new Intl.Collator('vi');
  for (const {scope, label} of provinces
    .map((pack) => ({scope: pack.scope, label: labelOf(pack)}))
    .sort((a, b) => collator.compare(a.label, b.label))) {
    select.append(new Option(label, scope));
  }
  select.value = chosenProvince();
  // A province the course no longer names: the facts are the country's, and the choice says so.
  if (select.selectedIndex < 0) select.value = '';
  select.addEventListener('change', () => {
    chooseProvince(select.value);
    course.setAttribute('province', select.value);
  });
  const label = document.createElement('label');
  label.append('Tỉnh, thành phố của anh/chị', select);
  const why = document.createElement('small');
  why.textContent =
    'Chọn một lần. Bài học sẽ dùng số điện thoại, tên gọi đã kiểm chứng ở nơi mình.';
  place.replaceChildren(label, why);
}
