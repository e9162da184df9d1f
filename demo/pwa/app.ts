import '../../src/define.js';
import {watchInstall} from '../../src/pwa/install.js';
import {keep, openCourse} from '../keep.js';
import {followAddress} from './address.js';
import {rememberProvince} from './province.js';

const course = document.querySelector('kns-course');
const line = document.querySelector('kns-offline');
const install = watchInstall();
const province = document.querySelector<HTMLElement>('#province');

if (course && line) {
  followAddress(course);
  rememberProvince(course);
  openCourse(course.src).then(
    // On a slow line every byte before the first lesson is the learner's time: the worker waits until it stands.
    async (loaded) => {
      await course.updateComplete;
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
    () => undefined,
  );
}
