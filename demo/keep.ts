import {pageStore} from '../src/components/page-store.js';
import type {LoadedCourse} from '../src/store/courses.js';
import {offlineLine} from './offline-line.js';

/** Keeps the app's shell and every file of the course, so that one visit is enough, and says so in `place`. */
export async function keep(course: LoadedCourse, place: HTMLElement): Promise<void> {
  const line = offlineLine(place);
  try {
    const {registerOffline} = await import('../src/pwa/register.js');
    line.follow(registerOffline('sw.js'));
    await pageStore().courses.keepAll(course);
    line.courseKept(true);
  } catch {
    // Nothing is lost: the page goes on with the network, and the next visit keeps what is missing.
    line.courseKept(false);
  }
}

/** Loads the course of the page: the element asks for it at the same moment, and the store makes one request of it. */
export function openCourse(src: string): Promise<LoadedCourse> {
  return pageStore().courses.load(new URL(src, document.baseURI).href);
}
