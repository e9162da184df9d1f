/** A record id taken apart: its time, and what our devices write behind it. */
export interface IdParts {
  readonly time: number;
  /** 16 hex digits: version, variant and the device. */
  readonly maker: string;
  readonly tail: number;
}

const ordered = /^(.{8})-(.{4})-(7.{3})-([89ab].{3})-(.{8})(.{4})$/;

/** Nothing for an id that is no UUIDv7. */
export function partsOf(id: string): IdParts | undefined {
  const [, high = '', low = '', version = '', variant = '', device = '', tail = ''] =
    ordered.exec(id) ?? [];
  if (tail === '') return undefined;
  return {
    time: Number.parseInt(high + low, 16),
    maker: version + variant + device,
    tail: Number.parseInt(tail, 16),
  };
}

/** In hex, with zeros in front. */
export const digits = (value: number, count: number) => value.toString(16).padStart(count, '0');

/** 32 hex digits as a UUID is written. */
export const hyphened = (hex: string) =>
  hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

export const idFrom = ({time, maker, tail}: IdParts): string =>
  hyphened(digits(time, 12) + maker + digits(tail, 4));
