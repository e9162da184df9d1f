import {fromBase32} from '../../../store/reckoning/base32.js';
import type {DeviceKey} from '../../../store/reckoning/record.js';

/** How a device is called on screen: the first two bytes of its key, `A1B2`, as codes and receipts quote it too. */
export const deviceName = (device: DeviceKey): string =>
  Array.from((fromBase32(device) ?? new Uint8Array(2)).subarray(0, 2), (byte) =>
    byte.toString(16).padStart(2, '0'),
  )
    .join('')
    .toUpperCase();
