/**
 * Copies a field's text: the clipboard, else the old command, else it is left selected for the reader's own hand.
 * Resolves to whether it was copied.
 */
export async function copyText(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    // The only way on plain http, where there is no clipboard.
    return document.execCommand('copy');
  }
}
