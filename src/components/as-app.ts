/** True when the page was opened from the home screen. iOS says so in a word of its own. */
export const runsAsApp = (): boolean =>
  matchMedia('(display-mode: standalone)').matches ||
  (navigator as {standalone?: boolean}).standalone === true;
