import {readFileSync} from 'node:fs';
import {questionAt} from '../harness.mjs';
import {brief, builtCourse, released, short, study} from '../stage/course.mjs';
import {foreignCode, invitationTo, team} from '../stage/codes.mjs';
import {cut, fillUp} from '../stage/faults.mjs';
import {receiptFor} from '../stage/receipts.mjs';
import {openStage, says} from '../stage/stage.mjs';

const share = '<kns-course><kns-share></kns-share></kns-course>';

const closed = async (stage) => says(await stage.show(share), 'Gửi tiến độ cho Tổ trưởng');

/** Two questions were answered on this device, and nobody has heard of it. */
async function learned(stage) {
  await released(stage, brief);
  const lesson = await stage.show('<kns-course lesson="m01-b01"></kns-course>');
  await questionAt(lesson).waitFor();
  await study(lesson, [true, false]);
  await lesson.close();
  return says(await stage.show(share), 'Chưa gửi');
}

async function sending(stage) {
  const page = await learned(stage);
  await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
  return says(page, 'Mã tiến độ của anh/chị');
}

const tap = (page, name) => page.getByRole('button', {name}).first().click();

/** The trainer's answer comes back and is pasted. */
async function receipted(stage, held) {
  const page = await learned(stage);
  const course = builtCourse();
  brief(course);
  const receipt = receiptFor(course, await ownCode(page), held);
  return take(page, `Chị gửi biên nhận: ${receipt}`, 'Đã cất biên nhận');
}

