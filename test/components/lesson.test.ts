import {expect, waitUntil} from '@open-wc/testing';
import {
  answer,
  button,
  everything,
  find,
  heard,
  newName,
  openLesson,
  says,
  stage,
  testStore,
  wordsOf,
} from './stage.js';

describe('<kns-lesson>', () => {
  it('reads from why to the memory card, with facts that fall back to what is safe', async () => {
    const course = await stage(testStore());
    const lesson = await openLesson(course);
    const words = wordsOf(lesson);
    const parts = [
      'Vì sao bà con cần?',
      'Các ý chính',
      'Cùng làm mẫu',
      'Thực hành với bà con',
      'Phiếu nhớ',
      'Câu hỏi ôn',
    ];
    const places = parts.map((part) => words.indexOf(part));
    expect(places).to.deep.equal([...places].sort((a, b) => a - b));
    expect(places[0]).to.be.greaterThan(-1);
    expect(words).to.contain('Hỏi Công an xã');
    await expect(lesson).to.be.accessible();
  });

  it('keeps a full stop with the bold word before it', async () => {
    const course = await stage(testStore());
    await openLesson(course);
    const bold = await find(course, 'section strong');
    expect(bold.parentElement?.textContent).to.contain(`${bold.textContent}.`);
  });

  it('draws its pictures with words for who cannot see them', async () => {
    const course = await stage(testStore());
    await openLesson(course);
    const picture = await find(course, 'svg[role=img]');
    expect(picture.getAttribute('aria-label')).to.equal('Một dấu kiểm trong vòng tròn');
    expect(picture.querySelector('circle')?.getBoundingClientRect().width).to.be.greaterThan(20);
  });

  it('offers to go on where the learner stopped', async () => {
    const name = newName();
    const course = await stage(testStore({name}));
    await openLesson(course);
    await answer(await find(course, 'kns-question'), 'Mình gọi lại');
    const later = await stage(testStore({name}));
    const lesson = await openLesson(later, 'Học tiếp');
    (await button(lesson, 'Làm tiếp câu 2')).click();
    await waitUntil(() => lesson.shadowRoot?.activeElement?.id === 'q-dau-hieu');
    expect(wordsOf(await find(lesson, 'kns-question'))).to.contain('Đã làm đúng');
  });

  it('tells what is right, what to look at again, and leads on when all is right', async () => {
    const course = await stage(testStore());
    const lesson = await openLesson(course);
    await says(lesson, 'Anh/chị đã đúng 0/4 câu.');
    const question = (index: number) => find(lesson, 'kns-question', index);
    await answer(await question(0), 'Chắc là thật');
    await says(lesson, 'Nên xem lại');
    await answer(await question(1), 'Giục làm ngay', 'Bắt giữ kín');
    await answer(await question(2), 'Sai');
    await answer(await question(3), 'Tài khoản sẽ bị khóa', 'nhập mã OTP');
    await says(lesson, 'Anh/chị đã đúng 3/4 câu.');
    (await button(await question(0), 'Làm lại')).click();
    await answer(await question(0), 'Mình gọi lại');
    await says(lesson, 'Anh/chị đã hoàn thành bài này.');
    await expect(lesson).to.be.accessible();
    (await button(lesson, 'Gọi lại cho chắc')).click();
    await says(course, 'Một cuộc gọi bằng mười lần đoán.');
    const finished = heard('kns-course-completed');
    await answer(await find(course, 'kns-question', 0), 'Sai');
    await answer(await find(course, 'kns-question', 1), 'Người nhà');
    expect((await finished).course).to.equal('thu');
    (await button(course, 'Danh sách bài học')).click();
    await says(course, 'Anh/chị đã học xong tất cả các bài.');
    expect(wordsOf(course)).to.contain('2/2 bài');
  });

  it('remembers that the learner has practised with a neighbour', async () => {
    const name = newName();
    const course = await stage(testStore({name}));
    (await button(await openLesson(course), 'Tôi đã thực hành')).click();
    await says(course, 'Đã thực hành với bà con');
    const later = await stage(testStore({name}));
    await openLesson(later, 'Học tiếp');
    await says(later, 'Đã thực hành với bà con');
  });

  it('keeps its place and its words when it is moved', async () => {
    const course = await stage(testStore());
    const lesson = await openLesson(course);
    const before = wordsOf(lesson);
    lesson.parentNode!.append(lesson);
    await lesson.updateComplete;
    expect(wordsOf(lesson)).to.equal(before);
    expect([...everything(lesson)].filter((one) => one.matches('svg[role=img]')).length).to.equal(
      1,
    );
  });
});
