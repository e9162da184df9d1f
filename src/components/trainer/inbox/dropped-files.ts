/** So many files at a time; more are a wrong folder, or better taken in parts. */
export const mostFiles = 20_000;

/** What operating systems leave in every folder. */
const isLitter = (name: string): boolean =>
  name.startsWith('.') || /^(thumbs\.db|desktop\.ini|__macosx)$/i.test(name);

/** Files without those that nobody put there. */
export const withoutLitter = (files: Iterable<File>): readonly File[] =>
  [...files].filter(
    ({name, webkitRelativePath}) =>
      !isLitter(name) && !webkitRelativePath.split('/').some(isLitter),
  );

/**
 * Every file that was dropped, folders walked through; at most one more than `mostFiles`.
 * Must be called while the drop is being told: what was dropped is out of reach after that.
 */
export async function filesDropped({items, files}: DataTransfer): Promise<readonly File[]> {
  const entries = [...items]
    .filter(({kind}) => kind === 'file')
    .map((item) => item.webkitGetAsEntry());
  const loose = [...files];
  if (!entries.some((entry) => entry?.isDirectory)) return withoutLitter(loose);
  const found: File[] = [];
  for (const entry of entries) if (entry) await walk(entry, found);
  return found;
}

async function walk(entry: FileSystemEntry, found: File[]): Promise<void> {
  if (isLitter(entry.name) || found.length > mostFiles) return;
  if (entry.isFile) {
    const file = await new Promise<File | undefined>((resolve) =>
      // What cannot be opened, the door cannot name either: it is gone from the disk.
      (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined)),
    );
    if (file) found.push(file);
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A browser gives a hundred at a time, and none when there are no more.
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return;
    for (const one of some) await walk(one, found);
  }
}
