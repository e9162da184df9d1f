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

const day = /^\d{4}-\d{2}-\d{2}$/;

/** A day's shape is the schema's business; that February has no 30th is the calendar's. */
function reportUnrealDays(
  value: unknown,
  yaml: YamlSource,
  report: Report,
  path: readonly PropertyKey[] = [],
): void {
  if (typeof value === 'string' && day.test(value)) {
    const real = new Date(`${value}T00:00:00Z`);
    if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== value) {
      report('day-unreal', yaml.placeOf(path), {day: value});
    }
  } else if (Array.isArray(value)) {
    value.forEach((inner, at) => reportUnrealDays(inner, yaml, report, [...path, at]));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      reportUnrealDays(inner, yaml, report, [...path, key]);
    }
  }
}

/** The value when it has the fields it must have; each field that is missing, unknown or wrong is reported at its place. */
export function readFields<T>(schema: Schema<T>, yaml: YamlSource, report: Report): T | undefined {
  const result = schema.safeParse(yaml.value);
  if (result.success) {
    reportUnrealDays(yaml.value, yaml, report);
    return result.data;
  }
  for (const {code, path, keys = []} of result.error.issues) {
    const field = path.join('.');
    const value = valueAt(yaml.value, path);
    if (code === 'unrecognized_keys') {
      for (const key of keys)
        report('field-unknown', yaml.placeOfKey([...path, key]), {field: key});
    } else if (value === undefined || value === null) {
      report('field-missing', yaml.placeOf(path), {field});
    } else if (field === 'version' && typeof value === 'number') {
      report('version-not-string', yaml.placeOf(path), {value});
    } else {
      report('field-invalid', yaml.placeOf(path), {field});
    }
  }
  return undefined;
}
