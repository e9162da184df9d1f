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

/** Beyond these a drawing costs a cheap phone more than it tells. */
export const pictureLimits = {depth: 12, nodes: 600} as const;

const tags: ReadonlySet<string> = new Set(pictureTags);
const attributes: ReadonlySet<string> = new Set(pictureAttributes);
const roles: ReadonlySet<string> = new Set(pictureRoles);

/** True when an attribute is on the list and its value can neither fetch nor bring a colour of its own. */
export function isPictureAttribute(name: string, value: string): boolean {
  if (!attributes.has(name)) return false;
  if (name === 'class') return value.split(' ').every((role) => roles.has(role));
  if (name === 'fill' || name === 'stroke') return value === 'none';
  // Only a transform is written with brackets; anywhere else they could be `url(`.
  return name === 'transform' || !value.includes('(');
}

/** True when every element and attribute of the tree is on the lists, and it keeps to `pictureLimits`. */
export function isPicture(input: unknown): input is PictureNode {
  let nodes = 0;
  const walk = (node: unknown, depth: number): boolean => {
    if (!Array.isArray(node) || depth > pictureLimits.depth || ++nodes > pictureLimits.nodes)
      return false;
    const [tag, attrs, ...children] = node as unknown[];
    if (typeof tag !== 'string' || !tags.has(tag) || (tag === 'svg') !== (depth === 0))
      return false;
    if (typeof attrs !== 'object' || attrs === null || Array.isArray(attrs)) return false;
    const allowed = Object.entries(attrs).every(
      ([name, value]) => typeof value === 'string' && isPictureAttribute(name, value),
    );
    if (!allowed) return false;
    return children.every((child) => walk(child, depth + 1));
  };
  return walk(input, 0);
}

export const PictureNode = z.custom<PictureNode>(isPicture);
