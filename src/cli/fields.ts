import type {Report} from './flaw.js';
import type {YamlSource} from './yaml-source.js';

interface FieldIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

type Schema<T> = {
  safeParse(
    input: unknown,
  ):
    | {readonly success: true; readonly data: T}
    | {readonly success: false; readonly error: {readonly issues: readonly FieldIssue[]}};
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step],
    value,
  );

/** The value when it has the fields it must have; each field that is missing, unknown or wrong is reported at its place. */
export function readFields<T>(schema: Schema<T>, yaml: YamlSource, report: Report): T | undefined {
  const result = schema.safeParse(yaml.value);
  if (result.success) return result.data;
  for (const {code, path, keys = []} of result.error.issues) {
    const field = path.join('.');
    const value = valueAt(yaml.value, path);
    if (code === 'unrecognized_keys') {
      for (const key of keys)
        report('field-unknown', yaml.placeOfKey([...path, key]), {field: key});
    } else if (value === undefined || value === null) {
      report('field-missing', yaml.placeOf(path), {field});
    } else if (path.at(-1) === 'version' && typeof value === 'number') {
      report('version-not-string', yaml.placeOf(path), {value});
    } else {
      report('field-invalid', yaml.placeOf(path), {field});
    }
  }
  return undefined;
}
