import { useEffect, useState } from 'react';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { HeadingState } from '../../ui/ports.ts';
import { useHere } from '../../ui/use-here.ts';
import { useLocate, usePorts, useSource } from '../../ui/use-ports.tsx';
import { type Guide, guideTo } from './guide.ts';
import { type Walk, walked, walkingTo } from './walk.ts';

/** A fix this bad says nothing about which way a door lies. Metres. */
const USELESS = 1000;

export type Guided = {
  /** Null: the phone does not know where it is, or not since it was asked. */
  readonly guide: Guide | null;
  readonly compass: HeadingState;
};

/** Follows the person and the compass while it is mounted, and keeps the screen lit: there is nothing to tap on the way. */
export function useGuide(goal: Gcj02): Guided {
  const { locate, heading, device, clock } = usePorts();
  const state = useLocate();
  const here = useHere();
  const compass = useSource(heading);
  const [walk, setWalk] = useState<Walk | null>(null);
  useEffect(() => {
    if (locate.get().kind === 'idle') locate.request();
    const unfollow = locate.follow();
    heading.start();
    const sleep = device.keepAwake();
    return () => {
      unfollow();
      heading.stop();
      sleep();
    };
  }, [locate, heading, device]);
  useEffect(() => {
    if (state.kind === 'fix' && here !== null) setWalk((before) => walked(before, { ...here, at: state.at }));
  }, [state, here]);
  // The place of an earlier visit will do to sort a list, never to point an arrow.
  if (state.kind !== 'fix' || state.accuracy > USELESS || here === null) return { guide: null, compass };
  const strode = walkingTo(walk, clock.now());
  const seen =
    compass.kind === 'pointing'
      ? ({ degrees: compass.degrees, by: 'compass' } as const)
      : strode === null
        ? null
        : ({ degrees: strode, by: 'walk' } as const);
  return { guide: guideTo({ here, goal, heading: seen }), compass };
}
