import { useEffect, useRef } from 'react';
import { useLocation, useRoute, useSearch } from 'wouter';
import { STATION_REPORT_KINDS, type StationReportKind } from '../../shared/report/report.ts';
import { AMENITIES, type Amenity, amenityState } from '../../shared/station/amenity.ts';
import { parseCode, type StationCode, spacedCode } from '../../shared/station/code.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { ButtonLink } from '../ui/parts/Button.tsx';
import { CallUnion } from '../ui/parts/CallUnion.tsx';
import { Card, Tag } from '../ui/parts/Card.tsx';
import { Head } from '../ui/parts/Head.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { Column, Shell } from '../ui/parts/Shell.tsx';
import { useSync } from '../ui/use-ports.tsx';
import { useTitle } from '../ui/use-title.ts';
import { SYNTHETIC_TAG } from '../ui/words/fresh.ts';
import { NO_TRACE, UNDO_NOTE } from '../ui/words/report.ts';
import { Kinds } from './Kinds.tsx';
import { Made } from './Made.tsx';
import css from './report.module.css';
import { useReports } from './use-reports.ts';

/** 告诉工会: what is wrong with a station, in one tap. `?kind=all-right` says that all is well; `?id=` is one just made. */
export function ReportPage() {
  const [, params] = useRoute('/report/:code');
  const code = parseCode(params?.code ?? '');
  useTitle('告诉工会');
  return (
    <Shell tab={null}>
      <Column>
        <Head title="告诉工会" home={code.ok ? `/s/${code.value}` : '/'} />
        <main>{code.ok ? <About code={code.value} /> : <NoCode />}</main>
      </Column>
    </Shell>
  );
}

/** A link that was cut or mistyped. */
function NoCode() {
  return (
    <Card padded>
      <p className={css.lead}>这个链接里的站点编码不对，不知道说的是哪个驿站。</p>
      <div className={css.ways}>
        <ButtonLink wide href="/search">
          <Icon name="search" />
          按站名或路名找
        </ButtonLink>
        <CallUnion />
      </div>
    </Card>
  );
}

function About({ code }: { code: StationCode }) {
  const { table, phase } = useSync();
  // A blink: what it is called must not jump in under a finger.
  if (phase === 'reading') return null;
  const held = table?.station(code) ?? null;
  const station = held !== null && 'name' in held ? held : null;
  return (
    <>
      <Card padded>
        <p className={css.name}>{station?.name ?? `编码 ${spacedCode(code)}`}</p>
        {station !== null && (
          <p className={css.hint}>
            {station.address} {station.origin === 'synthetic' && <Tag>{SYNTHETIC_TAG}</Tag>}
          </p>
        )}
      </Card>
      <Saying code={code} station={station} />
    </>
  );
}

/** Kinds that mean little without a word more. */
const ASKING: readonly StationReportKind[] = ['broken', 'wrong-info', 'other'];

function Saying({ code, station }: { code: StationCode; station: PublicStation | null }) {
  const opened = useReports();
  const search = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const made = opened?.state.items.find(({ id }) => id === search.get('id')) ?? null;
  const show = (id: string | null) => go(`/report/${code}${id === null ? '' : `?id=${id}`}`, { replace: true });
  const title = station?.name ?? `编码 ${spacedCode(code)}`;
  const once = useRef(false);
  const say = async (kind: StationReportKind) => {
    // Two quick taps are one report.
    if (opened === null || once.current) return;
    once.current = true;
    show(await opened.reports.say({ kind, station: code, amenity: null, text: null, photo: null, title }));
    once.current = false;
  };
  useAtOnce(made === null && opened !== null ? kindIn(search) : null, say);
  if (opened === null) return null;
  if (made === null) {
    return (
      <>
        <Kinds onSay={say} />
        <p className={css.note}>
          {UNDO_NOTE}
          {NO_TRACE}
        </p>
      </>
    );
  }
  return (
    <Made
      key={made.id}
      item={made}
      reports={opened.reports}
      line={opened.state}
      things={made.kind === 'broken' ? thingsOf(station) : []}
      asks={ASKING.some((kind) => kind === made.kind)}
      onGone={show}
      home={{ href: `/s/${code}`, word: '回到这个驿站' }}
    />
  );
}

/** What may be broken: what is there, or is said to be broken already; of an unknown station anything. */
function thingsOf(station: PublicStation | null): readonly Amenity[] {
  if (station === null) return [];
  return AMENITIES.filter((thing) => ['yes', 'seasonal', 'broken'].includes(amenityState(station.amenities, thing)));
}

function kindIn(search: URLSearchParams): StationReportKind | null {
  return STATION_REPORT_KINDS.find((kind) => kind === search.get('kind')) ?? null;
}

/**
 * The button on the station's page was the tap. A link from outside is none: who opens one is asked like everybody, so that
 * nobody can make others report.
 */
function useAtOnce(kind: StationReportKind | null, say: (kind: StationReportKind) => void): void {
  const isSaid = useRef(false);
  useEffect(() => {
    if (kind === null || isSaid.current || isOpenedByLink()) return;
    isSaid.current = true;
    say(kind);
  });
}

/** Whether this page is the one the document was opened with. */
function isOpenedByLink(): boolean {
  const [first] = performance.getEntriesByType('navigation');
  return first === undefined || new URL(first.name).href === window.location.href;
}
