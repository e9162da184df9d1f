import type {DeviceKey} from './record.js';

/** A register: the larger counter holds, then the larger device. `value` is absent where it was taken out. */
export interface Registered<T> {
  readonly value?: T;
  readonly counter: number;
  readonly by: DeviceKey;
}

/** Whether one register holds over another. Two of a device's twins may have counted alike: then the larger text holds. */
export function isLater<T>(one: Registered<T>, other: Registered<T> | undefined): boolean {
  if (!other) return true;
  if (one.counter !== other.counter) return one.counter > other.counter;
  if (one.by !== other.by) return one.by > other.by;
  return textOf(one.value) > textOf(other.value);
}

const textOf = (value: unknown) => JSON.stringify(value) ?? '';
