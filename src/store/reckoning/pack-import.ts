const prefix = 'pack-';

/** The import that brings the packets of a pack from below: they are taken back with it. */
export const packImport = (hash: string): string => `${prefix}${hash}`;

/** Whether an import brought a pack. */
export const isPackImport = (name: string): boolean => name.startsWith(prefix);
