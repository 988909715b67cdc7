/** SHA-256 as 64 hex digits. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** Null on plain http, where browsers keep `crypto.subtle` back: then nothing can be verified, and we say so. */
export function sha256Of(crypto: Crypto): Sha256 | null {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (subtle === undefined) return null;
  return async (bytes) =>
    Array.from(new Uint8Array(await subtle.digest('SHA-256', bytes)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
}
