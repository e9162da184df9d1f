/** A cell as it was meant, whatever white space it was typed or brought in with. */
export const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u200b-\u200d\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
