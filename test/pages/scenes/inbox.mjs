import {builtCourse} from '../stage/course.mjs';
import {claimOf, foreignCode, team} from '../stage/codes.mjs';
import {fillUp} from '../stage/faults.mjs';
import {says} from '../stage/stage.mjs';
import {packFile, packOfCommune} from '../stage/packs.mjs';
import {emptyRoom, receive, received, writeNames} from '../stage/team.mjs';

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

/** Opens one of the shelves below what was received. */
async function shelf(page, title) {
  const summary = page.locator('kns-inbox summary').filter({hasText: title});
  await summary.click();
  return page;
}

const fileOf = (name, text) => ({name, mimeType: 'text/plain', buffer: Buffer.from(text)});

/** Files as they come together in a folder where everything is saved. */
const mixedFiles = () => {
  const {members, spoiled} = team(course, 6);
  return [
    ...members.map(({name, code}) => fileOf(`${name}.txt`, code)),
    fileOf('kynangso-2026-11-20-cu.txt', spoiled[0]),
    fileOf('Danh sách tổ.docx', 'PK\u0003\u0004 word'),
    ...['IMG_0231', 'IMG_0232', 'IMG_0233', 'IMG_0240', 'IMG_0241'].map((name) => ({
      name: `${name}.jpg`,
      mimeType: 'image/jpeg',
      buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]),
    })),
    fileOf('ghi chép.txt', ''),
  ];
};

async function filesLaid(stage, files) {
  const page = await emptyRoom(stage);
  await page.locator('kns-inbox #files').setInputFiles(files);
  return page;
}

/** Packs from below, dropped into a room that holds nothing yet. */
async function packsLaid(stage, ...files) {
  return says(await filesLaid(stage, files), 'trước khi nhận');
}

/** Of another commune than the first. */
const krong = {
  seed: 2,
  change: ({units}) => (units[0][1].names = [{name: 'Xã Krông Năng'}]),
};

async function packsTaken(stage) {
  const page = await packsLaid(
    stage,
    packFile(await packOfCommune(course, 20)),
    packFile(await packOfCommune(course, 20, krong), 'goi-xa-krong-2026-11-22.knsp'),
  );
  await page.getByRole('button', {name: 'Nhận 2 gói'}).click();
  await says(page, 'Đã nhận 2 gói');
  return page;
}

async function waiting(stage) {
  // Codes of another course wait until its register is opened.
  const {members} = team({...course, key: '00000000'}, 3);
  const page = await emptyRoom(stage);
  await receive(page, members.map(message).join('\n'));
  await shelf(page, 'Chưa nhận được');
  return says(page, 'Thử lại tất cả');
}

/** Two codes whose senders turn out to have one name. */
async function samePerson(stage) {
  const {members} = team(course, 3);
  const page = await received(await emptyRoom(stage), members.map(({code}) => code).join('\n'));
  await page.evaluate(
    writeNames,
    members.map(({learner, name}, at) => ({learner, name: at < 2 ? 'Đỗ Thị Hạnh' : name})),
  );
  await page.reload();
  await shelf(page, 'Một người có hai mã?');
  return says(page, 'Hai mã này là của một người?');
}

async function joined(stage) {
  const page = await samePerson(stage);
  await page.getByRole('button', {name: 'Đúng, gộp lại'}).click();
  return says(page, 'Đã gộp.');
}

async function receipts(stage) {
  const {members} = team(course, 4);
  const page = await received(await emptyRoom(stage), members.map(message).join('\n'));
  await shelf(page, 'Gửi biên nhận');
  return says(page, 'Chép cả 4 biên nhận');
}

async function forgetting(stage) {
  const page = await named(stage);
  await shelf(page, 'Xóa người học khỏi sổ');
  return says(page, 'Xóa ai?');
}

async function forgettingSure(stage) {
  const page = await forgetting(stage);
  await page.getByLabel('Xóa ai?').selectOption({index: 1});
  await page.getByRole('button', {name: 'Xóa khỏi sổ…'}).click();
  return says(page, 'Xóa hẳn Đỗ Thị Hạnh');
}

