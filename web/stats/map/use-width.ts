import { type RefCallback, useCallback, useState } from 'react';

/** The width of what the callback is put on, in CSS pixels; 0 until it is there. */
export function useWidth(): readonly [RefCallback<HTMLElement>, number] {
  const [width, setWidth] = useState(0);
  const measure = useCallback((box: HTMLElement | null) => {
    if (box === null) return;
    const seen = new ResizeObserver(() => setWidth(Math.floor(box.clientWidth)));
    seen.observe(box);
    setWidth(Math.floor(box.clientWidth));
    return () => seen.disconnect();
  }, []);
  return [measure, width];
}
