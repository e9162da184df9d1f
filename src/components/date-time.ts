const day = new Intl.DateTimeFormat('en-GB', {day: '2-digit', month: '2-digit', year: 'numeric'});
const time = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});

/** A moment as it is written in Vietnam, `14:05 22/11/2026`, on the wall clock of this device. */
export const dateTime = (ms: number): string => `${time.format(ms)} ${day.format(ms)}`;
