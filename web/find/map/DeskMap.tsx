import { useMemo } from 'react';
import type { StationCode } from '../../../shared/station/code.ts';
import { Icon, type IconName } from '../../ui/parts/Icon.tsx';
import type { FindProps } from '../props.ts';
import css from './desk-map.module.css';
import { useUnfolded } from './InView.tsx';
import { Answer, ListHere, Seen } from './Panel.tsx';
import { StationMap } from './StationMap.tsx';
import { useCard } from './use-card.ts';
import { useMap } from './use-map.ts';
import { useSize } from './use-size.ts';

/** The map beside the list: legend at the left, the card at the right. `pointed`: the row pointed at, ringed as well. */
export function DeskMap({ pointed, ...props }: FindProps & { readonly pointed: StationCode | null }) {
  const map = useMap(props);
  const card = useCard(props, map.selected);
  const [frame, size] = useSize();
  const list = useUnfolded(map.selected);
  const ringed = useMemo(
    () => (pointed === null || card.codes.includes(pointed) ? card.codes : [...card.codes, pointed]),
    [card.codes, pointed],
  );
  const parts = { ...props, map, card, size };
  return (
    <>
      <div ref={frame} className={css.ground}>
        <StationMap
          map={map}
          chosen={ringed}
          placed={props.placed}
          doing={props.doing}
          onCrowd={list.unfold}
          coveredBelow={0}
        />
      </div>
      <div className={css.over}>
        <Legend />
        <ListHere {...parts} />
      </div>
      <aside className={css.side} aria-label="站点">
        <Answer {...parts} withEntrance />
        <Seen {...parts} list={list} />
      </aside>
    </>
  );
}

const SHAPES: readonly { readonly icon: IconName; readonly word: string; readonly look: string | undefined }[] = [
  { icon: 'st-open', word: '开放中', look: css.open },
  { icon: 'st-closing', word: '快关门', look: css.closing },
  { icon: 'st-closed', word: '已关门', look: css.closed },
  { icon: 'st-unknown', word: '时间不详', look: css.unknown },
  { icon: 'st-suspended', word: '暂停开放', look: css.suspended },
];

function Legend() {
  return (
    <ul className={css.legend} aria-label="图例">
      {SHAPES.map(({ icon, word, look }) => (
        <li key={icon} className={look}>
          <Icon name={icon} size="s" />
          {word}
        </li>
      ))}
    </ul>
  );
}
