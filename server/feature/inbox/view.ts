import type { Report } from '../../../shared/report/report.ts';
import type { Station, UnionId } from '../../../shared/station/station.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { UnionBook } from '../unions/book.ts';

type Shown = RouteReply<'inboxReport'>;

export function reportView(report: Report, isOverdue: boolean): Shown['report'] {
  const { id, lookup, kind, amenity, text, place, seenAt, at, state, inHours, answer, answeredAt } = report;
  return {
    id,
    lookup,
    kind,
    amenity,
    text,
    place,
    hasPhoto: report.photo !== null,
    seenAt,
    at,
    state,
    inHours,
    isOverdue,
    answer,
    answeredAt,
    isErased: report.erasedAt !== null,
  };
}

export function stationView({ id, code, name, address, status, origin }: Station): NonNullable<Shown['station']> {
  return { id, code, name, address, status, origin };
}

export function namedUnion(book: UnionBook, id: UnionId): { readonly id: string; readonly name: string } {
  return { id, name: book.get(id)?.name ?? '' };
}
