import type {} from '../../src/define.js';
import {watchInstall} from '../../src/pwa/install.js';
import {keep, openCourse} from '../keep.js';
import {followAddress} from './address.js';
import {rememberProvince} from './province.js';
import './tags.js';
import {takeOver} from './take-over.js';

const course = document.querySelector('kns-course');
const line = document.querySelector('kns-offline');
/** The first lesson as the page brings it. */
const first = document.querySelector('.first');
const missing = document.querySelector<HTMLElement>('#missing');
const install = watchInstall();
const province = document.querySelector<HTMLElement>('#province');

let fetching: Promise<unknown> | undefined;
const lessons = () =>
  (fetching ??= import('./lessons.js').catch((error: unknown) => {
    // The network may be back when the next lesson is opened.
    fetching = undefined;
    throw error;
  }));

if (course && line) {
  // Whoever comes for anything else must not meet it behind a later address.
  if (`#${first?.id}` !== location.hash) first?.remove();

  /** Fetches what draws lessons, and lets the course draw the one that is asked for. */
  const draw = async () => {
    try {
      await lessons();
      course.requestUpdate();
      if (first?.isConnected) await takeOver(course, first);
      else await course.updateComplete;
    } catch {
      if (missing) missing.hidden = !course.lesson;
      new MutationObserver((_, watching) => {
        watching.disconnect();
        if (missing) missing.hidden = true;
        void draw();
      }).observe(course, {attributes: true, attributeFilter: ['lesson']});
    }
  };

  followAddress(course);
  rememberProvince(course);
  // The outline needs none of it.
  if (course.lesson) lessons().catch(() => undefined);
  openCourse(course.src, course.lesson).then(
    // On a slow line every byte before the first lesson is the learner's time: the worker waits until it stands.
    async (loaded) => {
      await course.updateComplete;
      await draw();
      // Codes in the address stay there until this has come.
      import('./arrival.js').then(
        ({takeCodesIn}) => takeCodesIn(course),
        () => undefined,
      );
      if (province) {
        // Without it the province chosen before holds.
        import('./province-choice.js').then(
          ({offerProvinces}) => offerProvinces(loaded.course, course, province),
          () => undefined,
        );
      }
      await keep(loaded, line, install);
    },
    // What could not be opened is told by the element itself.
    () => first?.remove(),
  );
}
