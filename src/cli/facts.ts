import {FactSource} from '../curriculum/source.js';
import {readFields} from './fields.js';
import type {Place, Report} from './flaw.js';
import type {Folder} from './folder.js';
import {readYaml} from './yaml-source.js';

/** A fact as it stands in its file. */
export interface PlacedFact {
  readonly fact: FactSource;
  readonly place: Place;
  readonly placeOf: (field: keyof FactSource) => Place;
}

/** The facts of one file, each with its place. */
export interface FactFile {
  readonly scope: string;
  readonly facts: readonly PlacedFact[];
}

/** All facts files of a course. */
export interface FactFiles {
  readonly files: readonly FactFile[];
  /** False when one of them could not be read: then nobody can say that a token is unknown. */
  readonly whole: boolean;
}

/** Reads `facts/<scope>.yaml`, every file of them. */
export function readFacts(folder: Folder, report: Report): FactFiles {
  let whole = true;
  const broken = (): [] => {
    whole = false;
    return [];
  };
  const files = folder.list('facts', '.yaml').flatMap((name): FactFile[] => {
    const path = `facts/${name}`;
    const source = folder.read(path);
    const yaml = source && readYaml(source, report);
    if (!yaml) return broken();
    if (!Array.isArray(yaml.value)) {
      report('field-invalid', yaml.placeOf([]), {field: name});
      return broken();
    }
    const stem = name.slice(0, -'.yaml'.length);
    const seen = new Map<string, Place>();
    const facts = yaml.value.flatMap((value: unknown, at) => {
      const place = yaml.placeOf([at]);
      const fact = readFields(
        FactSource,
        {
          value,
          placeOf: (inner) => yaml.placeOf([at, ...inner]),
          placeOfKey: (inner) => yaml.placeOfKey([at, ...inner]),
        },
        report,
      );
      if (!fact) return broken();
      if (fact.scope.toLowerCase() !== stem) {
        report('fact-scope', yaml.placeOf([at, 'scope']), {scope: fact.scope, name});
      }
      // The same fact may stand twice for two spans of time, never twice from the same day.
      const key = `${fact.id} ${fact.validFrom ?? ''}`;
      const first = seen.get(key);
      if (first) report('id-duplicate', place, {id: fact.id, line: first.line});
      else seen.set(key, place);
      return [{fact, place, placeOf: (field: keyof FactSource) => yaml.placeOf([at, field])}];
    });
    return [{scope: facts[0]?.fact.scope ?? stem, facts}];
  });
  return {files, whole};
}
