import {LineCounter, isAlias, isMap, isNode, isScalar, parseDocument, visit} from 'yaml';
import type {Place, Report} from './flaw.js';
import {hiddenIn} from './hidden-characters.js';
import type {SourceFile} from './source-file.js';

/** A YAML value that knows where each of its parts stands. */
export interface YamlSource {
  readonly value: unknown;
  /** Place of the value at a path; of its nearest parent where there is none. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** Place of a field's name. */
  placeOfKey(path: readonly PropertyKey[]): Place;
}

/** Reads `text`, which begins at `offset` of the file. Aliases are refused: a few of them can unfold into gigabytes. */
export function readYaml(
  source: SourceFile,
  report: Report,
  {text = source.text, offset = 0}: {text?: string; offset?: number} = {},
): YamlSource | undefined {
  const placeAt = (at: number) => source.placeAt(offset + Math.min(at, text.length));
  let document;
  try {
    document = parseDocument(text, {lineCounter: new LineCounter(), prettyErrors: false});
  } catch {
    // Brackets nested by the thousand exhaust the parser's stack.
    report('yaml-invalid', placeAt(0), {reason: 'TOO_DEEP'});
    return undefined;
  }
  const complaints = [...document.errors, ...document.warnings];
  for (const {code, pos} of complaints) report('yaml-invalid', placeAt(pos[0]), {reason: code});

  let aliases = 0;
  visit(document, {
    Alias(_, {range}) {
      aliases += 1;
      report('yaml-alias', placeAt(range?.[0] ?? 0));
      return visit.BREAK;
    },
    Scalar(_, {value, range}) {
      if (typeof value !== 'string') return;
      const [found] = hiddenIn(value);
      // Written out it has been named where the file was read; as `"\\u200B"` nobody sees it there either.
      if (!found || hiddenIn(text.slice(range?.[0], range?.[1])).length > 0) return;
      report('hidden-character', placeAt(range?.[0] ?? 0), {character: found.name});
    },
  });
  if (complaints.length > 0 || aliases > 0) return undefined;

  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node: unknown =
        length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && !isAlias(node) && node.range) return placeAt(node.range[0]);
    }
    return placeAt(0);
  };
  return {
    value: document.toJS() as unknown,
    placeOf,
    placeOfKey(path) {
      const parent: unknown =
        path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
      const pair = isMap(parent)
        ? parent.items.find(({key}) => isScalar(key) && key.value === path.at(-1))
        : undefined;
      return isScalar(pair?.key) && pair.key.range ? placeAt(pair.key.range[0]) : placeOf(path);
    },
  };
}