/** What the file holds that is saved on a page where sending stands open. */
async function savedFile(page) {
  const saving = page.waitForEvent('download');
  await tap(page, 'Lưu tệp');
  const download = await saving;
  return {name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8')};
}

const chooseFile = (page, {name, text}) =>
  page
    .locator('input[type=file]#files')
    .setInputFiles({name, mimeType: 'text/plain', buffer: Buffer.from(text)});

/** The file of another phone, on which two questions were answered. */
async function fileOfOtherPhone(stage) {
  const other = await openStage(stage.context.browser(), stage.server);
  try {
    return await savedFile(await sending(other));
  } finally {
    await other.dispose();
  }
}

/** Codes of others came by this phone. */
async function carrying(stage, count) {
  const page = await bringIn(stage);
  const {members} = team(builtCourse(), count);
  const codes = members.map(({code}) => code).join('\n');
  return take(page, codes, `Đã giữ mã của ${count} người khác`);
}

async function handOver(stage) {
  const page = await closed(stage);
  await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
  return says(page, 'Mã tiến độ của anh/chị');
}

async function bringIn(stage) {
  const page = await closed(stage);
  await page.getByRole('button', {name: 'Đã học ở nơi khác?'}).click();
  return says(page, 'Dán mã tiến độ vào đây');
}

async function take(page, text, words) {
  await page.getByLabel('Dán mã tiến độ vào đây').fill(text);
  await page.getByRole('button', {name: 'Nhận mã'}).click();
  return says(page, words);
}

/** What this device would hand over now. */
async function ownCode(page) {
  await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
  const code = await page.getByLabel('Mã tiến độ của anh/chị').inputValue();
  await page.getByRole('button', {name: 'Đã học ở nơi khác?'}).click();
  return code;
}

/** Goes on with what one's own other phone sent, made when the course was shorter. */
async function adopted(stage) {
  const earlier = builtCourse();
  short(2)(earlier);
  const [{code}] = team(earlier, 1).members;
  const page = await bringIn(stage);
  await take(page, code, 'Mã này của chính anh/chị?');
  await page.getByRole('button', {name: 'Đúng, học tiếp'}).click();
  return says(page, 'Máy này học tiếp từ mã đó');
}

/** An invitation was pasted where somebody learns, or nobody does. */
async function invited(page, words) {
  await page.getByRole('button', {name: 'Đã học ở nơi khác?'}).click();
  await says(page, 'Dán mã tiến độ vào đây');
  return take(page, `Mời anh/chị học: ${invitationTo(builtCourse())}`, words);
}

const choosing = async (stage) => invited(await learned(stage), 'Anh/chị là ai?');

export default {
  'kns-share': {
    closed,
    unsent: learned,
    'hand-over': sending,

    async 'on-screen'(stage) {
      const page = await sending(stage);
      await tap(page, 'Đưa mã cho người phụ trách');
      await page.getByRole('img', {name: 'Mã tiến độ để quét'}).waitFor();
      return page;
    },

    async 'in-turn'(stage) {
      const page = await sending(stage);
      await tap(page, 'Đưa mã cho người phụ trách');
      await tap(page, 'Gửi đủ từng câu');
      await says(page, 'Mã sẽ đổi liên tục');
      await tap(page, 'Dừng lại');
      return page;
    },

    async saved(stage) {
      const page = await sending(stage);
      await savedFile(page);
      await says(page, 'Đã đưa đi lúc');
      return says(page, 'Đã lưu tệp');
    },

    async 'no-file'(stage) {
      await cut(stage, '**/c/progress-file-*.js');
      return says(await sending(stage), 'Chưa tạo được tệp');
    },

    async counted(stage) {
      const page = await receipted(stage, false);
      return says(page, 'Xã đã nhận mã, đủ đến ngày');
    },

    async receipted(stage) {
      const page = await receipted(stage, true);
      await tap(page, 'Gửi tiến độ cho Tổ trưởng');
      return says(page, 'Xã đã nhận hết đến ngày');
    },

    async carrying(stage) {
      const page = await carrying(stage, 5);
      await tap(page, 'Gửi tiến độ cho Tổ trưởng');
      return says(page, 'Máy này đang giữ mã của 5 người khác');
    },

    async 'about-me'(stage) {
      const page = await sending(stage);
      await tap(page, 'Mọi điều máy này biết về tôi');
      return says(page, 'Từng câu trả lời');
    },

    async copied(stage) {
      const page = await handOver(stage);
      await page.getByRole('button', {name: 'Sao chép mã'}).click();
      return says(page, 'Đã sao chép');
    },

    async 'by-hand'(stage) {
      const page = await handOver(stage);
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error());
        document.execCommand = () => false;
      });
      await page.getByRole('button', {name: 'Sao chép mã'}).click();
      return says(page, 'Mã đã được bôi đen');
    },

    'bring-in': bringIn,

    'nothing-found': async (stage) =>
      take(await bringIn(stage), 'Chị Lan ơi, em học xong rồi ạ.', 'Chưa thấy mã nào'),

    adopted,

    /** The same person sends from the other phone once more, having learned more there. */
    async taken(stage) {
      const page = await adopted(stage);
      const [{code}] = team(builtCourse(), 1).members;
      return take(page, code, 'Phần đã học được cộng vào máy này');
    },

    async 'taken-nothing-new'(stage) {
      const page = await closed(stage);
      return take(page, await ownCode(page), 'Máy này đã có đủ rồi');
    },

    async 'taken-again'(stage) {
      const page = await closed(stage);
      const code = await ownCode(page);
      await take(page, code, 'Đã nhận');
      await page.getByRole('button', {name: 'Nhận mã'}).click();
      return says(page, 'Mã này đã nhận trước đây');
    },

    async refused(stage) {
      const course = builtCourse();
      const {spoiled} = team(course, 1);
      return take(
        await bringIn(stage),
        [...spoiled, foreignCode(course)].join('\n'),
        'mã của một khóa học khác',
      );
    },

    async whose(stage) {
      const [member] = team(builtCourse(), 1).members;
      return take(await bringIn(stage), member.code, 'Mã này của chính anh/chị?');
    },

    async 'file-refused'(stage) {
      const page = await sending(stage);
      const {name, text} = await savedFile(page);
      const at = text.length - 40;
      const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
      await tap(page, 'Đã học ở nơi khác?');
      await chooseFile(page, {name, text: changed});
      return says(page, 'tệp bị sai vài chữ');
    },

    'others-kept': (stage) => carrying(stage, 5),

    'receipt-kept': (stage) => receipted(stage, true),

    async 'receipt-stranger'(stage) {
      const [member] = team(builtCourse(), 1).members;
      const receipt = receiptFor(builtCourse(), member.code);
      return take(await bringIn(stage), receipt, 'Biên nhận này của người khác');
    },

    async scanning(stage) {
      const page = await bringIn(stage);
      await tap(page, 'Quét mã');
      return says(page, 'Chọn ảnh');
    },

    async moving(stage) {
      const page = await learned(stage);
      await tap(page, 'Chuyển sang máy mới');
      return says(page, 'Trên máy cũ: lấy bài ra');
    },

    async moved(stage) {
      const file = await fileOfOtherPhone(stage);
      const page = await bringIn(stage);
      await chooseFile(page, file);
      await tap(page, 'Đúng, học tiếp');
      await says(page, 'Máy này học tiếp');
      await tap(page, 'Chuyển sang máy mới');
      return says(page, 'Không dùng máy này nữa');
    },

    invited: async (stage) => invited(await closed(stage), 'Đúng là tôi, bắt đầu học'),

    'invited-choice': choosing,

    async 'invited-other'(stage) {
      const page = await choosing(stage);
      await tap(page, 'Máy dùng chung, tôi là người khác');
      await tap(page, 'Đúng là tôi, bắt đầu học');
      return says(page, 'Máy có nhiều người dùng');
    },

    async 'invited-taken'(stage) {
      const page = await choosing(stage);
      await tap(page, 'Tôi chính là người đó');
      return says(page, 'Xong. Anh/chị học với mã này.');
    },

    async 'not-taken'(stage) {
      const [member] = team(builtCourse(), 1).members;
      const page = await bringIn(stage);
      await page.evaluate(fillUp, true);
      return take(page, member.code, 'Chưa nhận được mã');
    },

    async 'part-missing'(stage) {
      const page = await closed(stage);
      await cut(stage, '**/c/sending-*.js');
      await page.getByRole('button', {name: 'Gửi tiến độ cho Tổ trưởng'}).click();
      return says(page, 'Một phần của trang chưa tải về được');
    },
  },
};
