import type {Choice, Doubt, FactView, PreviewState, ShownFact, ShownFlaw} from '../state.js';

const element = <E extends HTMLElement>(id: string): E => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`preview.html has no #${id}.`);
  return found as E;
};

const fileChoice = element<HTMLSelectElement>('file');
const dayChoice = element<HTMLInputElement>('day');
const provinceChoice = element<HTMLSelectElement>('province');
const factsChoice = element<HTMLSelectElement>('facts');
const status = element('status');
const frame = element<HTMLIFrameElement>('frame');
const apart = element<HTMLAnchorElement>('apart');

/** The text of an element, with a class where it has one. */
function made(tag: string, text: string, className = ''): HTMLElement {
  const one = document.createElement(tag);
  one.textContent = text;
  if (className) one.className = className;
  return one;
}

const dayOf = (iso = ''): string => iso.split('-').reverse().join('/');

const doubts: Readonly<Record<Doubt, (fact: ShownFact) => string>> = {
  'no-value': () => 'chưa có giá trị',
  'not-current': () => 'đang chờ xem lại hoặc đã bỏ',
  unverified: () => 'chưa ai kiểm chứng',
  'not-yet': ({since}) => `đến ngày ${dayOf(since)} mới có hiệu lực`,
  over: ({since}) => `hết hiệu lực từ sau ngày ${dayOf(since)}`,
  'review-due': ({since}) => `quá ngày phải xem lại (${dayOf(since)})`,
  unknown: () => 'không có mục này',
};

function flawNote({severity, code, message, column}: ShownFlaw): HTMLElement {
  const note = made('p', '', `flaw ${severity}`);
  const kind = severity === 'error' ? 'Lỗi' : 'Lưu ý';
  note.append(made('b', `${kind} (cột ${column}): `), `${message} `, made('code', `[${code}]`));
  return note;
}

function drawText({text, flaws, choice}: PreviewState) {
  element('text-name').textContent = choice.file || 'Chưa có bài nào';
  const own = flaws.filter(({file}) => file === choice.file);
  const lines = text.replace(/\n$/, '').split('\n');
  element('text').replaceChildren(
    ...lines.map((line, at) => {
      const item = document.createElement('li');
      item.append(made('code', line));
      item.append(...own.filter((flaw) => flaw.line === at + 1).map(flawNote));
      return item;
    }),
  );
}

function drawElsewhere({flaws, choice, groups}: PreviewState) {
  const known = new Set(groups.flatMap(({files}) => files.map(({path}) => path)));
  // What others only have to note can wait until their file is chosen.
  const others = flaws.filter(({file, severity}) => file !== choice.file && severity === 'error');
  element('elsewhere').hidden = others.length === 0;
  element('elsewhere')
    .querySelector('ul')
    ?.replaceChildren(
      ...others.map((flaw) => {
        const item = document.createElement('li');
        const place = `${flaw.file}, dòng ${flaw.line}`;
        if (known.has(flaw.file)) {
          const open = made('button', place) as HTMLButtonElement;
          open.type = 'button';
          open.addEventListener('click', () => {
            fileChoice.value = flaw.file;
            void draw({follow: true});
          });
          item.append(open);
        } else item.append(made('b', place));
        item.append(flawNote(flaw));
        return item;
      }),
    );
}

function drawFacts({facts, provinces, choice}: PreviewState) {
  const section = element('dated');
  section.hidden = facts.length === 0;
  const where = (scope: string): string =>
    provinces.find((province) => province.scope === scope)?.label ?? 'cả nước';
  section.querySelector('dl')?.replaceChildren(
    ...facts.flatMap((fact) => {
      const term = document.createElement('dt');
      term.append(made('code', fact.id));
      const says = made('dd', `“${fact.text}”`);
      const why = fact.doubt
        ? made(
            'dd',
            `Câu dự phòng: ${doubts[fact.doubt](fact)} vào ngày ${dayOf(choice.day)}.` +
              (fact.value && fact.value !== fact.text ? ` Giá trị đang ghi: “${fact.value}”.` : ''),
            'why',
          )
        : made(
            'dd',
            `Có hiệu lực vào ngày ${dayOf(choice.day)}, ${where(fact.scope)}.`,
            'why held',
          );
      return [term, says, why];
    }),
  );
}

let offered = '';

