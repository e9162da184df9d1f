// What a reader does not see can change what a line says: directions, zero widths, fillers, control characters.
const hidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;

/** A character nobody sees, as `U+200B`, and where it stands. */
export interface HiddenCharacter {
  readonly name: string;
  readonly index: number;
}

/** Every character of a text that nobody sees. */
export const hiddenIn = (text: string): HiddenCharacter[] =>
  [...text.matchAll(hidden)].map(({0: character, index}) => {
    const point = character.codePointAt(0) ?? 0;
    return {name: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`, index};
  });
