/** What is written in capitals throughout, or without any, as names are written. */
export function cased(text: string): string {
  const isPlain = text === text.toUpperCase() || text === text.toLowerCase();
  if (!isPlain) return text;
  return text
    .toLowerCase()
    .replace(
      /(^|[\s'’.-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}
