import { Link } from 'wouter';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import { chosenHash } from '../../ui/chosen-place.ts';
import { Icon } from '../../ui/parts/Icon.tsx';
import { useSync } from '../../ui/use-ports.tsx';
import { type Filters, writeFilters } from '../filters.ts';
import type { FindProps } from '../props.ts';
import { InView, type useUnfolded } from './InView.tsx';
import css from './map.module.css';
import { NoCard } from './NoCard.tsx';
import { BriefCard, StationCard } from './StationCard.tsx';
import type { Card } from './use-card.ts';
import type { MapState } from './use-map.ts';
import { isElsewhere, middleOf, type Sight } from './view.ts';

export type Parts = FindProps & { readonly map: MapState; readonly card: Card };

/** `onUnfold`: there is room for its name alone, the rest comes when asked for. */
type Shown = Parts & { readonly withEntrance?: boolean; readonly onUnfold?: (() => void) | null };

/** The card of the chosen station, else of the nearest open one, else why there is none. */
export function Answer({ near, placed, doing, map, card, withEntrance = false, onUnfold = null }: Shown) {
  const { table } = useSync();
  if (card.one === null || table === null) return <NoCard near={near} placed={placed} doing={doing} />;
  if (onUnfold !== null) {
    return <BriefCard one={card.one} accuracy={near.accuracy} telling={near.telling} onUnfold={onUnfold} />;
  }
  return (
    <StationCard
      one={card.one}
      accuracy={near.accuracy}
      telling={near.telling}
      table={table}
      when={card.when}
      withEntrance={withEntrance}
      onClose={card.isChosen ? map.leave : null}
    />
  );
}

type Listed = Parts & { readonly list: ReturnType<typeof useUnfolded>; readonly sight: Sight };

export function Seen({ near, placed, map, card, list, sight }: Listed) {
  const { table } = useSync();
  if (table === null || map.stations === null) return null;
  return (
    <InView
      stations={map.stations}
      table={table}
      view={map.view}
      sight={sight}
      onTap={map.remember}
      from={placed.anchor?.point ?? null}
      accuracy={near.accuracy}
      when={card.when}
      telling={near.telling}
      isOpen={list.isOpen}
      onToggle={list.toggle}
    />
  );
}

/** Whoever looks elsewhere than the list stands may have the list come along. */
export function ListHere({ filters, placed, map, sight }: Pick<Listed, 'filters' | 'placed' | 'map' | 'sight'>) {
  const from = placed.anchor?.point ?? null;
  if (map.stations === null || sight.width === 0 || map.isFollowing || !isElsewhere(map.view, from, sight)) return null;
  return (
    <Link className={css.here} href={listAddress(filters, middleOf(map.view, sight))}>
      <Icon name="list" size="s" />
      在这里找站点
    </Link>
  );
}

function listAddress(filters: Filters, from: Gcj02): string {
  const query = writeFilters({ ...filters, at: null });
  return `/${query === '' ? '' : `?${query}`}${chosenHash(from)}`;
}
