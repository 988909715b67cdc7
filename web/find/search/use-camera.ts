import { type RefObject, useEffect, useRef, useState } from 'react';
import type { CameraFault, Looking, Scanner } from '../../ui/ports.ts';

export type Camera = {
  readonly trouble: CameraFault | null;
  /** The page was hidden, or somebody took the camera: it waits to be told to go on. */
  readonly isStopped: boolean;
  readonly again: (() => void) | null;
  readonly isLit: boolean;
  readonly lamp: (() => void) | null;
};

type Asked = {
  readonly scanner: Scanner | null;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly onRead: (text: string) => void;
};

/** Looks from when the part is shown until it is taken away. Each text is told once until another is read. */
export function useCamera({ scanner, video, onRead }: Asked): Camera {
  const [round, begin] = useState(0);
  const [looking, setLooking] = useState<Looking | null>(null);
  const [trouble, setTrouble] = useState<CameraFault | null>(null);
  const [isStopped, setStopped] = useState(false);
  const told = useRef('');
  const tell = useRef(onRead);
  tell.current = onRead;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new try
  useEffect(() => {
    if (scanner === null || video.current === null) return;
    let isHere = true;
    let open: Looking | null = null;
    const found = (text: string) => {
      if (!isHere || text === told.current) return;
      told.current = text;
      tell.current(text);
    };
    const stopped = () => {
      if (!isHere) return;
      setLooking(null);
      setStopped(true);
    };
    scanner.look({ video: video.current, found, stopped }).then((answer) => {
      if (typeof answer === 'string') {
        if (isHere) setTrouble(answer);
        return;
      }
      open = answer;
      // Closed while the person was still being asked.
      if (isHere) setLooking(answer);
      else answer.stop();
    });
    return () => {
      isHere = false;
      open?.stop();
    };
  }, [scanner, video, round]);
  const again = () => {
    setTrouble(null);
    setStopped(false);
    begin(round + 1);
  };
  return { trouble, isStopped, again: trouble !== null || isStopped ? again : null, ...useLamp(looking) };
}

/** Out whenever another camera looks. */
function useLamp(looking: Looking | null): Pick<Camera, 'isLit' | 'lamp'> {
  const [lit, light] = useState<Looking | null>(null);
  const isLit = lit !== null && lit === looking;
  if (looking === null || looking.lamp === null) return { isLit: false, lamp: null };
  const { lamp } = looking;
  return { isLit, lamp: () => void lamp(!isLit).then((done) => done && light(isLit ? null : looking)) };
}
