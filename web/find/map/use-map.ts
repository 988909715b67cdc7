import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { MapPlace } from '../../map/ground.ts';
import { type Stations, useStations } from '../../map/stations/StationMarks.tsx';
import { type Fragment, readFragment, writeFragment } from '../../ui/fragment.ts';
import { useFragment } from '../../ui/use-fragment.ts';
import { useMinute, useSync } from '../../ui/use-ports.tsx';
import type { Filters } from '../filters.ts';
import type { FindProps } from '../props.ts';
import { type First, firstAim } from './first-aim.ts';
import { type Picked, usePicked } from './use-picked.ts';
import { type Aim, aimedAt, COUNTRY, type Sight } from './view.ts';
import { wantedOf } from './wanted.ts';

/** A page may write the address only so often; a drag reports far more. Milliseconds. */
const SETTLED = 250;

export type MapState = {
  readonly view: MapPlace;
  /** Nobody has looked elsewhere yet: it shows the person and what is near. */
  readonly isFollowing: boolean;
  readonly moved: (view: MapPlace) => void;
  readonly stations: Stations | null;
  /** Chosen by the person; null: the nearest open one stands in. */
  readonly picked: Picked | null;
  /** `at`: which of its marks was chosen. */
  readonly pick: (code: StationCode, at: Gcj02) => void;
  /** The same, for a link that does the choosing. */
  readonly remember: (picked: Picked) => void;
  readonly leave: () => void;
};

/** What the map looks at and what was chosen on it: both stand behind the `#`, so back and reload keep them. */
export function useMap({ placed, near, filters }: FindProps, sight: Sight): MapState {
  const fragment = useFragment();
  const stations = useWantedStations(filters);
  const [picked, remember] = usePicked(fragment, placed.anchor?.point ?? null);
  const place = placed.anchor?.point ?? null;
  const hero = near.list?.hero ?? null;
  const { view, isFollowing, moved, hold } = useView(fragment, { picked, sight, first: { place, hero, stations } });
  const pick = useCallback(
    (code: StationCode, at: Gcj02) => {
      remember({ code, at });
      selectInAddress(code);
    },
    [remember],
  );
  const leave = useCallback(() => {
    hold();
    selectInAddress(null);
  }, [hold]);
  return { view, isFollowing, moved, stations, picked, pick, remember, leave };
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

/** Where a hand or the address took the map, while that station was chosen; a new choice is looked at instead. */
type Held = { readonly view: MapPlace; readonly selected: StationCode | null };
type Looking = { readonly picked: Picked | null; readonly sight: Sight; readonly first: First };

/** Looks at what was chosen, else at the person and the nearest station, until somebody moves the map. */
function useView({ view: asked, selected }: Fragment, { picked, sight, first }: Looking) {
  const [held, setHeld] = useState<Held | null>(() => (asked === null ? null : { view: asked, selected }));
  const written = useRef(asked);
  useEffect(() => {
    if (isSame(asked, written.current)) return;
    written.current = asked;
    setHeld(asked === null ? null : { view: asked, selected });
  }, [asked, selected]);
  const isHeld = held !== null && (held.selected === selected || selected === null);
  // Chosen from wherever the map was: as near, and not from so far that it says nothing.
  const zoom = useRef(COUNTRY.zoom);
  const aim = useAim(picked, first, zoom);
  const view = useMemo(() => (isHeld ? held.view : aimedAt(aim, sight)), [isHeld, held, aim, sight]);
  zoom.current = view.zoom;
  const write = useWriting(written);
  const now = useRef({ view, selected });
  now.current = { view, selected };
  const moved = useCallback(
    (to: MapPlace) => {
      setHeld({ view: to, selected: now.current.selected });
      write(to);
    },
    [write],
  );
  const isChosen = !isHeld && picked !== null;
  useEffect(() => {
    if (isChosen) return write(view);
  }, [isChosen, view, write]);
  const hold = useCallback(() => {
    setHeld({ view: now.current.view, selected: null });
    write(now.current.view);
  }, [write]);
  return { view, isFollowing: !isHeld && picked === null, moved, hold };
}

const PICK_ZOOM = 12;

function useAim(picked: Picked | null, { place, hero, stations }: First, zoom: { readonly current: number }): Aim {
  const followed = useMemo(() => firstAim({ place, hero, stations }), [place, hero, stations]);
  return useMemo(
    () => (picked === null ? followed : { at: picked.at, also: null, zoom: Math.max(PICK_ZOOM, zoom.current) }),
    [picked, followed, zoom],
  );
}

/** Writes where the map looks into the address, once it rests. The answer takes that back. */
function useWriting(written: { current: MapPlace | null }): (view: MapPlace) => () => void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
  }, []);
  useEffect(() => stop, [stop]);
  return useCallback(
    (view) => {
      stop();
      const own = setTimeout(() => {
        written.current = view;
        putFragment({ ...readFragment(window.location.hash), view }, 'replace');
      }, SETTLED);
      timer.current = own;
      // Only its own: a hand may have moved the map since.
      return () => clearTimeout(own);
    },
    [stop, written],
  );
}

function isSame(a: MapPlace | null, b: MapPlace | null): boolean {
  if (a === null || b === null) return a === b;
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
