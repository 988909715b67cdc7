import { cell } from '../../../web/platform/cell.ts';
import type { Reports, ReportsState } from '../../../web/sync/reports-state.ts';

export const NO_REPORTS: ReportsState = { items: [], isKept: true, busy: false, problem: null };

/** Reports in memory; whatever is asked of them is written down and otherwise nothing happens. */
export function fakeReports(first: ReportsState, asked: string[]): Reports {
  const state = cell(first);
  return {
    get: state.get,
    subscribe: state.subscribe,
    say: async (draft) => {
      asked.push(`say ${draft.kind}`);
      return 'new';
    },
    hold: async (id) => asked.push(`hold ${id}`) > 0,
    finish: async (id) => asked.push(`finish ${id}`) > 0,
    takeBack: async (id) => asked.push(`take back ${id}`) > 0,
    again: async (id) => {
      asked.push(`again ${id}`);
      return 'new';
    },
    discard: async (id) => {
      asked.push(`discard ${id}`);
    },
    refresh: () => {
      asked.push('refresh reports');
    },
    follow: async () => 'unknown',
    shrink: async () => null,
  };
}
