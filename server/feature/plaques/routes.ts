import { mayDo } from '../../../shared/actor/may.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { parseCode } from '../../../shared/station/code.ts';
import type { Deps } from '../../deps.ts';
import { type Act, type Door, mount } from '../../http/mount.ts';
import { commandOf, keyActs } from './keys.ts';
import { sheetOf } from './sheet.ts';
import { visitAct } from './visit.ts';

const PAGE = 50;

export function mountPlaques(door: Door, deps: Deps): void {
  const keys = keyActs(deps);
  mount(door, 'plaqueStations', listed(deps));
  mount(door, 'plaqueSheet', async ({ body, who, headers }) => {
    const sheet = await sheetOf(deps, body.codes, { who, headers });
    return sheet.ok ? ok({ items: sheet.value.items }) : sheet;
  });
  mount(door, 'plaquePrint', printed(deps));
  mount(door, 'plaqueKeys', keys.plaqueKeys);
  mount(door, 'plaqueKeyBegin', keys.plaqueKeyBegin);
  mount(door, 'plaqueKeyRetire', keys.plaqueKeyRetire);
  mount(door, 'visit', visitAct(deps));
}

function printed(deps: Deps): Act<'plaquePrint'> {
  return async ({ body: { id, codes, size }, who, headers }) => {
    const sheet = await sheetOf(deps, codes, { who, headers });
    if (!sheet.ok) return sheet;
    const { stations, key, items } = sheet.value;
    const said = ['print', size, ...stations.map(({ code }) => code)];
    const done = await deps.store.printPlaques(commandOf(deps, who, { id, said }), { stations, size, key });
    return done.ok ? ok({ at: done.value.at, items }) : done;
  };
}

function listed({ store, unions, regions }: Deps): Act<'plaqueStations'> {
  return async ({ query, who: { actor } }) => {
    const { tree } = await unions.current();
    const permitted = mayDo(actor, 'print-plaque', { id: null, union: actor.union, tree });
    if (!permitted.ok) return permitted;
    const after = query.after === undefined ? null : parseCode(query.after);
    if (after?.ok === false) return after;
    const found = await store.plaqueStations({
      union: actor.union,
      text: query.q,
      isPrinted: query.printed === 'all' ? null : query.printed === 'yes',
      after: after === null ? null : after.value,
      limit: PAGE + 1,
    });
    const shown = found.slice(0, PAGE);
    const last = shown[shown.length - 1];
    return ok({
      items: shown.map(({ station, printed }) => ({
        code: station.code ?? '',
        name: station.name,
        where: regions.fullName(station.region),
        status: station.status,
        isSynthetic: station.origin === 'synthetic',
        printed: printed === null ? null : { at: printed.at, size: printed.size },
      })),
      next: found.length > PAGE && last ? last.station.code : null,
      missing: after === null ? await store.plaquesMissing(actor.union) : null,
    });
  };
}
