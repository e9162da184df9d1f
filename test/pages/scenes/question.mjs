import {answer, enter, lessonFile, press} from '../answering.mjs';
import {questionAt, words} from '../harness.mjs';
import {plain} from '../stage/course.mjs';
import {cut, denyStorage, fillUp, stalled} from '../stage/faults.mjs';
import {ask, specOf, types} from '../stage/nine-types.mjs';
import {begun, says} from '../stage/stage.mjs';

/** A question of the course as it was built, alone on its page. */
const alone = (lesson, question) =>
  `<kns-course><kns-question lesson="${lesson}" question="${question}"></kns-question></kns-course>`;

async function asked(stage, type) {
  const page = await ask(stage, type);
  await questionAt(page).locator('input, .option, .line, .reply').first().waitFor();
  return page;
}

async function entered(stage, type, right = true) {
  const page = await asked(stage, type);
  await enter(questionAt(page), specOf(type), right);
  return page;
}

async function answered(stage, type, right, reply) {
  const page = await asked(stage, type);
  await answer(questionAt(page), specOf(type), right);
  return says(page, reply);
}

const send = (page) => page.getByRole('button', {name: words.answer}).click();

async function partly(page) {
  await send(page);
  return says(page, 'Gần đúng rồi.');
}

const ofTypes = Object.fromEntries(
  types.flatMap((type) => [
    [`${type}-asked`, (stage) => asked(stage, type)],
    [`${type}-entered`, (stage) => entered(stage, type)],
    [`${type}-right`, (stage) => answered(stage, type, true, 'Đúng rồi.')],
    [`${type}-wrong`, (stage) => answered(stage, type, false, 'Cùng xem lại.')],
  ]),
);

async function nudged(stage, type, prepare) {
  const page = await asked(stage, type);
  await prepare?.(page);
  await send(page);
  await page.locator('.nudge:not(.none)').waitFor();
  return page;
}

export default {
  'kns-question': {
    ...ofTypes,

    async loading(stage) {
      await stalled(stage, `**/${lessonFile('m07-b02').name}`);
      return says(await stage.show(alone('m07-b02', 'otp-tu-den')), 'Đang mở sổ tay…');
    },

    async unreachable(stage) {
      await cut(stage, `**/${lessonFile('m07-b02').name}`);
      return says(await stage.show(alone('m07-b02', 'otp-tu-den')), 'Bài này chưa tải về được');
    },

    missing: async (stage) => says(await stage.show(alone('m07-b02', 'none')), 'Mã: question-'),

    async fetching(stage) {
      await stalled(stage, '**/c/ordering-*.js');
      return says(await ask(stage, 'ordering'), 'Đang mở sổ tay…');
    },

    async 'part-missing'(stage) {
      await cut(stage, '**/c/ordering-*.js');
      return says(await ask(stage, 'ordering'), 'Một phần của trang chưa tải về được');
    },

    async 'choices-partly'(stage) {
      const page = await asked(stage, 'choices');
      await page.getByText(plain(specOf('choices').options[0].text), {exact: true}).click();
      return partly(page);
    },

    async 'ordering-partly'(stage) {
      const page = await entered(stage, 'ordering');
      await page.locator(`#up-${specOf('ordering').items.at(-1).id}`).click();
      return partly(page);
    },

    async 'matching-partly'(stage) {
      const [first, second, ...others] = specOf('matching').pairs;
      const page = await asked(stage, 'matching');
      const match = async (left, right) => {
        const line = page.locator(`[data-left="${left}"]`);
        const opener = line.locator('.left');
        if ((await opener.getAttribute('aria-expanded')) !== 'true') await opener.click();
        await line.locator(`.match:has(#right-${right})`).click();
        await line.locator('.slot.filled').waitFor();
      };
      for (const {id} of others) await match(id, id);
      await match(first.id, second.id);
      await match(second.id, first.id);
      return partly(page);
    },

    async 'numeric-within'(stage) {
      const spec = lessonFile('m05-b04').questions.find(({id}) => id === 'dat-han-muc');
      const page = await stage.show(alone('m05-b04', spec.id));
      await answer(questionAt(page), spec);
      return page;
    },

    async 'spot-partly'(stage) {
      const page = await asked(stage, 'spot');
      const {text} = specOf('spot').parts.find(({suspicious}) => suspicious);
      await page.getByText(text, {exact: true}).click();
      return partly(page);
    },

    async 'scenario-under-way'(stage) {
      const page = await asked(stage, 'scenario');
      await page.locator('.reply').first().click();
      await page.locator('.why').first().waitFor();
      return page;
    },

    async 'scenario-bad-end'(stage) {
      return says(await entered(stage, 'scenario', false), 'Anh/chị bấm “Quay lại”');
    },

    async safety(stage) {
      return says(await stage.show(alone('m07-b02', 'otp-tu-den')), 'An toàn');
    },

    nudged: (stage) => nudged(stage, 'choice'),
    'ordering-nudged': (stage) => nudged(stage, 'ordering'),
    'matching-nudged': (stage) =>
      nudged(stage, 'matching', async (page) => {
        const line = page.locator('[data-left] .left').first();
        if ((await line.getAttribute('aria-expanded')) !== 'true') await line.click();
        await page.locator('.match').first().click();
        await page.locator('.slot.filled').waitFor();
      }),
    'fill-in-nudged': (stage) => nudged(stage, 'fill-in'),
    'scenario-nudged': (stage) => nudged(stage, 'scenario'),

    async hinted(stage) {
      const page = await asked(stage, 'ordering');
      await page.getByRole('button', {name: 'Xem gợi ý'}).click();
      return says(page, 'Lúc nào thì còn dừng lại được?');
    },

    async saving(stage) {
      const page = await asked(stage, 'choice');
      await begun(page);
      await stage.occupy();
      await press(questionAt(page), specOf('choice'));
      return says(page, 'Đang lưu…');
    },

    async unsaved(stage) {
      const page = await asked(stage, 'choice');
      await begun(page);
      await page.evaluate(fillUp, true);
      await press(questionAt(page), specOf('choice'));
      return says(page, 'Chưa lưu được câu trả lời');
    },

    async held(stage) {
      const page = await asked(stage, 'choice');
      await begun(page);
      await page.evaluate(fillUp);
      await press(questionAt(page), specOf('choice'));
      return says(page, 'Đang giữ tạm, chưa vào sổ');
    },

    async memory(stage) {
      await stage.context.addInitScript(denyStorage, true);
      const page = await asked(stage, 'choice');
      // Until the notice stands, it would move the options from under the finger.
      await says(page, 'Trình duyệt này không cho lưu bài');
      await press(questionAt(page), specOf('choice'));
      return says(page, 'Chưa lưu được lâu dài');
    },

    async 'right-before'(stage) {
      const page = await answered(stage, 'choice', true, 'Đúng rồi.');
      await page.reload();
      return says(page, 'Đã làm đúng');
    },

    async history(stage) {
      const page = await answered(stage, 'choice', false, 'Cùng xem lại.');
      await page.getByRole('button', {name: 'Làm lại'}).click();
      await answer(questionAt(page), specOf('choice'));
      await page.getByRole('button', {name: 'Các lần đã làm'}).click();
      return says(page, '– đúng');
    },
  },
};
