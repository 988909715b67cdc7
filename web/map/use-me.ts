import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Gcj02 } from '../../shared/geo/point.ts';
import { fixPoint } from '../ui/chosen-place.ts';
import type { LocateState } from '../ui/ports.ts';
import { useLocate, usePorts, usePrefs, useSource } from '../ui/use-ports.tsx';
import { MeMark } from './controls/MeMark.ts';
import { lookAt } from './moves.ts';

export type Me = { readonly point: Gcj02; readonly accuracy: number };

/** Where the phone says I am, however unsure: the disc says how far. Null without a fix: an old place is not me. */
export function useMe(): Me | null {
  const locate = useLocate();
  const { shifted } = usePrefs();
  return useMemo(() => {
    if (locate.kind !== 'fix') return null;
    return { point: fixPoint(locate.point, shifted), accuracy: locate.accuracy };
  }, [locate, shifted]);
}

/** From farther away the cone would cover towns. */
const FACING_ZOOM = 13;

/** The dot and the cone on the map. */
export function useMeMark(map: LeafletMap | null, me: Me | null): void {
  const { heading } = usePorts();
  const facing = useSource(heading);
  const [mark, setMark] = useState<MeMark | null>(null);
  const isThere = me !== null;
  const first = useRef(me);
  first.current = me;
  useEffect(() => {
    if (map === null || !isThere || first.current === null) return;
    const made = new MeMark(map, first.current.point);
    setMark(made);
    heading.start();
    return () => {
      heading.stop();
      setMark(null);
      made.remove();
    };
  }, [map, isThere, heading]);
  useEffect(() => {
    if (me !== null) mark?.move(me.point);
  }, [mark, me]);
  useEffect(() => {
    if (map === null || mark === null) return;
    const face = (): void => mark.face(facing.kind === 'pointing' && map.getZoom() >= FACING_ZOOM ? facing : null);
    face();
    map.on('zoomend', face);
    return () => {
      map.off('zoomend', face);
    };
  }, [map, mark, facing]);
}

const HERE_ZOOM = 15;
const NOWHERE: readonly LocateState['kind'][] = ['refused', 'timeout', 'unavailable', 'insecure'];

/** `lift`: CSS pixels the middle of what is seen lies above the middle of the box. */
type Going = { readonly me: Me | null; readonly lift: number; readonly onNoPlace: () => void };

/** What 我 does: asks for a new fix, goes to the one in hand at once or to the first that comes, or says there is none. */
export function useGoToMe(map: LeafletMap | null, { me, lift, onNoPlace }: Going): () => void {
  const { locate, heading } = usePorts();
  const { kind } = useLocate();
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting || map === null) return;
    if (me !== null) go(map, me, lift);
    else if (NOWHERE.includes(kind)) onNoPlace();
    else return;
    setWaiting(false);
  }, [isWaiting, map, me, lift, kind, onNoPlace]);
  return () => {
    // Only a tap may ask an iPhone for its compass.
    if (heading.get().kind === 'ask') heading.request();
    const was = locate.get().kind;
    if (was !== 'asking') locate.request();
    setWaiting(true);
  };
}

function go(map: LeafletMap, { point }: Me, lift: number): void {
  lookAt(map, point, { zoom: Math.max(HERE_ZOOM, map.getZoom()), lift });
}
