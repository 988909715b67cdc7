import type { Instant } from '../../../shared/kernel/instant.ts';
import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { StationChange } from '../../../shared/station/change.ts';
import { codeType } from '../../../shared/station/code.ts';
import { NATION } from '../../../shared/station/region.ts';
import type { Station, UnionId } from '../../../shared/station/station.ts';
import type { Store } from '../../store/port.ts';

export type PlantOptions = {
  readonly store: Store;
  readonly now: () => Instant;
  readonly randomId: () => string;
  readonly hashOf: (body: string) => string;
};

/** Stations a commit: seeding has the register for itself. */
const CHUNK = 1_000;

/** Writes synthetic stations into the register as one import each, whatever their status; they carry codes of type 9. */
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
  const { store, now, randomId, hashOf } = options;
  const at = now();
  const changes = chunk.map(
    (station): StationChange => ({
      step: 'import',
      before: null,
      after: { ...station, code: null, rev: 1 },
      issue: { region: station.region, type: codeType(station.kind, 'synthetic') },
      successorFrom: null,
      reason: '示例数据',
      effectiveOn: dateText(dayOf(at)),
    }),
  );
  const bodyHash = hashOf(chunk.map(({ id }) => id).join());
  const actor = { id: 'system', union: NATION as string as UnionId };
  return store.commit({ commandId: randomId(), actor, bodyHash, at, load: [] }, () => ok(changes));
}
