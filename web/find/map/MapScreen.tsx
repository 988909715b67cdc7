import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Tag } from '../../ui/parts/Card.tsx';
import { Live } from '../../ui/parts/Live.tsx';
import { Shell, SkipLink, Unseen } from '../../ui/parts/Shell.tsx';
import { SYNTHETIC_TAG } from '../../ui/words/fresh.ts';
import type { FindProps } from '../props.ts';
import { useUnfolded } from './InView.tsx';
import { MapChips } from './MapChips.tsx';
import css from './map.module.css';
import { Answer, ListHere, type Parts, Seen } from './Panel.tsx';
import { StationMap } from './StationMap.tsx';
import { useCard } from './use-card.ts';
import { useMap } from './use-map.ts';
import { useSize } from './use-size.ts';
import type { Box } from './view.ts';

/** The map on a phone: filters over it, the answer in a sheet at its foot, and in the sheet the map in words. */
export function MapScreen(props: FindProps) {
  const { placed, near, doing } = props;
  const map = useMap(props);
  const card = useCard(props, map.selected);
  const [frame, size] = useSize();
  const [sheet, sheetSize] = useSize();
  const list = useUnfolded(map.selected);
  const covered = useCovered(sheetSize, size, list.isOpen);
  return (
    <Shell tab="map" skip={<SkipLink to="map-answer">跳到站点</SkipLink>}>
      <main className={css.screen}>
        <Unseen as="h1">地图上的驿站</Unseen>
        <Live text={near.announce} />
        <div ref={frame} className={css.ground}>
          <StationMap
            map={map}
            chosen={card.codes}
            placed={placed}
            doing={doing}
            onCrowd={list.unfold}
            coveredBelow={covered}
          />
        </div>
        <Over {...props} map={map} card={card} size={size} />
        <Sheet hold={sheet} isUnfolded={list.isOpen} onEscape={card.isChosen ? () => map.select(null) : null}>
          <Answer {...props} map={map} card={card} />
          <Seen {...props} map={map} card={card} list={list} size={size} />
        </Sheet>
      </main>
    </Shell>
  );
}

/** The map keeps clear of the folded sheet; what is unfolded for reading lies over it, and beside it nothing is covered. */
function useCovered(sheet: Box, ground: Box, isUnfolded: boolean): number {
  const folded = useRef(0);
  if (!isUnfolded) folded.current = sheet.height;
  return isBeside(sheet, ground) ? 0 : folded.current;
}

/** A phone on its side: the ground ends where the sheet begins. */
function isBeside(sheet: Box, ground: Box): boolean {
  return sheet.height > 0 && sheet.height >= ground.height;
}

/** What lies over the ground at the top: filters, whether the data is real, the way to a list of this place. */
function Over(props: Parts & { size: Box }) {
  const { filters, doing, map } = props;
  return (
    <div className={css.over}>
      <MapChips filters={filters} onChange={doing.change} />
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
