import { mayDo } from '../../../shared/actor/may.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { parseCode } from '../../../shared/station/code.ts';
import type { StationId } from '../../../shared/station/station.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import { commandOf } from '../plaques/keys.ts';

type Named = { readonly code: string; readonly objection: string };

/** The way to reach an objector, for whoever answers for the station; each time it is read is written down. */
export function revealAct(deps: Deps): Act<'objectorReveal'> {
  return async ({ params, body, who }) => {
    const mine = await isTheirs(deps, params, who);
    if (!mine.ok) return mine;
    return deps.store.readObjector(
      commandOf(deps, who, { id: body.id, said: ['reveal', params.objection] }),
      params.objection,
    );
  };
}

export function eraseAct(deps: Deps): Act<'objectorErase'> {
  return async ({ params, body, who }) => {
    const mine = await isTheirs(deps, params, who);
    if (!mine.ok) return mine;
    return deps.store.eraseObjector(
      commandOf(deps, who, { id: body.id, said: ['erase', params.objection] }),
      params.objection,
    );
  };
}

/** What people objected to a station, the oldest first, for whoever answers for it. */
export function saidAct(deps: Deps): Act<'objectionsTo'> {
  return async ({ params, who }) => {
    const station = await stationFor(deps, params.code, who);
    if (!station.ok) return station;
    const all = await deps.store.objectionsOf(station.value);
    return ok({
      items: all.map(({ id, at, text, hasContact, state, answer, answeredAt }) => {
        return { id, at, text, hasContact, state, answer, answeredAt };
      }),
    });
  };
}

async function isTheirs(deps: Deps, { code, objection }: Named, who: Signed): Promise<Result<true>> {
  const station = await stationFor(deps, code, who);
  if (!station.ok) return station;
  const known = (await deps.store.objectionsOf(station.value)).some(({ id }) => id === objection);
  return known ? ok(true) : refuse({ kind: 'objection-unknown', lookup: objection });
}

async function stationFor({ store, unions }: Deps, code: string, { actor }: Signed): Promise<Result<StationId>> {
  const read = parseCode(code);
  if (!read.ok) return read;
  const station = await store.stationByCode(read.value);
  const { tree } = await unions.current();
  const permitted =
    station !== null && mayDo(actor, 'answer-reports', { id: station.id, union: station.union, tree }).ok;
  return permitted ? ok(station.id) : refuse({ kind: 'station-unknown', code: read.value });
}
