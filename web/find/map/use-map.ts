import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StationCode } from '../../../shared/station/code.ts';
import type { MapPlace } from '../../map/ground.ts';
import { type Stations, useStations } from '../../map/stations/StationMarks.tsx';
import { type Fragment, readFragment, writeFragment } from '../../ui/fragment.ts';
import { useFragment } from '../../ui/use-fragment.ts';
import { useMinute, useSync } from '../../ui/use-ports.tsx';
import type { Filters } from '../filters.ts';
import type { FindProps } from '../props.ts';
import { COUNTRY, NEAR_ZOOM } from './view.ts';
import { wantedOf } from './wanted.ts';

/** A page may write the address only so often; a drag reports far more. Milliseconds. */
const SETTLED = 250;

export type MapState = {
  readonly view: MapPlace;
  readonly moved: (view: MapPlace) => void;
  readonly stations: Stations | null;
  /** Chosen by the person; null: the nearest open one stands in. */
  readonly selected: StationCode | null;
  readonly select: (code: StationCode | null) => void;
};

/** What the map looks at and what was chosen on it: both stand behind the `#`, so back and reload keep them. */
export function useMap({ placed, filters }: Pick<FindProps, 'placed' | 'filters'>): MapState {
  const fragment = useFragment();
  return {
    ...useView(fragment, placed),
    stations: useWantedStations(filters),
    selected: fragment.selected,
    select: useCallback((code: StationCode | null) => selectInAddress(code), []),
  };
}

function useWantedStations({ want, open, allDay, at }: Filters): Stations | null {
  const { table, calendar } = useSync();
  const now = useMinute();
  const wanted = useMemo(
    () => wantedOf({ want, open, allDay, at }, { now, calendar }),
    [want, open, allDay, at, now, calendar],
  );
  return useStations(table, wanted);
}

/** Follows the place the list stands on until somebody moves the map or the address says where to look. */
function useView({ view: asked }: Fragment, { anchor }: FindProps['placed']): Pick<MapState, 'view' | 'moved'> {
  const place = anchor?.point ?? null;
  const [view, setView] = useState<MapPlace>(
    () => asked ?? (place === null ? COUNTRY : { centre: place, zoom: NEAR_ZOOM }),
  );
  const written = useRef(asked);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => {
    if (asked !== null && !isSame(asked, written.current)) setView(asked);
    written.current = asked;
  }, [asked]);
  const isAsked = asked !== null;
  useEffect(() => {
    if (!isAsked && place !== null) setView({ centre: place, zoom: NEAR_ZOOM });
  }, [isAsked, place]);
  useEffect(() => () => void (timer.current !== null && clearTimeout(timer.current)), []);
  const moved = useCallback((now: MapPlace) => {
    setView(now);
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      written.current = now;
      putFragment({ ...readFragment(window.location.hash), view: now }, 'replace');
    }, SETTLED);
  }, []);
  return { view, moved };
}

function isSame(a: MapPlace, b: MapPlace | null): boolean {
  if (b === null) return false;
  const apart = Math.max(Math.abs(a.centre.lng - b.centre.lng), Math.abs(a.centre.lat - b.centre.lat));
  return apart < 2e-5 && Math.abs(a.zoom - b.zoom) < 0.01;
}

/** Choosing is a step that Back takes again; choosing another, or none, changes that same step. */
function selectInAddress(code: StationCode | null): void {
  const fragment = readFragment(window.location.hash);
  if (fragment.selected === code) return;
  putFragment({ ...fragment, selected: code }, fragment.selected === null ? 'push' : 'replace');
}

function putFragment(fragment: Fragment, how: 'push' | 'replace'): void {
  const { pathname, search } = window.location;
  const text = writeFragment(fragment);
  const url = `${pathname}${search}${text === '' ? '' : `#${text}`}`;
  if (how === 'push') window.history.pushState(window.history.state, '', url);
  else window.history.replaceState(window.history.state, '', url);
}

/** The address of this page with that station chosen. */
export function addressOf(code: StationCode): string {
  const { pathname, search, hash } = window.location;
  return `${pathname}${search}#${writeFragment({ ...readFragment(hash), selected: code })}`;
}
