import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Region } from '../../shared/station/region.ts';
import { cityOf } from '../ui/city-of.ts';
import { Shell, SkipLink } from '../ui/parts/Shell.tsx';
import { usePorts, usePrefs, useSync } from '../ui/use-ports.tsx';
import { type Filters, readFilters, writeFilters } from './filters.ts';
import { NearView } from './NearView.tsx';
import type { FindProps } from './props.ts';
import { useAnchor } from './use-anchor.ts';
import { useNear } from './use-near.ts';

const PlaceDialog = lazy(() =>
  import('./picker/PlaceDialog.tsx').then(({ PlaceDialog }) => ({ default: PlaceDialog })),
);
const Elder = lazy(() => import('./elder/Elder.tsx').then(({ Elder }) => ({ default: Elder })));

/** The first screen: which door can I walk through now. */
export function Find() {
  const { locate, sync } = usePorts();
  const [filters, setFilters] = useFilters();
  const placed = useAnchor(filters.at);
  const near = useNear(placed, filters);
  const [picking, pick] = useState(false);
  const choose = (region: Region) => {
    const city = cityOf(region);
    if (city !== null) sync.ensureCity(city);
    setFilters({ ...filters, at: region.code });
    pick(false);
  };
  const relocate = () => {
    if (filters.at !== null) setFilters({ ...filters, at: null });
    locate.request();
    pick(false);
  };
  const doing = { change: setFilters, pick: () => pick(true), relocate };
  return (
    <>
      <FindBody placed={placed} near={near} filters={filters} doing={doing} />
      {picking && (
        <Suspense fallback={null}>
          <PlaceDialog onClose={() => pick(false)} onPick={choose} onLocate={relocate} />
        </Suspense>
      )}
    </>
  );
}

function FindBody(props: FindProps) {
  const { size } = usePrefs();
  useTouched(props.placed.touch);
  if (size === 'elder') {
    return (
      <Suspense fallback={null}>
        <Elder {...props} />
      </Suspense>
    );
  }
  return (
    <Shell tab="near" skip={<SkipLink to="nearest">跳到最近的驿站</SkipLink>}>
      <NearView {...props} />
    </Shell>
  );
}

function useFilters(): readonly [Filters, (next: Filters) => void] {
  const search = useSearch();
  const [path, go] = useLocation();
  const set = (next: Filters) => {
    const query = writeFilters(next);
    go(query === '' ? path : `${path}?${query}`, { replace: true });
  };
  const filters = useMemo(() => readFilters(search), [search]);
  return [filters, set];
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
