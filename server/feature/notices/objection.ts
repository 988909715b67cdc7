import { createHash, createHmac } from 'node:crypto';
import { SYSTEM } from '../../../shared/actor/actor.ts';
import { may } from '../../../shared/actor/may.ts';
import { dateText, dayOf, isoText } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { LOOKUP_BODY, type Lookup, makeLookup, parseLookup } from '../../../shared/report/lookup.ts';
import type { StationChange } from '../../../shared/station/change.ts';
import { parseCode } from '../../../shared/station/code.ts';
import { decide } from '../../../shared/station/decide.ts';
import type { Station } from '../../../shared/station/station.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import { crowdOf } from '../reports/crowd.ts';
import { hourly } from '../reports/hourly.ts';

/** In an hour, from one address and about one station: every one of them has to be answered before the station may go. */
const FROM_ADDRESS = 5;
const ABOUT_STATION = 30;
/** What history says of it; the words themselves stand in the objection alone, because they may name people. */
const RECORDED = '公示页上收到一条异议';

/** Takes the step as the system in the transaction that keeps the words: nobody retires a station in between. */
export function objectAct(deps: Deps): Act<'objection'> {
  const { store, secret, now } = deps;
  const fromAddress = hourly(FROM_ADDRESS, secret, now);
  const aboutStation = hourly(ABOUT_STATION, secret, now);
  return async ({ params, body: { id, text, contact }, address }) => {
    const code = parseCode(params.code);
    if (!code.ok) return code;
    const station = await store.stationByCode(code.value);
    if (station === null) return refuse({ kind: 'station-unknown', code: code.value });
    // Said again under its id it is not said twice, whatever has become of the notice meanwhile.
    const isNew = !(await store.objectionsOf(station.id)).some((one) => one.id === id);
    if (isNew && !isOpen(station, dateText(dayOf(now())))) return refuse({ kind: 'notice-closed', code: code.value });
    const wait = isNew ? (await fromAddress.take(address())) || (await aboutStation.take(code.value)) : 0;
    if (wait > 0) return refuse({ kind: 'rate-limited', retrySeconds: wait });
    const bodyHash = createHash('sha256')
      .update(JSON.stringify([code.value, text, contact]))
      .digest('hex');
    const actor = { id: SYSTEM.id, union: station.union };
    const filed = await store.fileObjection(
      { commandId: id, actor, bodyHash, at: now(), load: [station.id] },
      { text, contact, lookupOf: lookupsOf(secret, id), decide: await recording(deps, id, station) },
    );
    return filed.ok ? ok({ id, lookup: filed.value.lookup, at: isoText(filed.value.at) }) : filed;
  };
}

/** Until the last day of the notice: whoever is late is heard by telephone. */
function isOpen({ status, statusNote }: Station, today: string): boolean {
  const until = statusNote?.until ?? null;
  return status === 'exit-notice' && (until === null || today <= until);
}

type Recording = (loaded: readonly Station[]) => Result<readonly StationChange[]>;

async function recording({ unions, now }: Deps, id: string, { union }: Station): Promise<Recording> {
  const book = await unions.current();
  const at = now();
  const settings = book.settingsOf(union, at);
  return ([station]) => {
    if (!station) throw new Error('the station of an objection was not loaded');
    const permitted = may(SYSTEM, 'record-objection', { ...station, tree: book.tree, settings });
    if (!permitted.ok) {
      // Withdrawn since it was looked at.
      return refuse({ kind: 'notice-closed', code: station.code ?? '' });
    }
    return decide(
      station,
      { id, kind: 'record-objection', reason: RECORDED },
      // The step asks nothing of what went before.
      { actor: SYSTEM, at, settings, trail: [], similar: [], successor: null, proposedBy: null },
    );
  };
}

function lookupsOf(secret: string, id: string): (attempt: number) => Lookup {
  return (attempt) => {
    const hash = createHmac('sha256', secret).update(`objection ${id} ${attempt}`).digest();
    const body = hash.readUIntBE(0, 6) % 10 ** LOOKUP_BODY;
    return makeLookup(String(body).padStart(LOOKUP_BODY, '0'));
  };
}

/** What the city answered is public; what was objected, and by whom, is not. */
export function answerAct({ store, secret, now }: Deps): Act<'objectionAnswer'> {
  const crowd = crowdOf(secret, now);
  return async ({ params, address }) => {
    const lookup = parseLookup(params.lookup);
    if (!lookup.ok) return lookup;
    const from = address();
    const retrySeconds = await crowd.waitSeconds(from);
    if (retrySeconds > 0) return refuse({ kind: 'rate-limited', retrySeconds });
    const found = await store.objectionByLookup(lookup.value);
    const [station] = found === null ? [] : await store.stationsById([found.stationId]);
    if (found === null || !station) {
      await crowd.countMiss(from);
      return refuse({ kind: 'objection-unknown', lookup: lookup.value });
    }
    return ok({
      lookup: found.lookup,
      code: station.code ?? '',
      name: station.name,
      at: isoText(found.at),
      state: found.state,
      answer: found.answer,
      answeredAt: found.answeredAt === null ? null : isoText(found.answeredAt),
    });
  };
}
