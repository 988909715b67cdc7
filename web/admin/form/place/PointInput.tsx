import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Datum, Gcj02 } from '../../../../shared/geo/point.ts';
import type { SourcePoint } from '../../../../shared/station/station.ts';
import { OneOf } from '../../../desk/parts/Chips.tsx';
import { DeskIcon } from '../../../desk/parts/DeskIcon.tsx';
import { DeskPicker } from '../../../desk/parts/DeskMap.tsx';
import type { MapPlace } from '../../../map/ground.ts';
import type { Wiring } from '../parts/Field.tsx';
import { readPasted, rounded } from './pasted.ts';
import css from './place.module.css';

export type Placed = {
  readonly point: Gcj02;
  readonly source: SourcePoint | null;
  readonly by: 'picked' | 'pasted';
};

type Props = {
  wiring: Wiring;
  /** Which point, for whoever hears the page: 站点, 第 2 个停靠点. */
  name: string;
  point: Gcj02 | null;
  /** Where the map looks while there is no point. */
  start: MapPlace;
  onPlace: (placed: Placed) => void;
};

const DATUMS = [
  { value: 'gcj02', word: '高德、腾讯（GCJ-02）' },
  { value: 'wgs84', word: 'GPS、天地图（WGS-84）' },
  { value: 'bd09', word: '百度（BD-09）' },
] as const satisfies readonly { readonly value: Datum; readonly word: string }[];
const NEAR_ZOOM = 17;

/** A point by three ways: numbers of any datum, a map's link, or a map moved under a cross. What was read is shown on the map. */
export function PointInput({ wiring, name, point, start, onPlace }: Props) {
  const [text, setText] = useState('');
  const [datum, setDatum] = useState<Datum>('gcj02');
  const [isMapOpen, openMap] = useState(false);
  const pasted = readPasted(text, datum);
  const take = (typed: string, said: Datum) => {
    const read = readPasted(typed, said);
    if (read.kind !== 'place') return;
    onPlace({ point: read.point, source: read.source, by: 'pasted' });
    openMap(true);
  };
  return (
    <div className={css.point}>
      <p className={css.standing}>
        <DeskIcon name="pin" />
        {point === null ? '还没有坐标' : <b>{pairText(point)}</b>}
        <Button
          size="small"
          icon={<DeskIcon name="map" />}
          onClick={() => openMap(!isMapOpen)}
          aria-expanded={isMapOpen}
        >
          {isMapOpen ? '收起地图' : point === null ? '在地图上选' : '在地图上看、改'}
        </Button>
      </p>
      <Input
        {...wiring}
        value={text}
        placeholder="粘贴坐标，或高德、百度、腾讯地图里复制的链接"
        onChange={(event) => {
          setText(event.target.value);
          take(event.target.value, datum);
        }}
      />
      {text.trim() !== '' && (
        <OneOf
          label={`${name}的坐标是哪种`}
          options={DATUMS}
          value={datum}
          onChange={(said) => {
            setDatum(said);
            take(text, said);
          }}
        />
      )}
      {pasted.kind === 'bad' && (
        <p className={css.bad} role="alert">
          {pasted.text}
        </p>
      )}
      {pasted.kind === 'place' && (
        <p className={css.read} role="status">
          {pasted.note}读成 {pairText(pasted.point)}。
        </p>
      )}
      {isMapOpen && <PointMap point={point} start={start} onPlace={onPlace} close={() => openMap(false)} />}
    </div>
  );
}

type MapProps = Pick<Props, 'point' | 'start' | 'onPlace'> & { close: () => void };

/** Looks at the point that was read, and takes another from under its cross. */
function PointMap({ point, start, onPlace, close }: MapProps) {
  return (
    <div className={css.map}>
      <DeskPicker
        key={point === null ? 'none' : pairText(point)}
        start={point === null ? start : { centre: point, zoom: NEAR_ZOOM }}
        word={point === null ? '就是这里' : '改到十字这里'}
        onPick={(centre) => onPlace({ point: rounded(centre), source: null, by: 'picked' })}
        onClose={close}
      />
    </div>
  );
}

export function pairText({ lng, lat }: Gcj02): string {
  return `${lng.toFixed(6)}, ${lat.toFixed(6)}`;
}
