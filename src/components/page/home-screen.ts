import {runsAsApp} from '../as-app.js';
import {runsInsideApp} from '../inside-app.js';

/** How this browser puts an app on the home screen; each way asks for other words. */
export type HomeScreen = 'there' | 'offered' | 'ios' | 'in-app' | 'menu';

/** Tells by `navigator.userAgent`: nothing else gives away an iPhone. */
export function homeScreen(isOffered: boolean): HomeScreen {
  if (runsAsApp()) return 'there';
  const {userAgent, maxTouchPoints} = navigator;
  if (runsInsideApp()) return 'in-app';
  // An iPad calls itself a Macintosh.
  const isIos = /iPhone|iPad|iPod/.test(userAgent);
  if (isIos || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios';
  return isOffered ? 'offered' : 'menu';
}
