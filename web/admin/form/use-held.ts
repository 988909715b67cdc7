import { useState } from 'react';

/** The first value that came, whatever comes later. */
export function useHeld<T>(value: T | undefined): T | null {
  const [held, hold] = useState<T | null>(value ?? null);
  if (held === null && value !== undefined) hold(() => value);
  return held ?? value ?? null;
}
