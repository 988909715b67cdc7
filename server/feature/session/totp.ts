import { Secret, TOTP } from 'otpauth';
import type { Instant } from '../../../shared/kernel/instant.ts';

const ISSUER = '歇脚';
const PERIOD = 30;
/** A clock may be a step off, and typing takes a moment. */
const WINDOW = 1;
const SECRET_BYTES = 20;

/** 160 bit in base32, as authenticators take it by hand. `randomId`: 32 hex digits. */
export function newSecret(randomId: () => string): string {
  const bytes = Buffer.from(randomId() + randomId(), 'hex').subarray(-SECRET_BYTES);
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32;
}

/** What authenticators scan. */
export function secretUri(secret: string, username: string): string {
  return totp(secret, username).toString();
}

/** The time step whose code this is, or null when it is none of the steps about now. */
export function stepOf(secret: string, code: string, at: Instant): number | null {
  const delta = totp(secret, '').validate({ token: code, timestamp: at, window: WINDOW });
  return delta === null ? null : Math.floor(at / 1000 / PERIOD) + delta;
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
  });
}
