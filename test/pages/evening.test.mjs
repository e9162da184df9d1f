import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answer, lessonFile} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, screen} from './harness.mjs';
import {shownText} from './shown-text.mjs';

const today = () =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(Date.now());

/** Opens the panel with the progress code, copies it as a learner does, and resolves to what was copied. */
async function copyCode(page) {
  await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).first().click();
  await page.getByRole('button', {name: 'Sao chép mã'}).click();
  await page.getByText('Đã sao chép').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

const toLesson = (page, {title}) =>
  page.locator('kns-outline').getByRole('button', {name: title}).last().click();

describe('an evening with the handbook, from the first visit to the trainer', () => {
  let server;
  /** The phone of a new learner. */
  let phone;
  /** The phone of the trainer. */
  let trainer;
  let first;
  let second;
  let page;
  /** Progress codes by the name of whose they are. */
  const codes = new Map();
  /** Who is logged in to the portal. */
  let login = '';
  let doneOn = '';

  before(async () => {
    first = lessonFile('m05-b02');
    second = lessonFile('m07-b02');
    server = await startServer({
      change: (path, bytes) =>
        path === '/portal/strict-csp.html' && login
          ? Buffer.from(
              bytes
                .toString()
                .replace('<kns-course>', `<kns-course learner="${login}" lesson="m07-b02">`),
            )
          : undefined,
    });
    phone = await openBrowser({permissions: ['clipboard-read', 'clipboard-write']});
    trainer = await openBrowser();
  });
  after(async () => {
    await phone?.dispose();
    await trainer?.dispose();
    await server?.close();
  });

  it('begins at the front page and leads a new learner into the first lesson', async () => {
    let errors;
    ({page, errors} = await openPage(phone.context));
    await page.goto(server.url);
    await screen(page, 'evening-01-front');
    await page.getByRole('link', {name: 'Vào học'}).click();
    await courseShown(page);
    await page.getByText('Chưa học').first().waitFor();
    await screen(page, 'evening-02-outline');
    await page.getByText('Đã lưu sẵn để dùng khi không có mạng').waitFor();
    await toLesson(page, first);
    await page.waitForURL(/#\/m05-b02$/);
    await questionAt(page).locator('input').first().waitFor();
    await screen(page, 'evening-03-lesson');
    await screen(page, 'evening-03-lesson-whole', {fullPage: true});
    assert.deepEqual(errors, []);
  });

  it('explains a wrong answer and lets the learner try again', async () => {
    const question = questionAt(page, 0);
    await answer(question, first.questions[0], false);
    await question.getByText('Chưa đúng. Cùng xem lại.').waitFor();
    await question.scrollIntoViewIfNeeded();
    await screen(page, 'evening-04-wrong');
    await question.getByRole('button', {name: 'Làm lại'}).click();
    await answer(question, first.questions[0]);
    await question.getByText('Đúng rồi.').waitFor();
    await screen(page, 'evening-05-right');
  });

  it('goes on when the network goes, in the middle of a lesson', async () => {
    await phone.context.setOffline(true);
    await answer(questionAt(page, 1), first.questions[1], false);
    await questionAt(page, 1).getByRole('button', {name: 'Làm lại'}).click();
    await answer(questionAt(page, 1), first.questions[1]);
    await answer(questionAt(page, 2), first.questions[2], false);
  });

  it('finds its place again after the browser was closed and opened without a network', async () => {
    await phone.close();
    phone = await openBrowser({
      profile: phone.profile,
      offline: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    ({page} = await openPage(phone.context));
    await page.goto(`${server.url}pwa/`);
    const resume = page.getByRole('button', {name: 'Học tiếp'});
    await resume.waitFor();
    await page.getByText('Đang học').first().waitFor();
    await screen(page, 'evening-06-resume-outline');
    await resume.click();
    await page.getByRole('button', {name: 'Làm tiếp câu 3'}).waitFor();
    await screen(page, 'evening-07-resume-lesson');
    await page.getByRole('button', {name: 'Làm tiếp câu 3'}).click();
    const third = questionAt(page, 2);
    await page.waitForFunction(() => {
      let {activeElement} = document;
      while (activeElement?.shadowRoot?.activeElement) ({activeElement} = activeElement.shadowRoot);
      return activeElement?.localName === 'h4' && activeElement.textContent.includes('Câu 3');
    });
    await screen(page, 'evening-08-resume-question');
    await page.getByText(`Anh/chị đã đúng 2/${first.questions.length} câu.`).waitFor();
    await answer(third, first.questions[2]);
  });

  it('completes the lesson without a network and says what comes next', async () => {
    const events = await page.evaluateHandle(() => {
      const heard = [];
      for (const type of ['kns-answered', 'kns-lesson-completed']) {
        document.addEventListener(type, (event) => heard.push(JSON.stringify({type, ...event})));
      }
      return heard;
    });
    for (const [index, spec] of first.questions.entries()) {
      if (index < 3) continue;
      await answer(questionAt(page, index), spec);
    }
    doneOn = today();
    const title = page.getByText('Anh/chị đã hoàn thành bài này.');
    await title.waitFor();
    await title.scrollIntoViewIfNeeded();
    await screen(page, 'evening-09-completed');
    await page.getByRole('button', {name: lessonFile('m05-b03').title}).waitFor();
    const heard = await events.jsonValue();
    const completed = heard
      .map((text) => JSON.parse(text))
      .filter((one) => one.lesson && !one.question);
    assert.equal(completed.length, 1);
    assert.equal(completed[0].lesson, 'm05-b02');
  });

  it('gives the learner a code to send', async () => {
    const code = await copyCode(page);
    assert.match(code, /KNS1\.[0-9A-Z]+/);
    await page.getByText('Mã tiến độ của anh/chị').scrollIntoViewIfNeeded();
    await screen(page, 'evening-10-code');
    codes.set('Nguyễn Thị Lan', code);
    await page.getByRole('button', {name: 'Danh sách bài học'}).click();
    await page.getByText('Đã hoàn thành').waitFor();
    await screen(page, 'evening-11-outline-done');
  });

  it('keeps two people who log in to a portal on this phone apart, and from its owner', async () => {
    await phone.context.setOffline(false);
    const enter = async (id) => {
      login = id;
      await page.goto(`${server.url}portal/strict-csp.html`);
      await questionAt(page).locator('input').first().waitFor();
    };
    const fresh = async () => {
      await page.getByText(`Anh/chị đã đúng 0/${second.questions.length} câu`).waitFor();
      const text = await shownText(page.locator('kns-course'));
      assert.match(text, new RegExp(`Anh/chị đã đúng 0/${second.questions.length} câu`));
      assert.doesNotMatch(text, /Đã làm đúng|Làm tiếp/);
    };
    await enter('hung-5b7e01');
    await fresh();
    for (const [index, spec] of second.questions.entries()) {
      await answer(questionAt(page, index), spec);
    }
    codes.set('Trần Văn Hùng', await copyCode(page));

    await enter('dao-91c4aa');
    await fresh();
    await answer(questionAt(page, 1), second.questions[1], false);
    await questionAt(page, 1).getByRole('button', {name: 'Các lần đã làm'}).click();
    await questionAt(page, 1).locator('.history li').first().waitFor();
    assert.equal(await questionAt(page, 1).locator('.history li').count(), 1);
    await page.getByRole('button', {name: 'Danh sách bài học'}).click();
    await page
      .getByText(/^0\/\d+ bài$/)
      .first()
      .waitFor();
    codes.set('Lê Thị Đào', await copyCode(page));

    await enter('hung-5b7e01');
    await page.getByText('Anh/chị đã hoàn thành bài này.').waitFor();
    assert.equal(new Set(codes.values()).size, 3);
    login = '';
  });

  const chat = (people, extra = '') =>
    people
      .map(
        (name, index) =>
          `[20:${10 + index} ${today()}] ${name} (Tổ 3): Em gửi chị mã ạ 🙏\n“${codes.get(name)}”\nChúc chị ngủ ngon!`,
      )
      .concat(extra)
      .join('\n\n');
  const receive = async (room, text) => {
    await room.getByLabel('Dán cả đoạn trò chuyện Zalo vào đây').fill(text);
    await room.getByRole('button', {name: 'Nhận', exact: true}).click();
    await room
      .locator('kns-inbox')
      .getByText(/^Đã nhận mã của/)
      .waitFor();
  };
  const nameAll = async (room) => {
    // Who is who, the trainer knows by how the codes begin in the conversation.
    const asked = room.locator('kns-inbox .whose li');
    for (const [name, code] of codes) {
      // By its text, never by its place: the list grows shorter while somebody types.
      const one = asked.filter({hasText: code.match(/KNS1\.[0-9A-Z]{12}/)[0]});
      await one.getByLabel('Họ và tên').fill(name);
      await one.getByRole('button', {name: 'Ghi tên'}).click();
      await one.waitFor({state: 'detached'});
      await room.locator('kns-matrix').getByText(name).waitFor();
    }
  };
  const personIn = (room, name) => room.locator('kns-matrix [part=person]').filter({hasText: name});
  /** Opens the lessons of a person, or closes them again. */
  const fold = (person) => person.locator('h4').getByRole('button').click();
  /** What the matrix says of one person, lesson by lesson. */
  const rowOf = async (room, name) => {
    const person = personIn(room, name);
    await fold(person);
    await person.getByText(first.title).waitFor();
    const text = await shownText(person);
    await fold(person);
    return text;
  };
  const expectEvening = async (room) => {
    const lan = await rowOf(room, 'Nguyễn Thị Lan');
    assert.match(lan, new RegExp(`${first.title} Đã hoàn thành ${doneOn}`));
    assert.match(lan, new RegExp(`${second.title} Chưa học`));
    const hung = await rowOf(room, 'Trần Văn Hùng');
    assert.match(hung, new RegExp(`${first.title} Chưa học`));
    assert.match(hung, new RegExp(`${second.title} Đã hoàn thành ${doneOn}`));
    const dao = await rowOf(room, 'Lê Thị Đào');
    assert.match(dao, new RegExp(`${first.title} Chưa học`));
    assert.match(dao, new RegExp(`${second.title} Đang học`));
  };
  let room;

  it('takes the codes out of a pasted conversation and asks once whose each one is', async () => {
    let errors;
    ({page: room, errors} = await openPage(trainer.context));
    await room.goto(`${server.url}trainer/`);
    await room.getByText('Sổ chưa có ai.').waitFor();
    await screen(room, 'evening-12-trainer-empty');
    await receive(room, chat([...codes.keys()]));
    await room.getByText('Mã này của ai?').scrollIntoViewIfNeeded();
    await screen(room, 'evening-13-trainer-whose');
    await nameAll(room);
    await expectEvening(room);
    await room.locator('kns-matrix').scrollIntoViewIfNeeded();
    await screen(room, 'evening-14-trainer-matrix', {fullPage: true});
    assert.deepEqual(errors, []);
  });

  it('shows the same when everything is pasted again in another order', async () => {
    const before = await shownText(room.locator('kns-matrix'));
    await receive(room, chat([...codes.keys()].reverse()));
    await room.getByText(/3 mã đã có từ trước/).waitFor();
    assert.equal(await room.getByText('Mã này của ai?').count(), 0);
    assert.equal(await shownText(room.locator('kns-matrix')), before);
    await room.reload();
    await room.locator('kns-matrix').getByText('Lê Thị Đào').waitFor();
    assert.equal(await shownText(room.locator('kns-matrix')), before);
  });

  it('shows the same on another phone that received one code after the other, the last first', async () => {
    const before = await shownText(room.locator('kns-matrix'));
    const other = await openBrowser();
    try {
      const {page: elsewhere} = await openPage(other.context);
      await elsewhere.goto(`${server.url}trainer/`);
      for (const name of [...codes.keys()].reverse()) await receive(elsewhere, chat([name]));
      await nameAll(elsewhere);
      assert.equal(await shownText(elsewhere.locator('kns-matrix')), before);
    } finally {
      await other.dispose();
    }
  });

  it('names a damaged code with the reason and takes the others in', async () => {
    const other = await openBrowser();
    try {
      const {page: elsewhere} = await openPage(other.context);
      await elsewhere.goto(`${server.url}trainer/`);
      const [lan, ...rest] = codes.keys();
      const code = codes.get(lan);
      const middle = code.length >> 1;
      const wrong =
        code.slice(0, middle) + (code[middle] === '7' ? '8' : '7') + code.slice(middle + 1);
      const text = chat(rest, `Lan: ${wrong}`);
      await receive(elsewhere, text);
      const refused = elsewhere
        .locator('kns-inbox')
        .getByText('Có ký tự trong mã bị sai hoặc thiếu.');
      await refused.waitFor();
      await elsewhere
        .locator('kns-inbox')
        .getByText(/Đã nhận mã của 2 người/)
        .waitFor();
      await elsewhere
        .getByText(wrong.match(/KNS1\.[0-9A-Z]{4}/)[0])
        .first()
        .waitFor();
      await refused.scrollIntoViewIfNeeded();
      await screen(elsewhere, 'evening-15-trainer-damaged');
    } finally {
      await other.dispose();
    }
  });

  it('lets the trainer take a code back: its cells are unknown again, and known when it counts again', async () => {
    const takeBack = room.getByRole('button', {name: /^Không tính mã của Nguyễn Thị Lan/});
    await takeBack.click();
    const lan = personIn(room, 'Nguyễn Thị Lan');
    await fold(lan);
    await lan.getByText('Chưa rõ').first().waitFor();
    assert.doesNotMatch(await shownText(lan), /Đã hoàn thành|Chưa học/);
    await lan.scrollIntoViewIfNeeded();
    await screen(room, 'evening-16-trainer-taken-back');
    await room.getByRole('button', {name: /^Tính lại mã của Nguyễn Thị Lan/}).click();
    await lan.getByText('Đã hoàn thành').waitFor();
    await fold(lan);
    await expectEvening(room);
  });

  it('says of a full table, at a desk, the same as on the phone', async () => {
    await room.setViewportSize({width: 1280, height: 800});
    const table = room.locator('kns-matrix').getByRole('table');
    await table.waitFor();
    const row = table.getByRole('row').filter({hasText: 'Nguyễn Thị Lan'});
    await row.getByText('Đã hoàn thành').waitFor({state: 'attached'});
    assert.match(await shownText(row), new RegExp(`Đã hoàn thành ${doneOn}.*Chưa học`));
    await screen(room, 'evening-17-trainer-desk');
  });
});
