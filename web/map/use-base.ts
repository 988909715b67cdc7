import type { Map as LeafletMap } from 'leaflet';
import { useEffect, useState } from 'react';
import type { GroundSupply } from '../sync/ground.ts';
import { usePorts } from '../ui/use-ports.tsx';
import { Base } from './base/Base.ts';
import type { OnGround } from './base/sheet.ts';

/** Counties are drawn from here on: until then their borders are not even fetched. */
const COUNTY_ZOOM = 8;

/** What the ground is made of; null until it is known. */
export function useSupply(): GroundSupply | null {
  const { ground } = usePorts();
  const [supply, setSupply] = useState<GroundSupply | null>(null);
  useEffect(() => {
    let alive = true;
    ground.load().then((loaded) => alive && setSupply(loaded));
    return () => {
      alive = false;
    };
  }, [ground]);
  return supply;
}

/** Draws the builtin base with me and the rings on it. The answer: the names in sight, from the middle outwards. */
export function useBase(
  map: LeafletMap | null,
  supply: GroundSupply | null,
  { me, rings, above, below }: OnGround,
): readonly string[] {
  const [base, setBase] = useState<Base | null>(null);
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    if (map === null) return;
    const made = new Base(map, (all) => setNames((known) => (known.join() === all.join() ? known : all)));
    setBase(made);
    return () => {
      setBase(null);
      made.remove();
    };
  }, [map]);
  useEffect(() => {
    if (map !== null && base !== null && supply !== null) return feedBorders(map, base, supply);
  }, [map, base, supply]);
  useEffect(() => base?.put({ me, rings, above, below }), [base, me, rings, above, below]);
  return names;
}

/** The country at once, the counties when the map comes near enough; what could not be had is asked for at the next move. */
function feedBorders(map: LeafletMap, base: Base, supply: GroundSupply): () => void {
  const parts: Uint8Array[] = [];
  let isAsking = false;
  const ask = async (): Promise<void> => {
    const part = parts.length === 0 ? 'china' : 'counties';
    if (isAsking || parts.length === 2 || (part === 'counties' && map.getZoom() < COUNTY_ZOOM)) return;
    isAsking = true;
    const bytes = await supply.borders(part);
    isAsking = false;
    if (bytes === null || parts.length === 2) return;
    parts.push(bytes);
    base.borders([...parts]);
    await ask();
  };
  const look = (): void => void ask();
  map.on('moveend', look);
  look();
  return () => {
    map.off('moveend', look);
    // No picture for a base that is gone.
    parts.length = 2;
  };
}
