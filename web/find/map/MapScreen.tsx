import type { KeyboardEvent, ReactNode } from 'react';
import { Tag } from '../../ui/parts/Card.tsx';
import { Live } from '../../ui/parts/Live.tsx';
import { Shell, SkipLink, Unseen } from '../../ui/parts/Shell.tsx';
import { useFragment } from '../../ui/use-fragment.ts';
import { SYNTHETIC_TAG } from '../../ui/words/fresh.ts';
import type { FindProps } from '../props.ts';
import { useUnfolded } from './InView.tsx';
import { MapChips } from './MapChips.tsx';
import css from './map.module.css';
import { Answer, ListHere, type Parts, Seen } from './Panel.tsx';
import { StationMap } from './StationMap.tsx';
import { useCard } from './use-card.ts';
import { useMap } from './use-map.ts';
import { useSight, useTight } from './use-sight.ts';
import { useSize } from './use-size.ts';
import type { Sight } from './view.ts';

const NO_SIGHT: Sight = { width: 0, height: 0, above: 0, below: 0 };

/** The map on a phone: filters over it, the answer in a sheet at its foot, and in the sheet the map in words. */
export function MapScreen(props: FindProps) {
  const { placed, near, doing } = props;
  const [frame, ground] = useSize();
  const [over, head] = useSize();
  const [sheet, sheetSize] = useSize();
  const { selected } = useFragment();
  const list = useUnfolded(selected);
  const isTight = useTight(ground, sheetSize);
  const sight = useSight({ ground, head, sheet: sheetSize, isUnfolded: list.isOpen });
  const map = useMap(props, sight ?? NO_SIGHT);
  const card = useCard(props, map.picked);
  const parts = { ...props, map, card, sight: sight ?? NO_SIGHT };
  const isBrief = isTight && !list.isOpen && card.one !== null;
  return (
    <Shell tab="map" skip={<SkipLink to="map-answer">跳到站点</SkipLink>}>
      <main className={css.screen}>
        <Unseen as="h1">地图上的驿站</Unseen>
        <Live text={near.announce} />
        <div ref={frame} className={css.ground}>
          {sight !== null && (
            <StationMap
              map={map}
              chosen={card.codes}
              placed={placed}
              doing={doing}
              onCrowd={list.unfold}
              sight={sight}
            />
          )}
        </div>
        <Over {...parts} hold={over} isTight={isTight} />
        <Sheet hold={sheet} isUnfolded={list.isOpen} onEscape={card.isChosen ? map.leave : null}>
          <Answer {...parts} onUnfold={isBrief ? list.unfold : null} />
          {!isBrief && <Seen {...parts} list={list} />}
        </Sheet>
      </main>
    </Shell>
  );
}

type Headed = Parts & {
  readonly sight: Sight;
  readonly hold: (element: HTMLElement | null) => void;
  readonly isTight: boolean;
};

/** What lies over the ground at the top: filters, whether the data is real, the way to a list of this place. */
function Over(props: Headed) {
  const { filters, doing, map, hold, isTight } = props;
  return (
    <div className={css.over}>
      <div ref={hold} className={css.head}>
        <MapChips filters={filters} onChange={doing.change} isTight={isTight} />
      </div>
      <div className={css.under}>
        {map.stations?.hasSynthetic === true && (
          <span className={css.sample}>
            <Tag>{SYNTHETIC_TAG}</Tag>
          </span>
        )}
        <ListHere {...props} />
      </div>
    </div>
  );
}

type SheetProps = {
  readonly hold: (element: HTMLElement | null) => void;
  readonly isUnfolded: boolean;
  readonly onEscape: (() => void) | null;
  readonly children: ReactNode;
};

/** Lies over the foot of the map and holds nobody: the map beside it stays in reach. */
function Sheet({ hold, isUnfolded, onEscape, children }: SheetProps) {
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || onEscape === null) return;
    onEscape();
    document.getElementById('map-answer')?.focus();
  };
  return (
    <dialog
      open
      ref={hold}
      id="map-answer"
      tabIndex={-1}
      className={isUnfolded ? `${css.sheet} ${css.unfolded}` : css.sheet}
      aria-label="站点"
      onKeyDown={closeOnEscape}
    >
      {children}
    </dialog>
  );
}
