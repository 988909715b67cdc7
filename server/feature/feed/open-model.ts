import { applyDelta, openCity } from '../../../shared/feed/apply.ts';
import { codeNumber } from '../../../shared/feed/code-block.ts';
import type { PackColumns } from '../../../shared/feed/columns.ts';
import type { Epoch } from '../../../shared/feed/feed.ts';
import type { LocalCity } from '../../../shared/feed/local.ts';
import { type DeltaPatch, putPatch } from '../../../shared/feed/patch.ts';
import { openTable } from '../../../shared/feed/table.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { mergeCalendar, type StatutoryDay } from '../../../shared/station/calendar.ts';
import { codeParts } from '../../../shared/station/code.ts';
import type { Mark, Store } from '../../store/port.ts';
import { initialsOf } from '../pinyin.ts';
import { UTF8 } from '../utf8.ts';
import type { ModelState, ReadModel } from './model.ts';

export type ModelParts = {
  readonly store: Store;
  readonly statutory: readonly StatutoryDay[];
  readonly now: () => Instant;
  /** Reads all published stations afresh; a thread of its own does it in the server. */
  readonly loadNation: () => Promise<PackColumns>;
  readonly failed: (error: unknown) => void;
};

/** Another process may write: the counter is asked at most this often. */
const LOOK_MS = 500;
/** Marks laid over at once: some ten milliseconds, then others have their turn. */
const PAGE = 250;
/** Beyond so many changes at once, as a ledger of the country brings them, the whole is read sooner than followed. */
const BULK_ROWS = 1_000;
const BULK_SHARE = 0.1;

/** Reads the country once, then follows the feed like a phone does; when its changes grow long it is read again beside. */
export async function openModel(parts: ModelParts): Promise<ReadModel> {
  const model = new FollowingModel(parts, await parts.loadNation());
  await model.start();
  return model;
}

class FollowingModel implements ReadModel {
  private nation: LocalCity;
  private state: ModelState | null = null;
  private looked = Number.NEGATIVE_INFINITY;
  private looking: Promise<void> | null = null;
  private reading = false;
  /** Read beside and not yet taken. */
  private fresh: PackColumns | null = null;

  constructor(
    private readonly parts: ModelParts,
    columns: PackColumns,
  ) {
    this.nation = openCity(columns, null);
  }

  async start(): Promise<void> {
    await this.look();
    if (!this.state) await this.show();
  }

  peek(): ModelState {
    if (!this.state) throw new Error('the model is asked before it was opened');
    return this.state;
  }

  async current(): Promise<ModelState> {
    if (this.parts.now() - this.looked >= LOOK_MS) {
      this.looking ??= this.look().finally(() => {
        this.looking = null;
      });
      await this.looking;
    }
    return this.peek();
  }

  private async look(): Promise<void> {
    this.looked = this.parts.now();
    const { epoch, seq } = await this.parts.store.counter();
    const isFresh = this.takeFresh(epoch);
    if (epoch !== this.nation.columns.epoch) this.nation = openCity(await this.parts.loadNation(), null);
    else if (this.isFarBehind(seq)) {
      // Half a minute for the whole country: nobody waits for it, what was shown before is shown until then.
      if (isFresh) await this.show();
      this.readAgain();
      return;
    } else if (!isFresh && seq === this.nation.cursor) return;
    const heavy = await this.follow();
    await this.show();
    if (heavy) this.readAgain();
  }

  /** True when a reading made beside was waiting, and stands now under what was laid over since. */
  private takeFresh(epoch: Epoch): boolean {
    const { fresh } = this;
    this.fresh = null;
    if (fresh === null || fresh.epoch !== epoch || fresh.seq <= this.nation.columns.seq) return false;
    this.nation = openCity(fresh, this.nation);
    return true;
  }

  private isFarBehind(seq: number): boolean {
    const { cursor, columns } = this.nation;
    return seq - cursor > Math.max(BULK_ROWS, columns.core.n * BULK_SHARE);
  }

  /** Lays every change since the cursor over what is held; true when a fresh reading would serve better. */
  private async follow(): Promise<boolean> {
    for (let heavy = false; ; ) {
      const after = this.nation.cursor;
      const { marks, upTo, done } = await this.parts.store.marksAfter('CN', { after, since: this.nation.whole }, PAGE);
      const next = done ? upTo : (marks[marks.length - 1]?.seq ?? upTo);
      const applied = applyDelta(this.nation, { after, delta: this.deltaOf(marks, { next, done }) }, UTF8);
      this.nation = applied.city;
      heavy ||= applied.wantsPack;
      if (done) return heavy;
    }
  }

  private deltaOf(marks: readonly Mark[], end: Pick<DeltaPatch, 'next' | 'done'>): DeltaPatch {
    return {
      kind: 'delta',
      epoch: this.nation.columns.epoch,
      ...end,
      serverTime: this.parts.now(),
      changes: marks.map((mark) => (mark.op === 'put' ? putPatch(mark, { isCore: false, initialsOf }) : mark)),
    };
  }

  private async show(): Promise<void> {
    const { store, statutory } = this.parts;
    const calendar = mergeCalendar(await store.calendarYears(), statutory);
    const { nation } = this;
    this.state = {
      table: openTable([nation], null, UTF8),
      epoch: nation.columns.epoch,
      seq: nation.cursor,
      calendar,
      synthetic: hasSynthetic(nation),
    };
  }

  /** Meanwhile the long overlay goes on answering; who looks next takes what was read, so that no answer falls behind an earlier one. */
  private readAgain(): void {
    if (this.reading) return;
    this.reading = true;
    this.parts
      .loadNation()
      .then((columns) => {
        this.fresh = columns;
      })
      .catch(this.parts.failed)
      .finally(() => {
        this.reading = false;
      });
  }
}

/** Whether any station shown now, of the columns or of what was laid over them, is a synthetic one: its code tells. */
function hasSynthetic({ columns, overlay, drops }: LocalCity): boolean {
  if ([...overlay.keys()].some((code) => codeParts(code).type === 9)) return true;
  const gone = new Set([...drops.keys()].map(codeNumber));
  return columns.core.code.some((code) => Math.floor(code / 1e8) % 10 === 9 && !gone.has(code));
}
