/**
 * True in the browser inside another app, as Zalo has one: it keeps storage of its own, puts nothing on the home
 * screen and has no printer. Only `navigator.userAgent` gives it away.
 */
export const runsInsideApp = (): boolean =>
  /Zalo|FBA[NV]|; wv\)|\bLine\//.test(navigator.userAgent);
