import type { Day } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { EntryKept } from '../../../shared/station/entry.ts';
import type { Station, StationId } from '../../../shared/station/station.ts';
import type { Planned } from './plan.ts';
import { entriesSaid, saidFault } from './said-entries.ts';

type Known = { readonly records: ReadonlyMap<StationId, Station>; readonly broughtOn: Day };

/** What a row says of the work at its station, as entries of the union that answers for it; refuses what no entry may be. */
export function entriesOf(planned: Planned, { records, broughtOn }: Known): Result<readonly EntryKept[]> {
  if (!('stated' in planned) || !planned.row.read.ok) return ok([]);
  const said = planned.row.read.value.entries;
  if (said === null) return ok([]);
  const union = records.get(planned.id)?.union ?? planned.stated.facts.union;
  const kept = entriesSaid(said, { station: planned.id, union, on: broughtOn });
  const fault = saidFault(kept, broughtOn);
  return fault === null ? ok(kept) : refuse(fault);
}
