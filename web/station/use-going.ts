import { useLayoutEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { PublicStation } from '../../shared/station/station.ts';
import { usePorts, usePrefs } from '../ui/use-ports.tsx';
import { mapLink } from './handoff.ts';

/** What stands over the page: the choice of a way, or the arrow. In the address, so that it survives a reload. */
export type Going = 'choose' | 'compass';

const ASKED: { readonly [asked: string]: Going } = { '1': 'choose', compass: 'compass' };
const ADDRESS: { readonly [going in Going]: string } = { choose: '1', compass: 'compass' };

/**
 * `?go=1` and `?go=compass`. Opening adds a step that the phone's own back takes away again. Who comes here by 带我去 and
 * has chosen before goes on at once, and finds the page as it was on return.
 */
export function useGoing(station: PublicStation) {
  const [path, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('go');
  const going = asked === null ? null : (ASKED[asked] ?? null);
  const isOurs = useRef(false);
  if (going === null) isOurs.current = false;
  const show = (next: Going): void => {
    navigate(`${path}?go=${ADDRESS[next]}`, { replace: going !== null });
    if (going === null) isOurs.current = true;
  };
  const close = (): void => {
    if (isOurs.current) window.history.back();
    else navigate(path, { replace: true });
  };
  useAtOnce(station, going === 'choose', close);
  return { going, show, close };
}

/** One tap on the list leads to the map app chosen the last time; where the browser wants one more, the choice stays. */
function useAtOnce(station: PublicStation, isAsked: boolean, close: () => void): void {
  const { device } = usePorts();
  const { goBy } = usePrefs();
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (!isFirst.current) return;
    isFirst.current = false;
    if (!isAsked || goBy === null || device.isWechat) return;
    if (device.open(mapLink(goBy.app, { name: station.name, point: station.point, mode: goBy.mode }))) close();
  });
}
