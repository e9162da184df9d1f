import {KnsError} from '../errors.js';
import type {DeviceRow} from './database.js';
import type {Signature} from './exchange-contract.js';
import {newKey} from './ids.js';
import {toBase32} from './reckoning/base32.js';
import type {DeviceKey, LearnerKey} from './reckoning/record.js';

const keyLength = 10;
const curve = {name: 'ECDSA', namedCurve: 'P-256'};
const es256 = {name: 'ECDSA', hash: 'SHA-256'};
/** Undefined on plain http. */
const subtle = (): SubtleCrypto | undefined => (crypto as Partial<Crypto>).subtle;

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

/** ES256 over bytes; nothing where the browser cannot sign. */
export async function signWith(
  {privateKey, publicKey}: CryptoKeyPair,
  bytes: Uint8Array,
): Promise<Signature | undefined> {
  const native = subtle();
  if (!native) return undefined;
  const [signature, raw] = await Promise.all([
    native.sign(es256, privateKey, bytes as Uint8Array<ArrayBuffer>),
    native.exportKey('raw', publicKey),
  ]);
  return {publicKey: new Uint8Array(raw), signature: new Uint8Array(signature)};
}

/** Whether a signature is of these bytes by this key; nothing where the browser cannot tell. */
export async function verify(
  {publicKey, signature}: Signature,
  bytes: Uint8Array,
): Promise<boolean | undefined> {
  const native = subtle();
  if (!native) return undefined;
  try {
    const key = await native.importKey('raw', publicKey as Uint8Array<ArrayBuffer>, curve, false, [
      'verify',
    ]);
    const [sign, signed] = [signature, bytes] as Uint8Array<ArrayBuffer>[];
    return await native.verify(es256, key, sign!, signed!);
  } catch {
    // Sixty-five bytes that are no point of the curve.
    return false;
  }
}

/** What a phone of the cheap kind computes in about half a second; in script it takes ten times as long. */
const roundsHere = () => (subtle() ? 200_000 : 20_000);

/** Makes a short secret costly to guess: PBKDF2-SHA-256, 32 bytes, the same with and without the browser's help. */
export async function stretch(
  secret: string,
  salt: Uint8Array,
  rounds = roundsHere(),
): Promise<{rounds: number; bytes: Uint8Array}> {
  const native = subtle();
  const bytes = new TextEncoder().encode(secret);
  if (native) {
    const key = await native.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']);
    const how = {
      name: 'PBKDF2',
      hash: 'SHA-256',
      salt: salt as Uint8Array<ArrayBuffer>,
      iterations: rounds,
    };
    return {rounds, bytes: new Uint8Array(await native.deriveBits(how, key, 256))};
  }
  const [{pbkdf2Async}, {sha256: hash}] = await Promise.all([
    import('@noble/hashes/pbkdf2.js'),
    import('@noble/hashes/sha2.js'),
  ]);
  return {rounds, bytes: await pbkdf2Async(hash, bytes, salt, {c: rounds, dkLen: 32})};
}

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
