import type { Instant } from '../kernel/instant.ts';
import type { StationCode } from '../station/code.ts';
import type { RegionCode } from '../station/region.ts';
import { KINDS, ORIGINS, STATUSES, VERIFICATIONS } from '../station/station.ts';
import type { Utf8 } from './bytes.ts';
import type { FactsColumns, PackColumns, RestColumns, StatesColumns, TermsColumns, TextColumns } from './columns.ts';
import { dateOfNumber } from './day-number.ts';
import type { Drop } from './feed.ts';
import { isText, jsonOf, listOf } from './guard.ts';
import type { FactsPiece, HeldPieces, RestPiece, StatesPiece, TermsPiece, TextPiece } from './pieces.ts';
import { type TextColumn, textBytes } from './planes.ts';
import type { TrustPiece } from './terms-block.ts';

/** A row changed or new since the pack, whole as far as this region's pack goes. */
export type OverlayRow = { readonly seq: number; readonly code: StationCode; readonly pieces: HeldPieces };

/**
 * What a phone (or the server) holds of one region: a pack and the changes after it. `cursor` is the place in the
 * feed of `columns.epoch` up to which every mark was seen. Every field survives structured clone.
 */
export type LocalCity = {
  readonly columns: PackColumns;
  readonly overlay: ReadonlyMap<StationCode, OverlayRow>;
  readonly drops: ReadonlyMap<StationCode, Drop>;
  readonly cursor: number;
  /**
   * Where the last pull ended that went to its end (or the pack's seq): the `since` of the next question. Between the
   * pages of one pull `cursor` runs ahead of it, and a row whose change was stepped over, because its mark moved on, is
   * whole only when every part after `whole` comes with it.
   */
  readonly whole: number;
  /** Server time the copy is good at: of the pack, then of the last delta. */
  readonly asOf: Instant;
};

/** What is held of base row `row`. */
export function piecesAt(columns: PackColumns, row: number, utf8: Utf8): HeldPieces {
  const { core, list, rest } = columns;
  return {
    point: { lng: core.lng[row] ?? 0, lat: core.lat[row] ?? 0 },
    facts: factsAt(core, row),
    states: list === null ? null : statesAt(list, row),
    terms: list === null ? null : termsAt(list, row),
    text: list === null ? null : textAt(list, row, utf8),
    rest: rest === null ? null : restAt(rest, row, utf8),
  };
}

export function factsAt(columns: FactsColumns, row: number): FactsPiece {
  const group = columns.groups[columns.group[row] ?? 0];
  return {
    yes: { lo: columns.yesLo[row] ?? 0, hi: columns.yesHi[row] ?? 0 },
    hours: group?.hours ?? '',
    status: STATUSES[group?.status ?? 0] ?? 'draft',
    kind: KINDS[columns.kind[row] ?? 0] ?? 'station',
    region: String(columns.county[row] ?? 0) as RegionCode,
  };
}

export function statesAt(list: StatesColumns, row: number): StatesPiece {
  return {
    maybe: { lo: list.maybeLo[row] ?? 0, hi: list.maybeHi[row] ?? 0 },
    odd: { lo: list.oddLo[row] ?? 0, hi: list.oddHi[row] ?? 0 },
    statusNote: list.statusNotes.get(row) ?? null,
  };
}

export function termsAt(list: TermsColumns, row: number): TermsPiece {
  return {
    access: list.accesses[list.access[row] ?? 0] ?? '',
    ...trustAt(list, row),
    hoursRaw: list.raws[(list.raw[row] ?? 0) - 1] ?? null,
  };
}

export function trustAt({ trust, verifiedOn }: Pick<TermsColumns, 'trust' | 'verifiedOn'>, row: number): TrustPiece {
  const mixed = trust[row] ?? 0;
  return {
    origin: ORIGINS[mixed >> 4] ?? 'imported',
    verified: VERIFICATIONS[mixed & 15] ?? 'unverified',
    verifiedOn: dateOfNumber(verifiedOn[row] ?? 0),
  };
}

function stringAt(column: TextColumn, row: number, utf8: Utf8): string | null {
  const bytes = textBytes(column, row);
  return bytes === null ? null : utf8.decode(bytes);
}

const isTexts = listOf(isText);

export function textAt(list: TextColumns, row: number, utf8: Utf8): TextPiece {
  const aliases = stringAt(list.aliases, row, utf8) ?? '';
  const parsed = aliases === '' ? [] : jsonOf(aliases);
  return {
    name: stringAt(list.names, row, utf8) ?? '',
    address: stringAt(list.addresses, row, utf8) ?? '',
    entrance: stringAt(list.entrances, row, utf8),
    aliases: isTexts(parsed) ? parsed : [],
    initials: stringAt(list.initials, row, utf8) ?? '',
  };
}

export function restAt(rest: RestColumns, row: number, utf8: Utf8): RestPiece {
  return { fine: rest.fine[row] ?? 60, line: stringAt(rest.lines, row, utf8) ?? '' };
}
