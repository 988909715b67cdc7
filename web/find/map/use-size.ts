import { useEffect, useState } from 'react';
import type { Box } from './view.ts';

/** The size of an element in CSS pixels, 0 × 0 until it is known; give the first answer to its `ref`. */
export function useSize(): readonly [(element: HTMLElement | null) => void, Box] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [size, setSize] = useState<Box>({ width: 0, height: 0 });
  useEffect(() => {
    if (element === null) return;
    const watcher = new ResizeObserver(() => {
      const { offsetWidth: width, offsetHeight: height } = element;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [element]);
  return [setElement, size];
}
