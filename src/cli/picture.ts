import {XmlElement, XmlError, XmlText, parseXml} from '@rgrove/parse-xml';
import {
  type PictureNode,
  isPictureAttribute,
  pictureAttributes,
  pictureLimits,
  pictureTags,
} from '../curriculum/picture.js';
import type {Report} from './flaw.js';
import type {SourceFile} from './source-file.js';
import {brotliBytes, weightLimits} from './weight.js';

/** A drawing travels inside the lesson, so it has to be drawn with few shapes. Length of its JSON. */
const largest = 16_000;

/** Four numbers: a drawing without a frame of its own is drawn nowhere. */
const frame = /^\s*-?[\d.]+(?:[\s,]+-?[\d.]+){3}\s*$/;

const tags: readonly string[] = pictureTags;
const names: readonly string[] = pictureAttributes;

/** A drawing as the closed tree that pages draw; everything it may not contain is reported. */
export function readPicture(source: SourceFile, report: Report): PictureNode | undefined {
  // A document type brings entities, which unfold, and fetches what it names.
  const doctype = /<!DOCTYPE/i.exec(source.text);
  if (doctype) {
    report('picture-element', source.placeAt(doctype.index), {element: '!DOCTYPE'});
    return undefined;
  }
  let root: XmlElement | null;
  try {
    root = parseXml(source.text, {includeOffsets: true}).root;
  } catch (error) {
    const at = error instanceof XmlError ? error.pos : 0;
    report('picture-invalid', source.placeAt(at));
    return undefined;
  }
  let sound = true;
  const refuse: Report = (...flaw) => {
    sound = false;
    report(...flaw);
  };
  if (root?.name !== 'svg' || !frame.test(root.attributes['viewBox'] ?? '')) {
    refuse('picture-invalid', source.placeAt(root?.start ?? 0));
    return undefined;
  }

  let nodes = 0;
  const treeOf = (element: XmlElement, depth: number): PictureNode => {
    nodes += 1;
    const place = source.placeAt(element.start);
    if (!tags.includes(element.name) || (element.name === 'svg') !== (depth === 0)) {
      refuse('picture-element', place, {element: element.name});
    }
    const attributes: Record<string, string> = {};
    for (const [name, raw] of Object.entries(element.attributes)) {
      // Markup needs the namespace, createElementNS brings its own.
      if (name === 'xmlns') continue;
      const value = raw.replace(/\s+/g, ' ').trim();
      if (!names.includes(name) || !isPictureAttribute(name, value)) {
        refuse('picture-attribute', source.placeOf(name, element.start), {attribute: name, value});
      }
      attributes[name] = value;
    }
    const children: PictureNode[] = [];
    for (const child of element.children) {
      if (child instanceof XmlElement) {
        if (depth < pictureLimits.depth) children.push(treeOf(child, depth + 1));
        else refuse('picture-too-large', source.placeAt(child.start), {what: 'depth'});
      } else if (child instanceof XmlText && child.text.trim() !== '') {
        refuse('picture-text', source.placeAt(child.start));
      }
    }
    return [element.name, attributes, ...children];
  };

  const tree = treeOf(root, 0);
  if (nodes > pictureLimits.nodes || JSON.stringify(tree).length > largest) {
    refuse('picture-too-large', source.placeAt(root.start), {what: 'size'});
  }
  const bytes = brotliBytes(JSON.stringify(tree));
  if (sound && bytes > weightLimits.picture) {
    report('picture-heavy', source.placeAt(root.start), {bytes, most: weightLimits.picture});
  }
  return sound ? tree : undefined;
}
