import {fromBase32} from '../store/reckoning/base32.js';
import type {DeviceKey} from '../store/reckoning/record.js';

/** How a device is called in front of people: `A1B2`, the first two bytes of its key. */
export const deviceName = (device: DeviceKey): string =>
  shortName(
    Array.from(fromBase32(device)?.subarray(0, 2) ?? [], (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(''),
  );

/** The same from the 8 hex digits by which codes and receipts name a device. */
export const shortName = (hex: string): string => hex.slice(0, 4).toUpperCase();
