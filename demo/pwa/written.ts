import type {TemplateResult} from 'lit';

const isTemplate = (value: unknown): value is TemplateResult =>
  typeof value === 'object' && value !== null && 'strings' in value;

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

interface Markup {
  readonly markup: string;
}

const isMarkup = (value: unknown): value is Markup =>
  typeof value === 'object' && value !== null && 'markup' in value;

/** Text that is HTML already, in a place where Lit has a node. */
export const asWritten = (markup: string): object => ({markup}) satisfies Markup;

/** What Lit would draw into an empty page, as HTML. Properties and listeners need a script and are left out. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(written).join('');
  if (isMarkup(value)) return value.markup;
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  // `nothing`, and what there is not.
  if (!isTemplate(value)) return '';
  const {strings, values} = value;
  let text = '';
  strings.forEach((string, index) => {
    text += string;
    if (index === values.length) return;
    const attribute = /\s([.?@]?)[\w-]+=$/.exec(text);
    const given = values[index];
    if (!attribute) text += written(given);
    else if (attribute[1]) {
      // No boolean attribute is set before there is a script that could take it away.
      text = text.slice(0, attribute.index);
    } else text += `"${written(given)}"`;
  });
  return text
    .replace(/\s*\n\s*/g, '\n')
    .replace(/>\n</g, '><')
    .replace(/\n(\/?>)/g, '$1');
}
