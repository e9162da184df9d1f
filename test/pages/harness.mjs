import {mkdtempSync, readFileSync, readlinkSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {chromiumArgs, needChromium} from '../../tools/chromium.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Texts that page tests look for; what a learner reads is the interface they test. */
export const words = {answer: 'Trả lời', kept: 'Đã lưu trên máy này'};

/**
 * A Chromium with a profile on disk, as a phone has one. Closing it keeps the profile, so that the same learner
 * can come back; `dispose` removes it.
 */
export async function openBrowser({profile, ...options} = {}) {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'kynangso-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: needChromium(),
    args: chromiumArgs,
    viewport: {width: 360, height: 740},
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(() => {
    const seen = [];
    Object.defineProperty(globalThis, Symbol.for('test/violations'), {value: seen});
    addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI, sourceFile}) => {
      seen.push(`${effectiveDirective} ${blockedURI} ${sourceFile}`);
    });
    addEventListener('unhandledrejection', ({reason}) => seen.push(`unhandled ${reason}`));
  });
  return {
    context,
    profile: folder,
    /** Ends every process of this browser at once, as a phone does that is out of memory. */
    async kill() {
      const ended = new Promise((resolve) => context.once('close', resolve));
      const [, pid] = /-(\d+)$/.exec(readlinkSync(join(folder, 'SingletonLock')));
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
      process.kill(-group, 'SIGKILL');
      await ended;
    },
    close: () => context.close(),
    async dispose() {
      await context.close().catch(() => {});
      rmSync(folder, {recursive: true, force: true, maxRetries: 5});
    },
  };
}

/** A page that notes what went wrong on it: errors of scripts, and what a policy forbade. */
export async function openPage(context) {
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
  });
  return {
    page,
    errors,
    violations: () => page.evaluate(() => globalThis[Symbol.for('test/violations')]),
  };
}

/** Where nobody looks at pictures, a page is only brought to rest, as a picture does with what moves on it. */
const noPicture = {clip: {x: 0, y: 0, width: 1, height: 1}};

/** Keeps a picture of the page in var/screens, for people to look at. */
export async function screen(page, name, options = {}) {
  const path = join(root, 'var/screens', `${name}.png`);
  const picture = process.env.CI ? noPicture : {path, ...options};
  await page.screenshot({animations: 'disabled', ...picture});
}

/** Resolves once the course shows either its outline or a lesson. */
export const courseShown = (page) => page.locator('kns-outline, kns-lesson').first().waitFor();

/** The n-th question on the page, from 0. */
export const questionAt = (page, index = 0) => page.locator('kns-question').nth(index);

/** Picks something in a question, whatever its type, and answers it; resolves once the answer is kept. */
export async function answerQuestion(question) {
  const choice = question.locator('input, button[aria-pressed]').first();
  await choice.waitFor();
  if ((await choice.getAttribute('type')) === 'button') await choice.click();
  else await choice.check({force: true});
  await question.getByRole('button', {name: words.answer}).click();
  await question.getByText(words.kept).waitFor();
}

/** Opens the first lesson from wherever the course is. */
export async function openFirstLesson(page) {
  await courseShown(page);
  if ((await page.locator('kns-lesson').count()) === 0) {
    await page.locator('kns-outline').getByRole('button').first().click();
  }
  await questionAt(page).waitFor();
}
