import { AMENITIES, type Amenity } from '../station/amenity.ts';
import type { PublicStation } from '../station/station.ts';
import { accessText } from './access-text.ts';
import { RECORD_PARTS, type RecordPart, type RowPart } from './feed.ts';
import { hoursText } from './hours-text.ts';
import { fineOf, pointOf, textOf } from './pieces.ts';
import { othersText } from './rest-text.ts';

/** What whoever never had a station gets; the order in which parts are named. */
export const ALL_PARTS: readonly RowPart[] = [...RECORD_PARTS, ...AMENITIES];

const SAID: { readonly [part in RecordPart]: (row: PublicStation) => unknown } = {
  point: (row) => [pointOf(row), fineOf(row)],
  hours: (row) => [hoursText(row.hours), row.hours.raw],
  status: (row) => [row.status, row.kind, row.region, noteOf(row.statusNote)],
  access: (row) => accessText(row.access),
  trust: (row) => [row.origin, row.verified, row.verifiedOn],
  text: (row) => textOf(row, ''),
  phone: (row) => row.publicPhone,
  rest: othersText,
};

/** The parts in which two versions of one public record differ; empty when they are equal. */
export function changedParts(before: PublicStation, after: PublicStation): readonly RowPart[] {
  const differs = (of: (row: PublicStation) => unknown): boolean =>
    JSON.stringify(of(before)) !== JSON.stringify(of(after));
  return [
    ...RECORD_PARTS.filter((part) => differs(SAID[part])),
    ...AMENITIES.filter((amenity) => differs(({ amenities }) => amenityFactOf(amenities[amenity]))),
  ];
}

/** Fields in one order, whatever order the record has them in. */
function noteOf(note: PublicStation['statusNote']): unknown {
  return note === null ? null : [note.reason, note.since, note.until];
}

function amenityFactOf(fact: PublicStation['amenities'][Amenity]): unknown {
  return fact === undefined ? null : [fact.state, fact.note, fact.confirmedOn];
}
