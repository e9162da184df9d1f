import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import {startServer} from '../../demo/server.mjs';
import {answer, answersOf, lessonFile, readKept} from './answering.mjs';
import {courseShown, openBrowser, openPage, questionAt, root, screen, words} from './harness.mjs';

const id = 'm05-b02';
const course = 'so-tay-ky-nang-so';
const {questions, title} = lessonFile(id);
/** The question that the new major version asks anew. */
const changed = 'ten-khong-khop';
const done = 'Anh/chị đã hoàn thành bài này.';

/** Everything that is served, in a folder of its own, with the lesson published anew as `edit` leaves it. */
function release(edit) {
  const folder = mkdtempSync(join(tmpdir(), 'kynangso-release-'));
  const source = join(folder, 'source');
  const served = join(folder, 'demo');
  const published = join(folder, 'published');
  cpSync(join(root, 'src/curriculum/courses', course), source, {recursive: true});
  cpSync(join(root, 'dist/demo'), served, {recursive: true});
  const lesson = join(source, 'm05/b02.md');
  writeFileSync(lesson, edit(readFileSync(lesson, 'utf8')));
  const manifest = join(source, 'course.yaml');
  writeFileSync(
    manifest,
    readFileSync(manifest, 'utf8').replace(/^version: .*$/m, 'version: "0.2.0"'),
  );
  const {status, stdout, stderr} = spawnSync(
    process.execPath,
    [join(root, 'dist/cli/kynangso.js'), ...['build', source, '--out', published]],
    {encoding: 'utf8'},
  );
  assert.equal(status, 0, stdout + stderr);
  // Beside the files of the release before, which stay for those who have it open.
  cpSync(published, join(served, 'courses', course), {recursive: true});
  return {root: served, dispose: () => rmSync(folder, {recursive: true})};
}

const minor = (text) =>
  text
    .replace('version: "1.0.0"', 'version: "1.1.0"')
    .replace('Chợ sớm đông người', 'Chợ sớm rất đông người');

const major = (text) =>
  text
    .replace('version: "1.0.0"', 'version: "2.0.0"')
    .replace(/(:::question\{#ten-khong-khop [^}]*?)( rev=1)?\}/, '$1 rev=2}')
    .replace('Anh/chị quét mã ở sạp rau cô Mười.', 'Anh/chị quét mã dán ở sạp rau cô Mười.');

describe('a lesson that is published anew while a learner sits in it', () => {
  let server;
  let browser;
  let opened;
  let page;
  let next;

  before(() => {
    assert.ok(questions.some((question) => question.id === changed));
  });
  beforeEach(async () => {
    server = await startServer();
    browser = await openBrowser();
    opened = await openPage(browser.context);
    page = opened.page;
    await page.goto(`${server.url}portal/strict-csp.html`);
    await openIt();
    for (const index of [0, 1]) await answer(questionAt(page, index), questions[index]);
    // The parts that an answer asks for have come, so that the server may rest for a moment.
    await page.waitForFunction(() =>
      Object.keys(localStorage).some((key) => key.startsWith('kynangso/witness')),
    );
  });
  afterEach(async () => {
    await browser?.dispose();
    await server?.close();
    next?.dispose();
  });
  after(() => server?.close());

  const openIt = async () => {
    await courseShown(page);
    await page.getByRole('button', {name: title}).last().click();
    await questionAt(page).locator('input').first().waitFor();
  };
  /** The same address serves the new release from here on. */
  const publish = async (edit) => {
    next = release(edit);
    const {port} = server;
    await server.close();
    server = await startServer({port, root: next.root});
  };
  const finish = async () => {
    for (const [index, spec] of questions.entries()) {
      if (index > 1) await answer(questionAt(page, index), spec);
    }
    await page.getByText(done).waitFor();
  };
  const outline = async () => {
    await page.goto(`${server.url}portal/strict-csp.html`);
    await courseShown(page);
  };
  const entry = () => page.getByRole('button', {name: title}).last();

  it('is finished as it was opened, and a minor version takes nothing away afterwards', async () => {
    await publish(minor);
    await finish();
    await outline();
    await page
      .getByText(/^1\/\d+ bài/)
      .first()
      .waitFor();
    await openIt();
    await page.getByText('Chợ sớm rất đông người').waitFor();
    for (const [index] of questions.entries()) {
      await questionAt(page, index).getByText('Đã làm đúng').waitFor();
    }
    assert.equal(await page.getByText('nội dung mới').count(), 0);
    assert.equal(answersOf((await readKept(page)).records).length, questions.length);
    assert.deepEqual(opened.errors, []);
  });

  it('is finished as it was opened; of a major version the learner is told calmly, and only what changed is asked', async () => {
    await publish(major);
    await finish();
    await outline();
    await page.getByText('Đã học bản cũ – có nội dung mới').waitFor();
    await screen(page, 'changed-lesson-outline');
    // What was completed stays completed.
    await page
      .getByText(/^1\/\d+ bài/)
      .first()
      .waitFor();
    await entry().click();
    await page.getByText('Anh/chị chỉ cần làm những câu đã thay đổi').waitFor();
    await screen(page, 'changed-lesson');
    for (const [index, {id: name}] of questions.entries()) {
      const right = questionAt(page, index).getByText('Đã làm đúng');
      if (name === changed) assert.equal(await right.count(), 0);
      else await right.waitFor();
    }
    const index = questions.findIndex((question) => question.id === changed);
    await answer(questionAt(page, index), questions[index]);
    await page.getByText(done).waitFor();
    await outline();
    await page
      .getByText(/^1\/\d+ bài/)
      .first()
      .waitFor();
    assert.equal(await page.getByText('Đã học bản cũ').count(), 0);
    assert.deepEqual(opened.errors, []);
  });

  it('is finished with its new questions when the learner had it half done, and the old answers still count', async () => {
    await publish(major);
    await page.reload();
    await openIt();
    const index = questions.findIndex((question) => question.id === changed);
    for (const [at, spec] of questions.entries()) {
      if (at === 1 && at !== index) {
        await questionAt(page, at).getByText('Đã làm đúng').waitFor();
        continue;
      }
      await answer(questionAt(page, at), spec);
    }
    await page.getByText(done).waitFor();
    await page.getByRole('button', {name: 'Danh sách bài học'}).first().click();
    await page
      .getByText(/^1\/\d+ bài/)
      .first()
      .waitFor();
    assert.equal(await page.getByText('Đã học bản cũ').count(), 0);
  });

  it('keeps one standing when one tab has the old version and another the new', async () => {
    await publish(major);
    const other = await openPage(browser.context);
    await other.page.goto(`${server.url}portal/strict-csp.html`);
    await courseShown(other.page);
    await finish();
    await other.page.getByText('Đã học bản cũ – có nội dung mới').waitFor();
    await other.page.getByRole('button', {name: title}).last().click();
    const index = questions.findIndex((question) => question.id === changed);
    await answer(questionAt(other.page, index), questions[index]);
    await other.page.getByText(done).waitFor();
    // The tab with the old version goes on showing what it asked, all of it right.
    for (const [at] of questions.entries()) {
      const question = questionAt(page, at);
      await question.getByText(words.kept).or(question.getByText('Đã làm đúng')).first().waitFor();
    }
    assert.deepEqual(opened.errors, []);
    assert.deepEqual(other.errors, []);
  });
});
