import type { Gcj02 } from '../../../shared/geo/point.ts';

/** A station of any status, as a desk looks at it: a dot in the colour of its state. */
export type Dot = { readonly id: string; readonly point: Gcj02; readonly tone: 'good' | 'hurry' | 'shut' | 'quiet' };
