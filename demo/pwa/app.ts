import '../../src/define.js';
import type {KnsCourse} from '../../src/index.js';
import {offlineLine} from '../offline-line.js';
import {followAddress} from './address.js';

/** Keeps the shell and then the whole course, so that one visit is enough for reading without a network. */
async function keep(course: KnsCourse, place: HTMLElement) {
  const line = offlineLine(place);
  const {registerOffline} = await import('../../src/pwa/register.js');
  line.follow(registerOffline('sw.js'));
  await navigator.serviceWorker?.ready;
  const kept = await course.keepAll().then(
    () => true,
    () => false,
  );
  line.courseKept(kept);
}

const course = document.querySelector('kns-course');
const place = document.querySelector<HTMLElement>('#offline');

if (course && place) {
  followAddress(course);
  // On a slow line every byte before the first lesson is the learner's time: the worker waits until it stands.
  void course.loaded.then(() => keep(course, place));
}
