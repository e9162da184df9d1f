// The short forms of `vi` drop the century.
const date = new Intl.DateTimeFormat('en-GB', {day: '2-digit', month: '2-digit', year: 'numeric'});
const time = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});

/** A day as it is written in Vietnam, `22/11/2026`, on the wall clock of this device. */
export const day = (ms: number): string => date.format(ms);

/** A moment as it is written in Vietnam, `14:05 22/11/2026`, on the wall clock of this device. */
export const dateTime = (ms: number): string => `${time.format(ms)} ${day(ms)}`;
