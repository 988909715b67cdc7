import { useEffect, useRef, useState } from 'react';
import type { Ground } from '../ground.ts';
import { DotCanvas } from './canvas.ts';
import type { Dot } from './dot.ts';

type Props = {
  readonly ground: Ground;
  /** Some thousand at most; a stable array. */
  readonly dots: readonly Dot[];
  /** Drawn large, over all others. */
  readonly looked: string | null;
  readonly onLook: (id: string | null) => void;
  readonly onPick: (id: string) => void;
};

/** Stations as dots on one canvas. A list beside the map is their twin for keyboards and screen readers. */
export function DotMarks({ ground, dots, looked, onLook, onPick }: Props) {
  const [canvas, setCanvas] = useState<DotCanvas | null>(null);
  const told = useRef({ onLook, onPick });
  told.current = { onLook, onPick };
  useEffect(() => {
    const made = new DotCanvas(ground.map, {
      look: (id) => told.current.onLook(id),
      pick: (id) => told.current.onPick(id),
    });
    setCanvas(made);
    return () => made.remove();
  }, [ground]);
  useEffect(() => canvas?.show(dots, looked), [canvas, dots, looked]);
  return null;
}
