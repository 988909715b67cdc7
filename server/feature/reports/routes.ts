import { createHash, createHmac } from 'node:crypto';
import { type Instant, isoText } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { fileReport } from '../../../shared/report/decide.ts';
import { LOOKUP_BODY, type Lookup, makeLookup, parseLookup } from '../../../shared/report/lookup.ts';
import type { About, Report, ReportId, Saying } from '../../../shared/report/report.ts';
import { parseCode } from '../../../shared/station/code.ts';
import { openAt } from '../../../shared/station/open.ts';
import { NATION } from '../../../shared/station/region.ts';
import { OPENABLE, type Station, type UnionId } from '../../../shared/station/station.ts';
import type { ReportBody } from '../../../shared/wire/report-view.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import { cleanPicture } from '../photos/picture.ts';
import { type Crowd, crowdOf } from './crowd.ts';

/** Whoever sends a report: nobody's account, and nothing is known of them. */
const WORKER = { id: 'worker', union: NATION as string as UnionId };

export type ReportRoutes = { readonly report: Act<'report'>; readonly reportAnswer: Act<'reportAnswer'> };

export function reportRoutes(deps: Deps): ReportRoutes {
  const crowd = crowdOf(deps.secret, deps.now);
  return { report: receive(deps, crowd), reportAnswer: tell(deps, crowd) };
}

function receive(deps: Deps, crowd: Crowd): Act<'report'> {
  return async ({ body, address }) => {
    const about = await aboutOf(deps, body);
    if (!about.ok) return about;
    const photo = await keepPhoto(deps, body.photo);
    if (!photo.ok) return photo;
    const from = address();
    const isCrowded = await crowd.isFull(from);
    const inHours = await isInHours(deps, about.value.station, body.seenAt);
    const saying: Saying = { ...about.value.about, id: body.id, text: body.text, seenAt: body.seenAt };
    const filed = await deps.store.fileReport(
      { commandId: body.id, actor: WORKER, bodyHash: hashOf(body), at: deps.now() },
      {
        station: saying.station,
        place: saying.place,
        lookupOf: (attempt) => lookupOf(deps.secret, body.id, attempt),
        decide: (facts) => fileReport(saying, { ...facts, photo: photo.value, inHours, isCrowded }),
      },
    );
    if (!filed.ok) return filed;
    const { receipt, isNew } = filed.value;
    // Asked again is not said again.
    if (isNew) await crowd.countReport(from);
    return ok({ id: receipt.id, lookup: receipt.lookup, at: isoText(receipt.at), state: receipt.state });
  };
}

/** Before anything is written for it, the station must be one: now, or once. */
async function aboutOf(
  { store }: Deps,
  body: ReportBody,
): Promise<Result<{ readonly about: About; readonly station: Station | null }>> {
  const { kind, station, amenity, place } = body;
  if (kind === 'new-place') return ok({ about: { kind, station, amenity, place }, station: null });
  const code = parseCode(station);
  if (!code.ok) return code;
  const found = await store.stationByCode(code.value);
  if (found === null) return refuse({ kind: 'station-unknown', code: code.value });
  return ok({ about: { kind, station: code.value, amenity, place }, station: found });
}

/** As the hours stand today: whoever corrects them later was not there. Null where they do not say. */
async function isInHours({ model }: Deps, station: Station | null, seenAt: Instant): Promise<boolean | null> {
  if (station === null || !OPENABLE.includes(station.status)) return null;
  const { calendar } = await model.current();
  const { state } = openAt(station.hours, seenAt, calendar);
  return state === 'unknown' ? null : state === 'open';
}

/** The name of the picture on the reports' shelf; it is on the disk before the report says that there is one. */
async function keepPhoto({ photos }: Deps, base64: string | null): Promise<Result<string | null>> {
  if (base64 === null) return ok(null);
  const clean = await cleanPicture(Buffer.from(base64, 'base64'));
  return clean.ok ? ok(await photos.reports.put(clean.value)) : clean;
}

/** Named field by field, so that a later release reckons the same for what an older phone sends again. */
function hashOf({ kind, station, amenity, place, text, photo, seenAt }: ReportBody): string {
  const where = place === null ? null : [place.name, place.address, place.region, place.point?.lng, place.point?.lat];
  return createHash('sha256')
    .update(JSON.stringify([kind, station, amenity, where, text, photo, seenAt]))
    .digest('hex');
}

function lookupOf(secret: string, id: ReportId, attempt: number): Lookup {
  const hash = createHmac('sha256', secret).update(`look-up ${id} ${attempt}`).digest();
  const body = hash.readUIntBE(0, 6) % 10 ** LOOKUP_BODY;
  return makeLookup(String(body).padStart(LOOKUP_BODY, '0'));
}

function tell(deps: Deps, crowd: Crowd): Act<'reportAnswer'> {
  return async ({ params, address }) => {
    const lookup = parseLookup(params.lookup);
    if (!lookup.ok) return lookup;
    const from = address();
    const retrySeconds = await crowd.waitSeconds(from);
    if (retrySeconds > 0) return refuse({ kind: 'rate-limited', retrySeconds });
    const report = await deps.store.reportByLookup(lookup.value);
    if (report === null) {
      await crowd.countMiss(from);
      return refuse({ kind: 'report-unknown', lookup: lookup.value });
    }
    return ok({
      lookup: report.lookup,
      kind: report.kind,
      station: await stationOf(deps, report),
      at: isoText(report.at),
      state: report.state,
      answer: report.answer,
      answeredAt: report.answeredAt === null ? null : isoText(report.answeredAt),
    });
  };
}

async function stationOf({ store }: Deps, { station }: Report): Promise<{ code: string; name: string } | null> {
  if (station === null) return null;
  const record = await store.stationByCode(station);
  return { code: station, name: record?.name ?? '' };
}