export default {
  'kns-inbox': {
    forgetting,
    'forgetting-sure': forgettingSure,
    joined,
    receipts,
    'same-person': samePerson,
    waiting,

    async 'import-taken-back'(stage) {
      const page = await received(
        await emptyRoom(stage),
        team(course, 3).members.map(message).join('\n'),
      );
      await page.getByRole('button', {name: 'Không tính cả 3 mã'}).click();
      return says(page, 'Đã bỏ 3 mã ra');
    },

    async 'gap-named'(stage) {
      const page = await received(await emptyRoom(stage), ofKind(['gap']));
      return says(page, /Thiếu bản ghi.*từ máy/);
    },

    async dropping(stage) {
      const page = await emptyRoom(stage);
      await page
        .locator('kns-inbox section')
        .first()
        .evaluate((section) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(['KNS1.'], 'kynangso.txt', {type: 'text/plain'}));
          section.dispatchEvent(
            new DragEvent('dragover', {
              dataTransfer,
              bubbles: true,
              composed: true,
              cancelable: true,
            }),
          );
        });
      return says(page, 'Thả vào đây để nhận');
    },

    async 'receiving-files'(stage) {
      const page = await emptyRoom(stage);
      await stage.occupy();
      await page
        .locator('kns-inbox #files')
        .setInputFiles(team(course, 40).members.map(({name, code}) => fileOf(`${name}.txt`, code)));
      return says(page, 'Dừng');
    },

    async 'files-received'(stage) {
      const {members} = team(course, 3);
      const page = await filesLaid(
        stage,
        members.map(({name, code}) => fileOf(`${name}.txt`, code)),
      );
      return says(page, 'Đã nhận mã của 3 người');
    },

    async 'files-refused'(stage) {
      return says(await filesLaid(stage, mixedFiles()), 'Không thấy mã QR trong ảnh');
    },

    async 'nothing-in-files'(stage) {
      const page = await filesLaid(stage, [fileOf('a.txt', 'Chào anh'), fileOf('b.txt', '')]);
      return says(page, 'Chưa thấy mã nào trong các tệp này');
    },

    async scanning(stage) {
      const page = await emptyRoom(stage);
      await page.getByRole('button', {name: 'Quét mã QR'}).click();
      return says(page, 'Quét bằng camera');
    },

    async 'waiting-sure'(stage) {
      const page = await waiting(stage);
      await page.getByRole('button', {name: /^Bỏ cả/}).click();
      return says(page, 'Bỏ hẳn');
    },

    async 'receipts-copied'(stage) {
      const page = await receipts(stage);
      await page.getByRole('button', {name: 'Chép cả 4 biên nhận'}).click();
      return says(page, 'Đã chép 4 biên nhận');
    },

    async 'receipt-codes'(stage) {
      const page = await receipts(stage);
      await page.getByRole('button', {name: 'Hiện mã QR từng người'}).click();
      await page.getByRole('button', {name: 'Người tiếp theo'}).click();
      return says(page, '2/4');
    },

    async forgotten(stage) {
      const page = await forgettingSure(stage);
      await page.getByRole('button', {name: 'Xóa hẳn'}).click();
      return says(page, 'Đã xóa, không nhận lại');
    },

    async packs(stage) {
      return packsLaid(
        stage,
        packFile(await packOfCommune(course, 20)),
        packFile(await packOfCommune(course, 12, {...krong, named: true}), 'goi-co-ten.knsp'),
      );
    },

    async 'packs-contradict'(stage) {
      const page = await packsTaken(stage);
      const odd = await packOfCommune(course, 20, {
        named: true,
        change({units, members}) {
          units[0][1].names = [{name: 'Phường Tân Lập'}];
          members[3][1].posts = [{unit: units[0][0], role: 'member'}];
        },
      });
      await page.locator('kns-inbox #files').setInputFiles([packFile(odd)]);
      return says(page, 'trái với sổ này');
    },

    async 'packs-refused'(stage) {
      const whole = await packOfCommune(course, 8);
      const locked = await packOfCommune(course, 8, {named: true, words: 'bốn từ không liên quan'});
      const page = await packsLaid(
        stage,
        packFile(locked, 'goi-co-ten.knsp'),
        packFile(whole.subarray(0, 200), 'goi-tai-do.knsp'),
        packFile(Buffer.from('PK'), 'khong-phai.knsp'),
      );
      await page.getByLabel('Cụm từ mở khóa').fill('nhầm cụm từ');
      await page.getByRole('button', {name: 'Mở khóa'}).click();
      return says(page, 'Cụm từ không đúng');
    },

    async 'packs-taken'(stage) {
      const page = await packsTaken(stage);
      await shelf(page, 'Gói đã nhận');
      await page
        .getByRole('button', {name: /^Bỏ gói này ra/})
        .first()
        .click();
      return says(page, 'Đã bỏ ra');
    },

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
      return says(page, 'Còn 2 người chưa có tên.');
    },

    async guessed(stage) {
      const [member] = team(course, 1).members;
      const page = await received(await emptyRoom(stage), message(member));
      return says(page, 'người gửi ghi là');
    },

    async 'invitation-unknown'(stage) {
      const [{code, learner}] = team(course, 1).members;
      const page = await received(await emptyRoom(stage), `${code}\n${claimOf(learner)}`);
      return says(page, 'Danh sách có lời mời ấy chưa về máy này');
    },

    async 'invitations-left-out'(stage) {
      const [{code, learner}] = team(course, 1).members;
      const claims = Array.from({length: 9}, (_, at) => claimOf(learner, `${at}`.repeat(16)));
      const page = await received(await emptyRoom(stage), [code, ...claims].join('\n'));
      return says(page, 'những lời sau không ghi');
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
