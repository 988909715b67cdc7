import { type Instant, instant, parseIso } from '../../../shared/kernel/instant.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import type { StationChange } from '../../../shared/station/change.ts';
import { makeCode, type StationCode } from '../../../shared/station/code.ts';
import type { Command } from '../../../shared/station/command.ts';
import { decide } from '../../../shared/station/decide.ts';
import type { Context } from '../../../shared/station/decide-change.ts';
import type { Role } from '../../../shared/station/lifecycle.ts';
import { SETTING_DEFAULTS } from '../../../shared/station/settings.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import { type Trail, type TrailRow, trailOf } from '../../../shared/station/trail.ts';

export function at(text: string): Instant {
  const parsed = parseIso(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

export type Who = { readonly id: string; readonly functions: readonly Role[] };
export const WANG: Who = { id: 'wang', functions: ['officer'] };
export const LI: Who = { id: 'li', functions: ['approver'] };
export const ZHAO: Who = { id: 'zhao', functions: ['officer', 'approver'] };
export const SYSTEM: Who = { id: 'system', functions: ['system'] };

/**
 * What a store does with decisions, in memory: keeps the records, issues codes in order, fills in the successor of
 * a relocation, and keeps the changed fields as history. The clock only moves when it is told to.
 */
export class Ledger {
  readonly stations = new Map<StationId, Station>();
  readonly history = new Map<StationId, TrailRow[]>();
  readonly codes: StationCode[] = [];
  now = at('2026-11-26T14:20:00+08:00');

  trail(id: StationId): Trail {
    return trailOf(this.history.get(id) ?? []);
  }

  station(id: StationId): Station {
    const found = this.stations.get(id);
    if (found === undefined) throw new Error(id);
    return found;
  }

  pass(days: number): void {
    this.now = instant(this.now + days * 86_400_000);
  }

  context(id: StationId, actor: Who): Context {
    return {
      actor,
      at: this.now,
      settings: SETTING_DEFAULTS,
      trail: this.trail(id),
      similar: [],
      successor: null,
      proposedBy: null,
    };
  }

  /** Decides and, when allowed, commits; answers the refusal or null. */
  ask(id: StationId, command: Command, context: Context): Refusal | null {
    const decided = decide(this.stations.get(id) ?? null, command, context);
    if (!decided.ok) return decided.refusal;
    for (const change of decided.value) this.commit(change, context.actor.id);
    this.now = instant(this.now + 1);
    return null;
  }

  private commit(change: StationChange, actor: string): void {
    const after = this.filled(change);
    const before: { readonly [field: string]: unknown } = { ...change.before };
    const changed = Object.entries(after).filter(
      ([key, value]) => change.before === null || JSON.stringify(value) !== JSON.stringify(before[key]),
    );
    const row = { step: change.step, actor, at: this.now, reason: change.reason, after: Object.fromEntries(changed) };
    this.history.set(after.id, [...(this.history.get(after.id) ?? []), row]);
    this.stations.set(after.id, after);
  }

  private filled({ after, issue, successorFrom }: StationChange): Station {
    if (issue !== null) {
      const code = makeCode(issue.region, issue.type, this.codes.length + 1);
      this.codes.push(code);
      return { ...after, code };
    }
    return successorFrom === null ? after : { ...after, successor: this.station(successorFrom).code };
  }
}
