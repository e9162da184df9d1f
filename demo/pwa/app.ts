import '../../src/define.js';
import {keep, openCourse} from '../keep.js';
import {followAddress} from './address.js';

const course = document.querySelector('kns-course');
const place = document.querySelector<HTMLElement>('#offline');

if (course && place) {
  followAddress(course);
  openCourse(course.src).then(
    // On a slow line every byte before the first lesson is the learner's time: the worker waits until it stands.
    (loaded) => course.updateComplete.then(() => keep(loaded, place)),
    // What could not be opened is told by the element itself.
    () => undefined,
  );
}
