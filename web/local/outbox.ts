import type { Instant } from '../../shared/kernel/instant.ts';
import type { Lookup } from '../../shared/report/lookup.ts';
import type { ReportKind, ReportState } from '../../shared/report/report.ts';
import type { StationCode } from '../../shared/station/code.ts';
import type { ReportBodyText } from '../../shared/wire/report-view.ts';

/**
 * Where a report stands. `held`: may still be changed or taken back, goes at `until`. `waiting`: fixed, and sent until it is
 * answered. `sent`: the server has it. `refused`: the server will not take it as it is; it stays until its writer
 * changes or discards it.
 */
export type Stage =
  | { readonly kind: 'held'; readonly until: Instant }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sent'; readonly lookup: Lookup; readonly at: Instant }
  | { readonly kind: 'refused'; readonly why: string; readonly sentence: string };

/** What the union was last heard to say. `at`: when it was asked, by the phone's clock. */
export type Told = {
  readonly state: ReportState;
  readonly answer: string | null;
  readonly answeredAt: Instant | null;
  readonly at: Instant;
};

/** One report on the phone: its own, or one that is followed by its look-up code. */
export type OutboxItem = {
  /** The report's id; of a followed one the code itself. */
  readonly id: string;
  readonly madeAt: Instant;
  readonly kind: ReportKind;
  /** What it is about, as the screen calls it. */
  readonly title: string;
  readonly station: StationCode | null;
  readonly text: string | null;
  /** What is sent, word for word; null once it was answered or when it is another phone's. */
  readonly body: ReportBodyText | null;
  readonly stage: Stage;
  readonly told: Told | null;
};

export type Put = 'saved' | 'loose';

/** Reports on the phone; all tabs see the same ones. */
export type Outbox = {
  /** False when some of it is in this tab's memory alone and gone once the page is closed. */
  isKept(): boolean;
  /** The oldest first. */
  all(): Promise<readonly OutboxItem[]>;
  /** Never loses it: what the phone does not keep is `loose`, in memory for as long as the page is open. */
  put(item: OutboxItem): Promise<Put>;
  /**
   * Reads and writes in one transaction, so that no tab undoes what another did. `next` gives the item as it becomes, the
   * same to leave it, null to remove it. The answer is what stands there now; null when nothing does.
   */
  change(id: string, next: (now: OutboxItem) => OutboxItem | null): Promise<OutboxItem | null>;
  close(): void;
};

/** For this visit alone: where the browser has no database for us. */
export function memoryOutbox(): Outbox {
  const items = new Map<string, OutboxItem>();
  return {
    isKept: () => false,
    all: async () => inOrder([...items.values()]),
    put: async (item) => {
      items.set(item.id, item);
      return 'loose';
    },
    change: async (id, next) => changeIn(items, id, next),
    close: () => undefined,
  };
}

export function inOrder(items: readonly OutboxItem[]): readonly OutboxItem[] {
  return [...items].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
}

export function changeIn(
  items: Map<string, OutboxItem>,
  id: string,
  next: (now: OutboxItem) => OutboxItem | null,
): OutboxItem | null {
  const now = items.get(id);
  if (now === undefined) return null;
  const changed = next(now);
  if (changed === null) items.delete(id);
  else items.set(id, changed);
  return changed;
}
