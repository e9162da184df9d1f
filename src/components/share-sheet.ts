/** How the share sheet ended: `none` where a browser has none, `text` where it took words but no file. */
export type Shared = 'file' | 'text' | 'none' | 'not';

/** Whether there is a share sheet at all. */
export const hasShareSheet = (): boolean => typeof navigator.share === 'function';

/**
 * Opens the phone's share sheet with a file where it takes files, else with the text. To be called within a tap,
 * with everything in hand: browsers refuse it after a wait. Never rejects.
 */
export async function openShareSheet(text: string, file: File | undefined): Promise<Shared> {
  if (!hasShareSheet()) return 'none';
  const takesFile = file !== undefined && navigator.canShare?.({files: [file]}) === true;
  try {
    await navigator.share(takesFile ? {files: [file]} : {text});
    return takesFile ? 'file' : 'text';
  } catch (error) {
    // Closed by the reader, which is an answer. Anything else is a phone that cannot.
    return error instanceof DOMException && error.name === 'AbortError' ? 'not' : 'none';
  }
}
