import { lazy, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import { STATUS_WORDS } from '../../../shared/words/station.ts';
import { MapRoom } from '../../desk/parts/DeskMap.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { useAnswer } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { conditionsOf, type Query } from './query.ts';
import css from './stations.module.css';

const DotMap = lazy(async () => ({ default: (await import('../../map/dots/DotMap.tsx')).DotMap }));

type Props = { query: Query; looked: string | null; look: (id: string | null) => void };
type Dots = Reply<'stationDots'>;

/** Where the stations that pass stand; the list beside it says the same in words. */
export function ListMap({ query, looked, look }: Props) {
  const answer = useAnswer('stationDots', { query: conditionsOf(query) });
  if (answer.error) return <Failed error={answer.error} retry={() => answer.refetch()} />;
  if (answer.data === undefined) return <Loading rows={6} />;
  return <Drawn key={answer.dataUpdatedAt} dots={answer.data} looked={looked} look={look} />;
}

function Drawn({ dots, looked, look }: { dots: Dots } & Omit<Props, 'query'>) {
  const [view, setView] = useState(() => viewOf(dots));
  const [, go] = useLocation();
  const places = useMemo(
    () => dots.items.map(({ id, status, lng, lat }) => ({ id, point: gcj02(lng, lat), tone: toneOf(status) })),
    [dots],
  );
  const at = dots.items.find(({ id }) => id === looked);
  return (
    <section className={css.map} aria-label="地图">
      <MapRoom>
        <DotMap
          view={view}
          onView={setView}
          dots={places}
          looked={looked}
          onLook={look}
          onPick={(id) => go(`/stations/${id}`)}
        />
      </MapRoom>
      <p className={css.mapNote} role="status">
        {at ? `${at.name}，${STATUS_WORDS[at.status]}` : countText(dots)}
      </p>
    </section>
  );
}

function countText({ items, total }: Dots): string {
  return items.length < total
    ? `图上是前 ${numberText(items.length)} 个，共 ${numberText(total)} 个；加条件看其余的`
    : `图上 ${numberText(total)} 个站点`;
}

function toneOf(status: Dots['items'][number]['status']): 'good' | 'hurry' | 'shut' | 'quiet' {
  if (status === 'active') return 'good';
  if (status === 'suspended') return 'shut';
  return status === 'rectifying' ? 'hurry' : 'quiet';
}

const CHINA = { centre: gcj02(104.5, 36), zoom: 4 };
/** Share of the box left round the outermost. */
const MARGIN = 1.3;
const WORLD = 360;
const PIXELS = 400;

/** Wide enough for all of them. */
function viewOf({ items }: Dots): { readonly centre: Gcj02; readonly zoom: number } {
  if (items.length === 0) return CHINA;
  const [lngs, lats] = [items.map(({ lng }) => lng), items.map(({ lat }) => lat)];
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)];
  const span = Math.max(0.01, (east - west) * MARGIN, (north - south) * MARGIN * 1.3);
  const zoom = Math.log2((WORLD * PIXELS) / (256 * span));
  return { centre: gcj02((west + east) / 2, (south + north) / 2), zoom: Math.max(3, Math.min(16, Math.floor(zoom))) };
}
