/** Minutes after midnight as they stand on a wall: `19:30`. An evening may end after midnight. */
export function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
