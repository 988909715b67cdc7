import type { SignedBy } from '../../http/signed.ts';

/** Whose session the cookie of a request is. */
export function signedByCookie(): SignedBy {
  return async () => null;
}
