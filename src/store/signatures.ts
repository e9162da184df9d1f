import type {Signature} from './exchange-contract.js';
import {curve, subtle} from './keys.js';

const es256 = {name: 'ECDSA', hash: 'SHA-256'};

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
