import { type Instant, isoText } from '../../shared/kernel/instant.ts';
import type { ReportBodyText } from '../../shared/wire/report-view.ts';
import type { OutboxItem } from '../local/outbox.ts';
import type { Draft, Extras } from './reports-state.ts';

/** How long a report may be taken back before it goes; and how long somebody may be writing before it goes as it is. */
export const HOLD_MS = 10_000;
export const WRITING_MS = 5 * 60_000;

/** A report as it is written down: whole, with its id, ready to be sent word for word. */
export function itemOf(draft: Draft, { id, now }: { readonly id: string; readonly now: Instant }): OutboxItem {
  return {
    id,
    madeAt: now,
    kind: draft.kind,
    title: draft.title,
    station: draft.kind === 'new-place' ? null : draft.station,
    text: draft.text,
    body: bodyOf(draft, { id, now }),
    stage: { kind: 'held', until: later(now, HOLD_MS) },
    told: null,
  };
}

function bodyOf(draft: Draft, { id, now }: { readonly id: string; readonly now: Instant }): ReportBodyText {
  const { text, photo } = draft;
  const common = { id, text, photo, seenAt: isoText(now) };
  if (draft.kind !== 'new-place') {
    return { ...common, kind: draft.kind, station: draft.station, amenity: draft.amenity, place: null };
  }
  const { name, address, region, point } = draft;
  const place = { name, address, region, point: point === null ? null : { lng: point.lng, lat: point.lat } };
  return { ...common, kind: 'new-place', station: null, amenity: null, place };
}

/** With what was written meanwhile; what it is about and when it was seen stay. */
export function withExtras(item: OutboxItem, { amenity, text, photo }: Extras, id: string): OutboxItem {
  const { body } = item;
  if (body === null) return item;
  const changed: ReportBodyText =
    body.kind === 'new-place' ? { ...body, id, text, photo } : { ...body, id, text, photo, amenity };
  return { ...item, id, text, body: changed };
}

/** A clock that was set back must not hold a report for days: further off than any hold counts as over. */
export function isDue(item: OutboxItem, now: Instant): boolean {
  const { stage } = item;
  if (stage.kind === 'waiting') return true;
  return stage.kind === 'held' && (stage.until <= now || stage.until > now + WRITING_MS);
}

export function later(now: Instant, ms: number): Instant {
  return (now + ms) as Instant;
}
