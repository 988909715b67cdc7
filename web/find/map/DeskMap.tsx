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
  const [frame, size] = useSize();
  const [over, head] = useSize();
  const { width, height } = size;
  const above = head.height === 0 ? 0 : head.height + HEAD_AIR;
  const sight = useMemo(() => ({ width, height, above, below: 0 }), [width, height, above]);
  const map = useMap(props, sight);
  const card = useCard(props, map.picked);
  const list = useUnfolded(map.picked?.code ?? null);
  const ringed = useMemo(
    () =>
      pointed === null || card.codes.some(({ code }) => code === pointed)
        ? card.codes
        : [...card.codes, { code: pointed, at: null }],
    [card.codes, pointed],
  );
  const parts = { ...props, map, card, sight };
  return (
    <>
      <div ref={frame} className={css.ground}>
        {width > 0 && above > 0 && (
          <StationMap
            map={map}
            chosen={ringed}
            placed={props.placed}
            doing={props.doing}
            onCrowd={list.unfold}
            sight={sight}
          />
        )}
      </div>
      <div className={css.over}>
        <Legend hold={over} />
        <ListHere {...parts} />
      </div>
      <aside className={css.side} aria-label="站点">
        <Answer {...parts} withEntrance />
        <Seen {...parts} list={list} />
      </aside>
    </>
  );
}

/** CSS pixels from the head of the map to the legend, and as many below it. */
const HEAD_AIR = 24;

const SHAPES: readonly { readonly icon: IconName; readonly word: string; readonly look: string | undefined }[] = [
  { icon: 'st-open', word: '开放中', look: css.open },
  { icon: 'st-closing', word: '快关门', look: css.closing },
  { icon: 'st-closed', word: '已关门', look: css.closed },
  { icon: 'st-unknown', word: '时间不详', look: css.unknown },
  { icon: 'st-suspended', word: '暂停开放', look: css.suspended },
];

function Legend({ hold }: { hold: (element: HTMLElement | null) => void }) {
  return (
    <ul ref={hold} className={css.legend} aria-label="图例">
      {SHAPES.map(({ icon, word, look }) => (
        <li key={icon} className={look}>
          <Icon name={icon} size="s" />
          {word}
        </li>
      ))}
    </ul>
  );
}
