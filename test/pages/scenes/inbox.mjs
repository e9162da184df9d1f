import {builtCourse} from '../stage/course.mjs';
import {foreignCode, team} from '../stage/codes.mjs';
import {fillUp} from '../stage/faults.mjs';
import {says} from '../stage/stage.mjs';
import {emptyRoom, receive, received} from '../stage/team.mjs';

const course = builtCourse();

/** What one learner sends, as it stands in a conversation. */
const message = ({name, code}) => `[10:29 22/11/2026] ${name}: ${code}`;

const ofKind = (kinds) =>
  team(course, 14)
    .members.filter(({kind}) => kinds.includes(kind))
    .map(({code}) => code)
    .join('\n');

async function oneReceived(stage) {
  const [member] = team(course, 1).members;
  return received(await emptyRoom(stage), member.code);
}

async function named(stage) {
  const page = await oneReceived(stage);
  await page.getByLabel('Họ và tên').fill('Đỗ Thị Hạnh');
  await page.getByRole('button', {name: 'Ghi tên'}).click();
  return says(page, 'Đã ghi tên');
}

async function takenBack(stage) {
  const page = await named(stage);
  await page.getByRole('button', {name: 'Không tính mã của'}).click();
  return says(page, 'Đã bỏ mã của');
}

export default {
  'kns-inbox': {
    empty: emptyRoom,
    named,
    received: oneReceived,
    'taken-back': takenBack,

    async opening(stage) {
      const page = await emptyRoom(stage);
      await stage.occupy();
      await page.reload();
      return says(page, 'Đang mở sổ…');
    },

    async 'nothing-pasted'(stage) {
      const page = await emptyRoom(stage);
      await page.getByRole('button', {name: 'Nhận', exact: true}).click();
      return says(page, 'Ô này còn trống');
    },

    async 'nothing-found'(stage) {
      const page = await emptyRoom(stage);
      await receive(page, 'Chị Lan ơi, em học xong rồi ạ.');
      return says(page, 'Chưa thấy mã nào trong đoạn này');
    },

    async receiving(stage) {
      const page = await emptyRoom(stage);
      await stage.occupy();
      await receive(page, team(course, 8).chat);
      return says(page, 'Dừng');
    },

    async stopped(stage) {
      const page = await emptyRoom(stage);
      const writing = await stage.occupy();
      await receive(page, team(course, 8).chat);
      await page.getByRole('button', {name: 'Dừng'}).click();
      await writing.close();
      return says(page, 'Đã dừng');
    },

    async 'more-strangers'(stage) {
      const codes = team(course, 5).members.map(({code}) => code);
      const page = await received(await emptyRoom(stage), codes.join('\n'));
      return says(page, 'chưa có tên; ghi xong');
    },

    async guessed(stage) {
      const [member] = team(course, 1).members;
      const page = await received(await emptyRoom(stage), message(member));
      return says(page, 'người gửi ghi là');
    },

    async 'received-again'(stage) {
      const [member] = team(course, 1).members;
      const page = await named(stage);
      await receive(page, member.code);
      return says(page, 'mã đã có từ trước');
    },

    async refused(stage) {
      const {spoiled, members} = team(course, 1);
      const page = await received(
        await emptyRoom(stage),
        [members[0].code, ...spoiled, foreignCode(course)].join('\n'),
      );
      return says(page, 'mã chưa nhận được');
    },

    async 'no-room'(stage) {
      const [member] = team(course, 1).members;
      const page = await emptyRoom(stage);
      await page.evaluate(fillUp);
      await receive(page, member.code);
      return says(page, 'Máy này đã hết chỗ');
    },

    async 'name-needed'(stage) {
      const page = await oneReceived(stage);
      await page.getByRole('button', {name: 'Ghi tên'}).click();
      return says(page, 'Cần nhập họ và tên');
    },

    async renaming(stage) {
      const page = await named(stage);
      await page.getByRole('button', {name: 'Sửa tên'}).click();
      return says(page, 'Thôi');
    },

    async 'back-again'(stage) {
      const [member] = team(course, 1).members;
      const page = await takenBack(stage);
      await receive(page, member.code);
      return says(page, 'mã đã bỏ ra nên không tính');
    },

    async doubtful(stage) {
      const codes = ofKind(['gap', 'wrong-clock', 'newer-course']);
      const page = await received(await emptyRoom(stage), codes);
      return says(page, 'Máy gửi sai ngày');
    },

    async imports(stage) {
      const {members} = team(course, 8);
      const page = await emptyRoom(stage);
      await received(page, members.map(message).join('\n'));
      await page.reload();
      await says(page, 'Hôm nay');
      const [member] = team({...course, version: '0.0.1'}, 1).members;
      await receive(page, member.code);
      return says(page, 'Vừa nhận');
    },
  },
};
