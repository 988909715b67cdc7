import { type Gcj02, gcj02, isInChinaBox } from '../../shared/geo/point.ts';
import { parseCode, type StationCode } from '../../shared/station/code.ts';

/**
 * What the address says behind its `#`: places a person looks at or chose. Unlike path and query a fragment is sent to
 * no server. `#p=113.66500,34.75700` list from here; `&v=113.66,34.757,15` the map's view; `&s=<code>` the chosen station.
 * All of them GCJ-02, longitude first.
 */
export type Fragment = {
  readonly from: Gcj02 | null;
  readonly view: { readonly centre: Gcj02; readonly zoom: number } | null;
  readonly selected: StationCode | null;
};

export const NO_FRAGMENT: Fragment = { from: null, view: null, selected: null };

const ZOOMS = { least: 3, most: 19 } as const;

/** With or without its `#`. What cannot be read is not there: an old or cut link still opens. */
export function readFragment(text: string): Fragment {
  const parts = new URLSearchParams(text.replace(/^#/, ''));
  const view = numbersOf(parts.get('v'), 3);
  const zoom = view?.[2] ?? 0;
  const centre = placeOf(view);
  return {
    from: placeOf(numbersOf(parts.get('p'), 2)),
    view: centre === null || zoom < ZOOMS.least || zoom > ZOOMS.most ? null : { centre, zoom },
    selected: codeOf(parts.get('s')),
  };
}

/** Without its `#`; empty when there is nothing to say. */
export function writeFragment({ from, view, selected }: Fragment): string {
  const parts: string[] = [];
  if (from !== null) parts.push(`p=${pointText(from)}`);
  if (view !== null) parts.push(`v=${pointText(view.centre)},${Number(view.zoom.toFixed(2))}`);
  if (selected !== null) parts.push(`s=${selected}`);
  return parts.join('&');
}

/** To a metre. */
function pointText({ lng, lat }: Gcj02): string {
  return `${lng.toFixed(5)},${lat.toFixed(5)}`;
}

function numbersOf(text: string | null, count: number): readonly number[] | null {
  const numbers = (text ?? '').split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return numbers.length === count && numbers.every(Number.isFinite) ? numbers : null;
}

function placeOf(numbers: readonly number[] | null): Gcj02 | null {
  const [lng, lat] = numbers ?? [];
  if (lng === undefined || lat === undefined) return null;
  const place = gcj02(lng, lat);
  return isInChinaBox(place) ? place : null;
}

function codeOf(text: string | null): StationCode | null {
  const code = parseCode(text ?? '');
  return code.ok ? code.value : null;
}
