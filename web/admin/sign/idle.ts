/** Warned so long before a session ends by itself. Milliseconds. */
export const WARN_MS = 60_000;
/** A timer takes no more, and a page that slept must look again anyway. */
const LONGEST_MS = 10 * 60_000;

/** Until when a session lasts by the server's clock: if nobody uses it, and whatever is done. */
export type Lasting = { readonly expiresAt: number; readonly endsAt: number };

/** What is to be done about a session now: nothing for `ms`, ask the server how it stands, warn, or it is over. */
export type Idle =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'warn'; readonly seconds: number; readonly canExtend: boolean }
  | { readonly kind: 'over' };

/** `now` by the server's clock. */
export function idleAt({ expiresAt, endsAt }: Lasting, now: number): Idle {
  const left = expiresAt - now;
  if (left <= 0) return { kind: 'over' };
  if (left > WARN_MS) return { kind: 'wait', ms: Math.min(left - WARN_MS, LONGEST_MS) };
  return { kind: 'warn', seconds: Math.ceil(left / 1000), canExtend: endsAt > expiresAt };
}
