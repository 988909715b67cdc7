import type { StationCode } from '../station/code.ts';
import type { Utf8 } from './bytes.ts';
import { codeNumber } from './code-block.ts';
import type { PackColumns } from './columns.ts';
import type { Drop } from './feed.ts';
import { type LocalCity, type OverlayRow, piecesAt } from './local.ts';
import { merged } from './merge.ts';
import type { DeltaPatch, PutPatch } from './patch.ts';

/** Below this many changes a new pack is never worth its bytes. */
const OVERLAY_ROWS = 256;
const OVERLAY_SHARE = 0.02;

export type Applied = {
  readonly city: LocalCity;
  /** `gap`: the page begins past the cursor and changed nothing; ask from `city.cursor`. `foreign`: another epoch, only a pack helps. */
  readonly outcome: 'applied' | 'gap' | 'foreign';
  /** The copy would do better with a new pack: too many changes over it, or a change that did not fit. */
  readonly wantsPack: boolean;
};

/** A region as its pack says it. Drops of the copy before are kept: pages of stations that left still say why. */
export function openCity(columns: PackColumns, before: LocalCity | null): LocalCity {
  const codes = new Set<number>(columns.core.code);
  const drops = [...(before?.drops ?? [])].filter(([code]) => !codes.has(codeNumber(code)));
  return {
    columns,
    overlay: new Map(),
    drops: new Map(drops),
    cursor: columns.seq,
    whole: columns.seq,
    asOf: columns.asOf,
  };
}

/**
 * Lays a page of changes, asked for with `after` and with `since` = `city.whole`, over a region. The same page twice, an old page late, and pages out
 * of order do no harm: a row is touched only by a higher seq than it has, and the cursor moves only over a page that
 * begins at or before it. Rows and cursor change together or not at all.
 */
export function applyDelta(
  city: LocalCity,
  { after, delta }: { readonly after: number; readonly delta: DeltaPatch },
  utf8: Utf8,
): Applied {
  if (delta.epoch !== city.columns.epoch) return { city, outcome: 'foreign', wantsPack: true };
  if (after > city.cursor) return { city, outcome: 'gap', wantsPack: isHeavy(city) };
  const draft: Draft = {
    overlay: new Map(city.overlay),
    drops: new Map(city.drops),
    rowOf: rowFinder(city.columns),
    utf8,
  };
  let fits = true;
  for (const change of delta.changes) {
    if (change.seq <= heldSeq(city, draft, change.code)) continue;
    if (change.op === 'drop') dropRow(city, draft, change);
    else if (!putRow(city, draft, change)) fits = false;
  }
  const next: LocalCity = {
    columns: city.columns,
    overlay: draft.overlay,
    drops: draft.drops,
    cursor: Math.max(city.cursor, delta.next),
    whole: delta.done ? Math.max(city.whole, delta.next) : city.whole,
    asOf: delta.serverTime > city.asOf ? delta.serverTime : city.asOf,
  };
  return { city: next, outcome: 'applied', wantsPack: !fits || isHeavy(next) };
}

type Draft = {
  readonly overlay: Map<StationCode, OverlayRow>;
  readonly drops: Map<StationCode, Drop>;
  readonly rowOf: (code: StationCode) => number;
  readonly utf8: Utf8;
};

function isHeavy(city: LocalCity): boolean {
  const base = city.columns.seq;
  let changes = city.overlay.size;
  for (const drop of city.drops.values()) if (drop.seq > base) changes++;
  return changes > Math.max(OVERLAY_ROWS, city.columns.core.n * OVERLAY_SHARE);
}

/** The pack itself holds every change up to its seq. */
function heldSeq(city: LocalCity, { overlay, drops }: Draft, code: StationCode): number {
  return Math.max(city.columns.seq, overlay.get(code)?.seq ?? 0, drops.get(code)?.seq ?? 0);
}

/** Base row of a code, or −1; the table is made when the first change asks. */
function rowFinder(columns: PackColumns): (code: StationCode) => number {
  let rows: Map<number, number> | null = null;
  return (code) => {
    rows ??= new Map(Array.from(columns.core.code, (each, row) => [each, row]));
    return rows.get(codeNumber(code)) ?? -1;
  };
}

function dropRow(city: LocalCity, { overlay, drops }: Draft, drop: Drop): void {
  // The same station is put where it moved to, in this same national feed.
  if (city.columns.region === 'CN' && drop.reason === 'moved') return;
  overlay.delete(drop.code);
  drops.set(drop.code, drop);
}

/** False when a piece is missing both in the patch and in what was held: then the row stays as it was. */
function putRow(city: LocalCity, draft: Draft, patch: PutPatch): boolean {
  const wasDropped = draft.drops.has(patch.code);
  const row = wasDropped ? -1 : draft.rowOf(patch.code);
  const held = draft.overlay.get(patch.code)?.pieces ?? (row < 0 ? null : piecesAt(city.columns, row, draft.utf8));
  const pieces = merged(held, patch);
  if (pieces === null) return false;
  const isWhole = ![pieces.states, pieces.terms, pieces.text, pieces.rest].includes(null);
  if (city.columns.list !== null && !isWhole) return false;
  draft.overlay.set(patch.code, { seq: patch.seq, code: patch.code, pieces });
  draft.drops.delete(patch.code);
  return true;
}
