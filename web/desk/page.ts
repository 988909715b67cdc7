import type { ComponentType } from 'react';
import type { AccountFunction } from '../../shared/station/lifecycle.ts';
import type { DeskIconName } from './parts/DeskIcon.tsx';

/** One page of the workspace: where it is, who sees it, and how the menu names it. */
export type Page = {
  /** Below `/admin`, as wouter writes it: `/stations/:id`. */
  readonly path: string;
  /** Null: reached from other pages only. */
  readonly menu: {
    readonly title: string;
    readonly icon: DeskIconName;
    readonly group: 'work' | 'stations' | 'figures' | 'rules';
    /** True: only the root union has anything to do there. */
    readonly isOfRoot?: boolean;
  } | null;
  /** Whose menu it stands in; empty: everybody's. The server decides again for every request. */
  readonly by: readonly AccountFunction[];
  /** False: it needs no session. */
  readonly signedIn: boolean;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
};
