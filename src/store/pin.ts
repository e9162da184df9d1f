/**
 * What is kept of a PIN. It keeps a housemate from answering under another's name; it encrypts
 * nothing, and four digits can be tried out by whoever takes the database apart.
 */
export interface Pin {
  /** Base32, 16 bytes. */
  readonly salt: string;
  /** Of PBKDF2-SHA-256. */
  readonly rounds: number;
  /** Base32, 32 bytes. */
  readonly hash: string;
  /** Wrong entries since the last right one. */
  readonly failed: number;
  /** ms UTC of the last of them. */
  readonly failedAt: number;
}

/** Wrong entries that cost nothing. */
export const freeTries = 3;

const firstPause = 30_000;
const longestPause = 3_600_000;

/** How long the last wrong entry makes wait, in ms: 30 s, 1 min, 2 min … at most an hour. */
const pauseAfter = (failed: number): number =>
  failed < freeTries ? 0 : Math.min(longestPause, firstPause * 2 ** (failed - freeTries));

/** How long nothing may be entered, in ms. The clock may stand before the last entry: then the whole pause is left. */
export const pauseLeft = ({failed, failedAt}: Pin, now: number): number =>
  now < failedAt ? pauseAfter(failed) : Math.max(0, failedAt + pauseAfter(failed) - now);

/** A clock that was set back lets the pause begin anew, so that no wrong clock locks anybody out for longer. */
export const anchored = (pin: Pin, now: number): Pin =>
  now < pin.failedAt ? {...pin, failedAt: now} : pin;
