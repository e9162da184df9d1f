import type {KnsOffline} from '../src/components/page/offline.js';
import {pageStore} from '../src/components/page-store.js';
import type {InstallOffer} from '../src/pwa/install.js';
import type {LoadedCourse} from '../src/store/courses.js';

/** Keeps the app's shell and every file of the course, so that one visit is enough; `line` says so. */
export async function keep(
  course: LoadedCourse,
  line: KnsOffline,
  install: InstallOffer,
): Promise<void> {
  line.course = course;
  try {
    const {registerOffline} = await import('../src/pwa/register.js');
    line.offline = registerOffline('sw.js', {install});
  } catch {
    // Nothing is lost: the page goes on with the network, and the next visit keeps what is missing.
  }
}

/**
 * Loads the course of the page: the element asks for it at the same moment, and the store makes one request of it. A
 * lesson that is asked for comes along, while what draws it is on its way.
 */
export async function openCourse(src: string, lesson = ''): Promise<LoadedCourse> {
  const {courses} = pageStore();
  const loaded = await courses.load(new URL(src, document.baseURI).href);
  // What could not be had is told by the element that draws it.
  if (lesson) courses.lesson(loaded, lesson).catch(() => undefined);
  return loaded;
}