/** A list that somebody has open is not laid anew for nothing. */
function offer({groups, provinces}: PreviewState) {
  const now = JSON.stringify([groups, provinces]);
  if (now === offered) return;
  offered = now;
  fileChoice.replaceChildren(
    ...groups
      .filter(({files}) => files.length > 0)
      .map(({title, files}) => {
        const group = document.createElement('optgroup');
        group.label = title || 'Tệp khác';
        group.append(...files.map((file) => new Option(file.title, file.path)));
        return group;
      }),
  );
  provinceChoice.replaceChildren(
    new Option('Chưa chọn (cả nước)', ''),
    ...provinces.map(({scope, label}) => new Option(label, scope)),
  );
}

function drawChoices(state: PreviewState) {
  offer(state);
  const {choice} = state;
  fileChoice.value = choice.file;
  provinceChoice.value = choice.province;
  dayChoice.value = choice.day;
  factsChoice.value = choice.facts;
}

function drawStatus({build, broken, flaws, choice}: PreviewState) {
  const errors = flaws.filter(({severity}) => severity === 'error').length;
  const notes = flaws.filter(
    ({severity, file}) => severity === 'warning' && file === choice.file,
  ).length;
  status.className = broken ? 'broken' : '';
  status.textContent = broken
    ? `Còn ${errors} lỗi. ${build > 0 ? 'Khung điện thoại đang giữ bản tốt gần nhất.' : ''}`
    : `Không có lỗi. ${notes > 0 ? `Tệp này có ${notes} lưu ý.` : 'Tệp này không có lưu ý.'}`;
}

const address = new URLSearchParams(location.search);

let shown = '';
let lesson = address.get('lesson') ?? '';

/** The frame is left alone unless it would show something else. */
function drawFrame({build, choice, lesson: chosen}: PreviewState) {
  element('nothing').hidden = build > 0;
  if (build === 0) return;
  // A facts file has no page of its own: the lesson that was open shows what it changes.
  lesson = chosen ?? lesson;
  const query = new URLSearchParams({
    lesson,
    day: choice.day,
    province: choice.province,
    facts: choice.facts,
    // Browsers leave out a trip to the address they are on the way to.
    build: String(build),
  });
  const page = `/frame.html?${query}`;
  apart.href = page;
  if (shown === page) return;
  shown = page;
  frame.contentWindow?.location.replace(page);
}

const chosen = (): Choice =>
  first ?? {
    file: fileChoice.value,
    day: dayChoice.value,
    province: provinceChoice.value,
    facts: factsChoice.value as FactView,
  };

/** Whoever loads the page again finds what was chosen, also when the answer was still on its way. */
function remember(choice: Choice) {
  history.replaceState(null, '', `?${new URLSearchParams({...choice, lesson})}`);
}

let asked = 0;

/** Asks what the folder is like now and draws it; a slow answer never covers a newer one. */
async function draw({follow = false} = {}) {
  const mine = ++asked;
  let state: PreviewState;
  try {
    const answer = await fetch(`/state.json?${new URLSearchParams({...chosen()})}`);
    state = (await answer.json()) as PreviewState;
  } catch {
    stopped();
    return;
  }
  if (mine !== asked) return;
  first = undefined;
  element('title').textContent = state.title;
  document.title = `${state.choice.file} · Xem trước`;
  drawChoices(state);
  drawStatus(state);
  drawElsewhere(state);
  drawText(state);
  drawFacts(state);
  drawFrame(state);
  remember(state.choice);
  if (follow) element('text').querySelector('.flaw')?.scrollIntoView({block: 'center'});
}

function stopped() {
  status.className = 'broken';
  status.textContent = 'Lệnh xem trước đã dừng. Chạy lại lệnh, trang này sẽ tự nối lại.';
}

for (const control of [fileChoice, dayChoice, provinceChoice, factsChoice]) {
  control.addEventListener('change', () => {
    remember(chosen());
    void draw();
  });
}

/** What the address says counts until the first answer has filled the choices. */
let first: Choice | undefined = {
  file: address.get('file') ?? '',
  day: address.get('day') ?? '',
  province: address.get('province') ?? '',
  facts: (address.get('facts') ?? 'learner') as FactView,
};
const events = new EventSource('/events');
events.addEventListener('message', () => void draw());
// It opens again by itself once the command runs again, with whatever was saved meanwhile.
events.addEventListener('open', () => void draw());
events.addEventListener('error', stopped);
