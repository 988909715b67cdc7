import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useState } from 'react';
import css from '../map.module.css';
import { MapIcon } from './MapIcon.tsx';

/** 我, + and −: for gloves, and for whoever has one hand. */
export function Controls({ map, onMe }: { map: LeafletMap; onMe: () => void }) {
  const [zoom, setZoom] = useState(() => map.getZoom());
  useEffect(() => {
    const read = (): void => setZoom(map.getZoom());
    map.on('zoomend', read);
    return () => {
      map.off('zoomend', read);
    };
  }, [map]);
  return (
    <div className={css.controls}>
      <button
        type="button"
        className={css.control}
        aria-label="放大"
        aria-disabled={zoom >= map.getMaxZoom()}
        onClick={() => map.zoomIn()}
      >
        <MapIcon name="plus" />
      </button>
      <button
        type="button"
        className={css.control}
        aria-label="缩小"
        aria-disabled={zoom <= map.getMinZoom()}
        onClick={() => map.zoomOut()}
      >
        <MapIcon name="less" />
      </button>
      <button type="button" className={`${css.control} ${css.tall}`} aria-label="到我的位置" onClick={onMe}>
        <MapIcon name="me" />我
      </button>
    </div>
  );
}
