import type { Filters } from './filters.ts';
import type { Placed } from './use-anchor.ts';
import type { useNear } from './use-near.ts';

/** What the parts of the screen may do. */
export type Doing = {
  readonly change: (next: Filters) => void;
  readonly pick: () => void;
  readonly relocate: () => void;
};
export type FindProps = {
  readonly placed: Placed;
  readonly near: ReturnType<typeof useNear>;
  readonly filters: Filters;
  readonly doing: Doing;
};
