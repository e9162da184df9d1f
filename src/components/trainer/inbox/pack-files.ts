/** What a pack, and anything under a lock of ours, begins with. */
const begins = /^KNS[PB]/;
const named = /\.kns[pb]$/i;

/** Files that are packs, or say to be, and all the others, each in their order. */
export async function packsAmong(
  files: readonly File[],
): Promise<{readonly packs: readonly File[]; readonly others: readonly File[]}> {
  const packs: File[] = [];
  const others: File[] = [];
  for (const file of files) ((await isPack(file)) ? packs : others).push(file);
  return {packs, others};
}

/** Chat programs rename files, so the beginning counts as well; thousands of texts are not read for it. */
async function isPack(file: File): Promise<boolean> {
  if (named.test(file.name)) return true;
  if (/^(?:text|image|audio|video)\//.test(file.type)) return false;
  try {
    return begins.test(await file.slice(0, 4).text());
  } catch {
    // Gone since it was chosen: whoever reads it whole says so.
    return false;
  }
}
