import {builtCourse} from '../stage/course.mjs';
import {team} from '../stage/codes.mjs';
import {fromSource} from '../stage/from-source.mjs';
import {inRoom} from '../stage/commune.mjs';
import {says} from '../stage/stage.mjs';
import {emptyRoom, received} from '../stage/team.mjs';

const {encodeSection, fileLines, dayInVietnam} = await fromSource(`
  export {encodeSection} from './src/exchange/section.js';
  export {dayInVietnam} from './src/store/reckoning/calendar.js';
  import {crc32Of} from './src/exchange/crc32.js';
  import {toBase64} from './src/exchange/base64.js';
  export const fileLines = (sections) => {
    const body = sections.map((bytes) => toBase64(bytes)).sort().join('\\n');
    const check = crc32Of(body).toString(16).padStart(8, '0');
    return 'KNSF1.' + sections.length + '.' + check + '\\n' + body;
  };
`);

const course = builtCourse();
const day = 86_400_000;

/** So many people who all answered the first question of the course in a file: most of them fell for one answer. */
async function files(many) {
  const [lesson] = course.modules[0].lessons;
  const [{id, rev}] = lesson.questions;
  const {options} = course.first.lesson.questions.find((one) => one.id === id);
  const right = options.find(({correct}) => correct).id;
  const wrong = options.find(({correct}) => !correct).id;
  const key = (index, letter) => String(index).padStart(16, letter);
  const sections = [];
  for (let index = 0; index < many; index++) {
    const isRight = index % 6 === 0;
    const response = isRight ? right : wrong;
    const text = JSON.stringify({
      id: `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      v: 1,
      learner: key(index, '0'),
      device: key(index, 'D'),
      course: course.id,
      seq: 1,
      at: Date.now() - day,
      tz: 420,
      clock: 'ok',
      epoch: 0,
      courseVersion: course.version,
      lang: 'vi',
      verb: 'answered',
      lesson: `${lesson.id}@${lesson.version.split('.')[0]}`,
      question: `${lesson.id}#${id}@${rev}`,
      attempt: 1,
      use: 'lesson',
      mode: 'self',
      result: {
        response,
        simpleResponse: response,
        correct: isRight ? 1 : 0,
        hinted: false,
        activeMs: 20_000,
      },
    });
    sections.push(
      await encodeSection({
        learner: key(index, '0'),
        course: course.id,
        device: key(index, 'D'),
        courseVersion: course.version.split('.').slice(0, 2).map(Number),
        slots: [course.slots.lessons.length, course.slots.questions.length],
        madeOn: dayInVietnam(Date.now()),
        texts: [text],
      }),
    );
  }
  return fileLines(sections);
}

async function flagged(stage) {
  await (await received(await emptyRoom(stage), await files(30))).close();
  return inRoom(stage, 'kns-items', 'Phần lớn trả lời sai lần đầu');
}

export default {
  'kns-items': {
    async opening(stage) {
      const page = await emptyRoom(stage);
      await stage.occupy();
      await page.close();
      return inRoom(stage, 'kns-items', 'Đang mở sổ…');
    },

    empty: (stage) => inRoom(stage, 'kns-items', 'Chưa nhận được câu trả lời nào'),

    async questions(stage) {
      await (await received(await emptyRoom(stage), team(course, 5).chat)).close();
      const page = await inRoom(stage, 'kns-items', 'Đúng ngay lần đầu');
      return says(page, 'Chưa biết sai vì chọn gì');
    },

    flagged,

    async table(stage) {
      const page = await flagged(stage);
      await page.getByLabel('Xem dạng bảng').check();
      return says(page, 'Sai nhiều nhất');
    },

    async worded(stage) {
      const page = await flagged(stage);
      await page.getByText('Xem câu hỏi').first().click();
      return says(page, '(đúng)');
    },

    async unreachable(stage) {
      await stage.context.route(/\/c\/analysis/, (route) => route.abort());
      return inRoom(stage, 'kns-items', 'chunk-missing');
    },
  },
};
