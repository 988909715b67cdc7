import { useDeferredValue, useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import { Column, Shell, Unseen } from '../../ui/parts/Shell.tsx';
import { useHere } from '../../ui/use-here.ts';
import { usePorts, useRegions, useSync } from '../../ui/use-ports.tsx';
import { useListbox } from '../use-listbox.ts';
import { Before } from './Before.tsx';
import { Box } from './Box.tsx';
import { type Findings, findAll, type Shelf } from './findings.ts';
import { placeHref } from './PlaceRow.tsx';
import { Results } from './Results.tsx';
import css from './search.module.css';
import { useRecent } from './use-recent.ts';
import { useTyped } from './use-typed.ts';

/** One box: names, pinyin, initials, streets, codes, map links. Answers from the phone alone. */
export function Search() {
  useFreshPlace();
  const { text, type, settle } = useTyped();
  const recent = useRecent();
  const here = useHere();
  const shelf = useShelf(here?.point ?? null);
  // A letter shows at once, whatever a long list costs.
  const asked = useDeferredValue(text);
  const findings = useMemo(() => (asked.trim() === '' ? null : findAll(shelf, asked)), [shelf, asked]);
  const hrefs = findings === null ? [] : hrefsOf(findings);
  const [, go] = useLocation();
  const leave = () => {
    recent.add(text);
    settle();
  };
  const open = (at: number) => {
    leave();
    go(hrefs[at] ?? '/search');
  };
  const listbox = useListbox({ typed: asked, count: hrefs.length, choose: open });
  return (
    <Shell tab="search">
      <Column>
        <main className={css.page}>
          <Unseen as="h1">搜索驿站</Unseen>
          <Box typed={text} onType={type} field={listbox.field} />
          {findings === null ? (
            <Before recent={recent} onType={type} />
          ) : (
            <Results
              typed={asked}
              findings={findings}
              regions={shelf.regions}
              here={here}
              listbox={listbox}
              onLeave={leave}
              onType={type}
            />
          )}
        </main>
      </Column>
    </Shell>
  );
}

/** Who has let the phone say where it is before is measured from there again, and not from the last place. */
function useFreshPlace(): void {
  const { locate, prefs } = usePorts();
  useEffect(() => {
    if (locate.get().kind === 'idle' && prefs.get().lastPlace !== null) locate.request();
  }, [locate, prefs]);
}

function useShelf(from: Shelf['from']): Shelf {
  const { table } = useSync();
  const regions = useRegions(true) ?? null;
  return useMemo(() => ({ table, regions, from }), [table, regions, from]);
}

/** In the order they stand in. */
function hrefsOf({ stations, unknownCode, places }: Findings): readonly string[] {
  const codes = unknownCode === null ? stations.map(({ row }) => row.code) : [unknownCode];
  return [...codes.map((code) => `/s/${code}`), ...places.map(placeHref)];
}
