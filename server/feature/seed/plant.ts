import type { Instant } from '../../../shared/kernel/instant.ts';
import { dayOf } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { StationChange } from '../../../shared/station/change.ts';
import { codeType } from '../../../shared/station/code.ts';
import { NATION } from '../../../shared/station/region.ts';
import type { Station, StationId, UnionId } from '../../../shared/station/station.ts';
import type { Store } from '../../store/port.ts';
import { type Past, type PastStep, pastOf } from './past.ts';

export type PlantOptions = {
  readonly store: Store;
  readonly now: () => Instant;
  readonly randomId: () => string;
  readonly hashOf: (body: string) => string;
};

/** Stations a commit: seeding has the register for itself. */
const CHUNK = 1_000;

/** Writes synthetic stations into the register as imports with an invented past behind them; they carry codes of type 9. */
export async function plantStations(stations: Iterable<Station>, options: PlantOptions): Promise<Result<number>> {
  let planted = 0;
  let chunk: Station[] = [];
  const flush = async (): Promise<Result<number>> => {
    const written = await plantChunk(chunk, options);
    if (written.ok) planted += chunk.length;
    chunk = [];
    return written.ok ? ok(planted) : written;
  };
  for (const station of stations) {
    chunk.push(station);
    if (chunk.length < CHUNK) continue;
    const done = await flush();
    if (!done.ok) return done;
  }
  return chunk.length > 0 ? flush() : ok(planted);
}

async function plantChunk(chunk: readonly Station[], options: PlantOptions): Promise<Result<unknown>> {
  const today = dayOf(options.now());
  const pasts = chunk.map((station) => ({ id: station.id, ...pastOf(station, today) }));
  const entered = await write(options, [], () => ok(pasts.map(entering)));
  // A station changes once a commit: first steps of all, then second ones.
  for (let turn = 0; entered.ok; turn++) {
    const next = new Map<StationId, PastStep>();
    for (const { id, steps } of pasts) {
      const step = steps[turn];
      if (step) next.set(id, step);
    }
    if (next.size === 0) break;
    const ids = [...next.keys()];
    const done = await write(options, ids, (stations) => ok(stations.flatMap((each) => changing(each, next))));
    if (!done.ok) return done;
  }
  return entered;
}

function entering({ opening, openedOn }: Past): StationChange {
  return {
    step: 'import',
    before: null,
    after: { ...opening, code: null, rev: 1 },
    issue: { region: opening.region, type: codeType(opening.kind, 'synthetic') },
    successorFrom: null,
    reason: '示例数据',
    effectiveOn: openedOn,
  };
}

function changing(before: Station, next: ReadonlyMap<StationId, PastStep>): StationChange[] {
  const taken = next.get(before.id);
  if (taken === undefined) return [];
  const { step, fields, reason, effectiveOn } = taken;
  const after = { ...before, ...fields, rev: before.rev + 1 };
  return [{ step, before, after, issue: null, successorFrom: null, reason, effectiveOn }];
}

function write(
  { store, now, randomId, hashOf }: PlantOptions,
  load: readonly StationId[],
  decide: Parameters<Store['commit']>[1],
): Promise<Result<unknown>> {
  const commandId = randomId();
  const actor = { id: 'system', union: NATION as string as UnionId };
  return store.commit({ commandId, actor, bodyHash: hashOf(commandId), at: now(), load }, decide);
}
