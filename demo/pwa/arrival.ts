import {offerAppAddress} from '../../src/components/app-address.js';
import type {KnsCourse} from '../../src/components/learner/course.js';
import type {KnsShare} from '../../src/components/learner/share.js';
import {followCodes, pageAddress} from '../code-in-address.js';
import {stands} from './stands.js';

/** Before an emptied store the code is laid into the screen with the ways back; the reader says which to take. */
async function layBeforeGuard(root: DocumentFragment | HTMLElement, code: string) {
  const field = await stands<HTMLTextAreaElement>(root, '.ways #pasted');
  field.value = code;
  field.scrollIntoView({block: 'center'});
}

/** Takes codes in the address to where codes are pasted, and lets links to this page be made. */
export function takeCodesIn(course: KnsCourse): void {
  offerAppAddress(pageAddress().replace(/\?.*$/, ''));
  followCodes(async (code) => {
    const root = course.renderRoot;
    void layBeforeGuard(root, code);
    await customElements.whenDefined('kns-share');
    // Nobody reads what comes of it below a lesson.
    course.lesson = '';
    const share = await stands<KnsShare>(root, '.foot kns-share');
    return share.takeIn(code);
  });
}
