import { usePrefs } from '../ui/use-ports.tsx';
import { AllDay } from './AllDay.tsx';
import { BadPlace } from './BadPlace.tsx';
import type { FindProps } from './props.ts';
import type { PlaceTrouble } from './use-anchor.ts';

/** No place to measure from: what is wrong, the ways out, and what helps anywhere. */
export function NoPlace({ placed, near, doing, trouble }: FindProps & { trouble: PlaceTrouble }) {
  const { lastPlace } = usePrefs();
  return (
    <>
      <BadPlace
        trouble={trouble}
        last={lastPlace}
        now={near.now}
        onRetry={doing.relocate}
        onUseLast={placed.useLast}
        onPick={doing.pick}
      />
      <AllDay telling={near.telling} />
    </>
  );
}
