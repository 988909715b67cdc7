import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Gcj02 } from '../../shared/geo/point.ts';
import type { Region } from '../../shared/station/region.ts';
import { useChosen } from '../ui/chosen-place.ts';
import { citiesAt, cityOf } from '../ui/city-of.ts';
import { Shell, SkipLink } from '../ui/parts/Shell.tsx';
import { usePorts, usePrefs, useRegions, useSync } from '../ui/use-ports.tsx';
import { useWide } from '../ui/use-wide.ts';
import { type Filters, readFilters, writeFilters } from './filters.ts';
import { NearView } from './NearView.tsx';
import type { FindProps } from './props.ts';
import { useAnchor } from './use-anchor.ts';
import { useNear } from './use-near.ts';

const PlaceDialog = lazy(() =>
  import('./picker/PlaceDialog.tsx').then(({ PlaceDialog }) => ({ default: PlaceDialog })),
);
const Elder = lazy(() => import('./elder/Elder.tsx').then(({ Elder }) => ({ default: Elder })));
const MapScreen = lazy(() => import('./map/MapScreen.tsx').then(({ MapScreen }) => ({ default: MapScreen })));
const Desk = lazy(() => import('./desk/Desk.tsx').then(({ Desk }) => ({ default: Desk })));

/** The first screen: which door can I walk through now; and the same as a map. */
export function Find({ sight }: { sight: Sight }) {
  const { locate, sync } = usePorts();
  const [filters, setFilters] = useFilters();
  const chosen = useChosen();
  const placed = useAnchor({ at: filters.at, chosen });
  useCityOf(chosen);
  const near = useNear(placed, filters);
  const [picking, pick] = useState(false);
  const choose = (region: Region) => {
    const city = cityOf(region);
    if (city !== null) sync.ensureCity(city);
    setFilters({ ...filters, at: region.code }, OWN_PLACE);
    pick(false);
  };
  const relocate = () => {
    if (filters.at !== null || chosen !== null) setFilters({ ...filters, at: null }, OWN_PLACE);
    locate.request();
    pick(false);
  };
  const doing = { change: (next: Filters) => setFilters(next), pick: () => pick(true), relocate };
  return (
    <>
      <FindBody sight={sight} placed={placed} near={near} filters={filters} doing={doing} />
      {picking && (
        <Suspense fallback={null}>
          <PlaceDialog onClose={() => pick(false)} onPick={choose} onLocate={relocate} />
        </Suspense>
      )}
    </>
  );
}

type Sight = 'list' | 'map';

/** A desk has room for both sights at once. */
function FindBody({ sight, ...props }: FindProps & { sight: Sight }) {
  const { size } = usePrefs();
  const wide = useWide();
  useTouched(props.placed.touch);
  const Screen = size === 'elder' && sight === 'list' ? Elder : wide ? Desk : sight === 'map' ? MapScreen : null;
  if (Screen !== null) {
    return (
      <Suspense fallback={sight === 'map' ? <Shell tab="map">{null}</Shell> : null}>
        <Screen {...props} />
      </Suspense>
    );
  }
  return (
    <Shell tab="near" skip={<SkipLink to="nearest">跳到最近的驿站</SkipLink>}>
      <NearView {...props} />
    </Shell>
  );
}

/** Leaves out the point that stands behind the `#` of the address. */
const OWN_PLACE = '';

/** `hash`: what is to stand behind the filters; by default what stands there already. */
function useFilters(): readonly [Filters, (next: Filters, hash?: string) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const set = (next: Filters, hash = window.location.hash) => {
    const query = writeFilters(next);
    go((query === '' ? path : `${path}?${query}`) + hash, { replace: true });
  };
  const filters = useMemo(() => readFilters(search), [search]);
  return [filters, set];
}

/** The stations round a chosen point come from the server when the phone has not got them. */
function useCityOf(chosen: Gcj02 | null): void {
  const { sync } = usePorts();
  const regions = useRegions(chosen !== null);
  useEffect(() => {
    if (chosen === null || !regions) return;
    for (const city of citiesAt(regions, chosen)) sync.ensureCity(city);
  }, [chosen, regions, sync]);
}

const SCROLLED = 24;

/** A list someone is reading or has begun to use must not be reordered under the finger. */
function useTouched(touch: () => void): void {
  const ready = useSync().phase === 'ready';
  // biome-ignore lint/correctness/useExhaustiveDependencies: touch is a dispatch; listening once is enough
  useEffect(() => {
    if (!ready) return;
    const scrolled = () => {
      if (window.scrollY > SCROLLED) touch();
    };
    window.addEventListener('scroll', scrolled, { passive: true });
    window.addEventListener('pointerdown', touch);
    window.addEventListener('keydown', touch);
    return () => {
      window.removeEventListener('scroll', scrolled);
      window.removeEventListener('pointerdown', touch);
      window.removeEventListener('keydown', touch);
    };
  }, [ready]);
}
