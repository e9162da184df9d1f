import {subtle} from './keys.js';

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
