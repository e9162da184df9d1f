import {subtle} from './keys.js';
import {stretch} from './stretched.js';

const mark = [0x4b, 0x4e, 0x53, 0x42, 1] as const;
const saltLength = 16;
const ivLength = 12;
const headLength = mark.length + 4 + saltLength + ivLength;
/** Whoever forges a file must not keep a phone busy for hours. */
const mostRounds = 1_000_000;

/** Why something sealed does not open. */
export type SealFlaw = 'no-seal' | 'wrong-words' | 'cannot-seal';

/** Whether bytes claim to be sealed by this library. */
export const isSealed = (bytes: Uint8Array): boolean =>
  bytes.length > headLength && mark.every((byte, at) => bytes[at] === byte);

/**
 * Bytes that only these words open again: AES-256-GCM under PBKDF2-SHA-256 of the words, whose parameters stand in front
 * and are authenticated too. Nothing where the browser offers no cryptography, as on plain http.
 */
export async function seal(bytes: Uint8Array, words: string): Promise<Uint8Array | undefined> {
  const native = subtle();
  if (!native) return undefined;
  const head = new Uint8Array(headLength);
  head.set(mark);
  const salt = crypto.getRandomValues(head.subarray(mark.length + 4, mark.length + 4 + saltLength));
  const iv = crypto.getRandomValues(head.subarray(headLength - ivLength));
  const {rounds, bytes: secret} = await stretch(words.normalize('NFC'), salt);
  new DataView(head.buffer).setUint32(mark.length, rounds);
  const key = await keyOf(native, secret, 'encrypt');
  const closed = await native.encrypt(
    {name: 'AES-GCM', iv, additionalData: head},
    key,
    bytes as Uint8Array<ArrayBuffer>,
  );
  const sealed = new Uint8Array(headLength + closed.byteLength);
  sealed.set(head);
  sealed.set(new Uint8Array(closed), headLength);
  return sealed;
}

/** What was sealed with these words, or why it does not open. Never throws. */
export async function unseal(sealed: Uint8Array, words: string): Promise<Uint8Array | SealFlaw> {
  const native = subtle();
  if (!native) return 'cannot-seal';
  if (!isSealed(sealed)) return 'no-seal';
  const head = sealed.slice(0, headLength);
  const rounds = new DataView(head.buffer).getUint32(mark.length);
  if (rounds < 1 || rounds > mostRounds) return 'no-seal';
  const salt = head.slice(mark.length + 4, mark.length + 4 + saltLength);
  try {
    const {bytes: secret} = await stretch(words.normalize('NFC'), salt, rounds);
    const key = await keyOf(native, secret, 'decrypt');
    const how = {name: 'AES-GCM', iv: head.slice(headLength - ivLength), additionalData: head};
    return new Uint8Array(await native.decrypt(how, key, sealed.slice(headLength)));
  } catch {
    // Other words, or a byte that changed on the way: the two cannot be told apart.
    return 'wrong-words';
  }
}

const keyOf = (native: SubtleCrypto, secret: Uint8Array, use: 'encrypt' | 'decrypt') =>
  native.importKey('raw', secret as Uint8Array<ArrayBuffer>, 'AES-GCM', false, [use]);
