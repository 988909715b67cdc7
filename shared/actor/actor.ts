import type { Refusal } from '../kernel/refusal.ts';
import type { AccountFunction, Role } from '../station/lifecycle.ts';
import { NATION } from '../station/region.ts';
import type { StationId, UnionId } from '../station/station.ts';

/** Whoever acts: an account of one union, or the system itself. */
export type Actor = {
  /** Account id, or `system`. */
  readonly id: string;
  readonly union: UnionId;
  readonly functions: readonly Role[];
  /** The stations a keeper keeps or an inspector is sent to; empty for everybody else. */
  readonly stations: readonly StationId[];
};

/** The federation: root of the tree of unions, which is generated from the regions and named like them. */
export const ROOT_UNION = NATION as string as UnionId;

/** The command line and scheduled work. No person can sign in as it. */
export const SYSTEM: Actor = { id: 'system', union: ROOT_UNION, functions: ['system'], stations: [] };

const ADMINISTRATORS: readonly AccountFunction[] = ['auditor', 'security-admin', 'system-admin'];

/**
 * Functions one account may not hold together, or null. The three administrators are different accounts, and an
 * administrator does no business: whoever keeps the log, the accounts or the settings cannot also use them.
 */
export function functionsFault(functions: readonly AccountFunction[]): Refusal | null {
  const administers = functions.some((name) => ADMINISTRATORS.includes(name));
  return administers && new Set(functions).size > 1 ? { kind: 'separate-accounts', functions } : null;
}
