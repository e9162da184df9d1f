import {KnsError} from '../errors.js';
import type {DeviceRow} from './database-layout.js';
import {newKey} from './ids.js';
import {toBase32} from './reckoning/base32.js';
import type {DeviceKey, LearnerKey} from './reckoning/record.js';

const keyLength = 10;
/** P-256, whose signatures every browser of the last years can make. */
export const curve = {name: 'ECDSA', namedCurve: 'P-256'};
/** The browser's own cryptography, which nobody takes from anywhere else; undefined on plain http. */
export const subtle = (): SubtleCrypto | undefined => (crypto as Partial<Crypto>).subtle;

/** SHA-256 of bytes, also where the browser offers none. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  const native = subtle();
  if (native) {
    return new Uint8Array(await native.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  }
  const {sha256: hash} = await import('@noble/hashes/sha2.js');
  return hash(bytes);
}

/** SHA-256 in lower-case hex. */
export const sha256Hex = async (bytes: Uint8Array): Promise<string> =>
  Array.from(await sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Names this device anew. Where the browser can sign, the name is the beginning of the hash
 * of a public key, so that a stranger can tell whose signature it is without a table.
 */
export async function newDevice(): Promise<DeviceRow> {
  const native = subtle();
  if (!native) return {device: newKey()};
  try {
    const pair = await native.generateKey(curve, false, ['sign', 'verify']);
    const raw = new Uint8Array(await native.exportKey('raw', pair.publicKey));
    return {device: await deviceOf(raw), pair};
  } catch {
    // Some browsers offer the door and refuse the curve; unsigned is what plain http has as well.
    return {device: newKey()};
  }
}

/** The name of the device whose public key this is. */
export const deviceOf = async (publicKey: Uint8Array): Promise<DeviceKey> =>
  toBase32((await sha256(publicKey)).subarray(0, keyLength));

const isPersonal = (id: string) => {
  const bare = id.replace(/[\s().+-]/g, '');
  return id.includes('@') || /^\d{9,15}$/.test(bare);
};

/**
 * A portal's opaque id as a learner key, the same for ever and on every device. Throws KnsError
 * `learner-refused` for what looks like a phone number, an e-mail or an identity number.
 */
export async function learnerOf(issuer: string, id: string): Promise<LearnerKey> {
  if (id.trim() === '' || isPersonal(id)) {
    throw new KnsError('learner-refused', 'Pass an opaque id, not something that names a person.');
  }
  const named = new TextEncoder().encode(`kynangso/learner/1\n${issuer}\n${id}`);
  return toBase32((await sha256(named)).subarray(0, keyLength));
}
