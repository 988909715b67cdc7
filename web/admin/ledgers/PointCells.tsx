import { Button } from 'antd';
import { useState } from 'react';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import { DATUM_WORDS } from '../../../shared/words/station.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { DeskPicker } from '../../desk/parts/DeskMap.tsx';
import { useStart } from '../../desk/parts/use-start.ts';
import css from './ledgers.module.css';
import type { Datum } from './words.ts';

type Props = {
  /** What the cells say now. */
  point: Gcj02 | null;
  datum: Datum;
  /** The division of the ledger's union: where the map begins while there is no point. */
  region: string | null;
  isMapFirst: boolean;
  onPick: (point: Gcj02) => void;
};

const NEAR_ZOOM = 17;

/** A row's point picked on the map instead of typed; the cells show it in the way the ledger is read. */
export function PointCells({ point, datum, region, isMapFirst, onPick }: Props) {
  const [isOpen, open] = useState(isMapFirst);
  const start = useStart(region);
  const pick = (picked: Gcj02) => {
    open(false);
    onPick(picked);
  };
  return (
    <div className={css.point}>
      <p className={css.standing} role="status">
        {point === null ? '坐标也可以在地图上选' : `坐标按“${DATUM_WORDS[datum]}”写在下面`}
        <Button size="small" icon={<DeskIcon name="map" />} onClick={() => open(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? '收起地图' : point === null ? '在地图上选' : '在地图上看、改'}
        </Button>
      </p>
      {isOpen && (
        <div className={css.map}>
          <DeskPicker
            key={point === null ? `${start.centre.lng} ${start.centre.lat}` : 'point'}
            start={point === null ? start : { centre: point, zoom: NEAR_ZOOM }}
            word={point === null ? '就是这里' : '改到十字这里'}
            onPick={pick}
            onClose={() => open(false)}
          />
        </div>
      )}
    </div>
  );
}
