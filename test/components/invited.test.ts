import {expect} from '@open-wc/testing';
import {html} from 'lit';
import {invitationCodeOf} from '../../src/exchange/invitation.js';
import {withCheck} from '../../src/store/reckoning/member-code.js';
import type {Store} from '../../src/store/store.js';
import {button, courseAddress, find, says, stage, testStore, wordsOf} from './stage.js';

const forMy = {
  learner: '0123456789ABCDEF',
  member: withCheck('K7M2QX'),
  unit: 'Tổ 1, thôn Lô Lô Chải',
};

const courseKeyOf = async (store: Store) =>
  (await store.courses.load(new URL(courseAddress, location.href).href)).course;

/** Pastes what a trainer sent into a course on a device. */
async function pastes(course: Element, text: string) {
  (await button(course, 'Đã học ở nơi khác')).click();
  const field = await find<HTMLTextAreaElement>(course, 'textarea:not([readonly])');
  field.value = text;
  (await button(course, 'Nhận mã')).click();
}

async function invited(store: Store, page?: ReturnType<typeof html>) {
  const course = await stage(store, ...(page ? [page] : []));
  await says(course, 'Chưa học');
  await pastes(course, `Mời em nhé: ${invitationCodeOf(forMy, await courseKeyOf(store))}`);
  return course;
}

const inUse = async (store: Store) => (await store.learners()).find(({inUse: is}) => is);

describe('an invitation that is laid before a learner', () => {
  it('writes nothing until they say yes, nor when they say no', async () => {
    const store = testStore();
    const course = await invited(store);
    await says(course, 'Lời mời học');
    const before = await store.learners();
    await expect(await find(course, 'kns-share')).to.be.accessible();
    (await button(course, 'Không phải tôi')).click();
    await says(course, 'Chưa nhận lời mời.');
    expect(await store.learners()).to.deep.equal(before);
    expect(before.map(({membership}) => membership)).to.deep.equal([undefined]);
  });

  it('asks who is there where somebody has a name, and wants one of whoever else it is', async () => {
    const store = testStore();
    await store.addLearner('Hùng');
    const course = await invited(store);
    await says(course, 'Trên máy này Hùng đang học. Anh/chị là ai?');
    (await button(course, 'Máy dùng chung, tôi là người khác')).click();
    const name = await find<HTMLInputElement>(course, '#invited-name');
    (await button(course, 'Đúng là tôi, bắt đầu học')).click();
    await says(course, 'Máy có nhiều người dùng');
    expect((await inUse(store))?.name).to.equal('Hùng');
    name.value = 'Mỷ';
    (await button(course, 'Đúng là tôi, bắt đầu học')).click();
    await says(course, 'Xong. Anh/chị học với mã này.');
    expect(await inUse(store)).to.deep.include({key: forMy.learner, name: 'Mỷ', membership: forMy});
  });

  it('that somebody else of the device took up leads back to them', async () => {
    const store = testStore();
    await (await store.exchange()).accept(forMy, 'other', 'Mỷ');
    await store.addLearner('Hùng');
    const course = await invited(store);
    await says(course, 'Lời mời này Mỷ đã nhận trên máy này.');
    (await button(course, 'Đúng là tôi, học tiếp')).click();
    await says(course, 'Xong. Anh/chị học với mã này.');
    expect(await inUse(store)).to.include({name: 'Mỷ'});
    expect(await store.learners()).to.have.length(2);
  });

  it('is no matter of the learner where the portal decides who studies', async () => {
    const store = testStore();
    const course = await invited(
      store,
      html`
        <kns-course src=${courseAddress} learner="tk-7781" issuer="https://a.example"></kns-course>
      `,
    );
    await says(await find(course, 'kns-share'), 'Học viên theo tài khoản của cổng thông tin này');
    expect(wordsOf(course)).not.to.contain('Lời mời học');
  });

  it('to another course is named as that', async () => {
    const store = testStore();
    const course = await stage(store);
    await says(course, 'Chưa học');
    await pastes(course, invitationCodeOf(forMy, {key: '00000001'}));
    await says(course, 'mã của một khóa học khác');
    expect(wordsOf(course)).not.to.contain('Lời mời học');
  });
});
