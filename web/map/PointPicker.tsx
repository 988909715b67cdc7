import { useRef, useState } from 'react';
import type { Gcj02 } from '../../shared/geo/point.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Live } from '../ui/parts/Live.tsx';
import { PICK_HINT } from '../ui/words/map.ts';
import { CrossMark } from './controls/CrossMark.tsx';
import type { MapPlace } from './ground.ts';
import { MapView } from './MapView.tsx';
import css from './picker.module.css';

type Props = {
  readonly start: MapPlace;
  /** What taking the place does: 在这里找站点, 就是这里. */
  readonly word: string;
  readonly onPick: (place: Gcj02) => void;
  readonly onClose: () => void;
  readonly onNoPlace?: () => void;
};

/** A map with a fixed cross in the middle: the map is moved under it, by finger or by arrow keys. */
export function PointPicker({ start, word, onPick, onClose, onNoPlace }: Props) {
  const [view, setView] = useState(start);
  const moves = useRef(0);
  const move = (to: MapPlace): void => {
    moves.current += 1;
    setView(to);
  };
  return (
    <div className={css.picker}>
      <div className={css.ground}>
        <MapView view={view} onView={move} fromPicked={view.centre} {...(onNoPlace && { onNoPlace })} />
        <CrossMark />
        <p className={css.hint}>{PICK_HINT}</p>
      </div>
      <div className={css.dock}>
        <Button weight="ink" wide onClick={() => onPick(view.centre)}>
          {word}
        </Button>
        <Button weight="tall" onClick={onClose}>
          取消
        </Button>
      </div>
      <Live text={moves.current > 1 ? '地图动了，十字下面是新的地方' : ''} />
    </div>
  );
}
