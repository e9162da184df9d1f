import * as z from 'zod/mini';

/** Elements a drawing may use. No text, so that every word is translated, enlarged and read aloud. */
export const pictureTags = [
  'svg',
  'g',
  'path',
  'circle',
  'ellipse',
  'rect',
  'line',
  'polyline',
  'polygon',
] as const;

/** Attributes a drawing may use. `class` names a role of the palette (`ink`, `accent`, `warm` …), never a colour. */
export const pictureAttributes = [
  'viewBox',
  'class',
  'd',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'width',
  'height',
  'points',
  'transform',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'fill',
  'stroke',
  'fill-rule',
  'opacity',
] as const;

/** Palette roles a drawing's `class` may name; the component paints them from the theme's tokens. */
export const pictureRoles = [
  'ink',
  'soft',
  'paper',
  'accent',
  'tint',
  'warm',
  'skin',
  'alert',
  'good',
  'line',
] as const;

/** `[tag, attributes, ...children]`, a closed tree that is drawn with createElementNS. */
export type PictureNode = readonly [string, Readonly<Record<string, string>>, ...PictureNode[]];

const tags: ReadonlySet<string> = new Set(pictureTags);
const attributes: ReadonlySet<string> = new Set(pictureAttributes);

/** True when every element and attribute of the tree is on the lists, no deeper than 12 and no larger than 600 nodes. */
export function isPicture(input: unknown): input is PictureNode {
  let nodes = 0;
  const walk = (node: unknown, depth: number): boolean => {
    if (!Array.isArray(node) || depth > 12 || ++nodes > 600) return false;
    const [tag, attrs, ...children] = node as unknown[];
    if (typeof tag !== 'string' || !tags.has(tag) || (tag === 'svg') !== (depth === 0))
      return false;
    if (typeof attrs !== 'object' || attrs === null || Array.isArray(attrs)) return false;
    for (const [name, value] of Object.entries(attrs)) {
      // `url(` would let a drawing fetch.
      if (
        !attributes.has(name) ||
        typeof value !== 'string' ||
        value.includes('(') !== (name === 'transform')
      ) {
        return false;
      }
    }
    return children.every((child) => walk(child, depth + 1));
  };
  return walk(input, 0);
}

export const PictureNode = z.custom<PictureNode>(isPicture);
