/** Written in turn, so that a write cut short leaves the other one. */
export const slotNames = ['kynangso/witness/a', 'kynangso/witness/b'] as const;

/** Whether somebody has kept something here before. Throws where storage does. */
export const hasSecondCopy = (storage: {getItem(key: string): string | null}): boolean =>
  slotNames.some((name) => storage.getItem(name));
