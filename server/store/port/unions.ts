import type { Hanging, Union, UnionChange } from '../../../shared/actor/union-edit.ts';
import type { DateText, Instant } from '../../../shared/kernel/instant.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { SettingKey, SettingValue } from '../../../shared/station/settings.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { ReportCommand } from './command.ts';

export type UnionReceipt = { readonly union: UnionId; readonly seq: number; readonly at: Instant };

/** Null as `value`: the union says nothing of its own from that day on. */
export type SettingWrite = {
  readonly union: UnionId;
  readonly key: SettingKey;
  readonly value: SettingValue | null;
  readonly from: DateText;
  readonly reason: string | null;
};

/** Writing unions and settings. See `Store` for what all operations share. */
export type UnionsStore = {
  /**
   * Reads the whole tree and what hangs on `union`, decides, and writes the change with a row of history (subject `union`),
   * all in one transaction: two edits that would make a loop together are decided one after the other. A null change
   * writes nothing but the receipt. Refuses `receipt-conflict` or what `decide` refused.
   */
  editUnion(
    command: ReportCommand,
    editing: { readonly union: UnionId; readonly step: string; readonly reason: string | null },
    decide: (all: readonly Union[], hanging: Hanging) => Result<UnionChange | null>,
  ): Promise<Result<UnionReceipt>>;
  /**
   * Writes one setting from a day on, over what the union had said for that same day; a row of history (subject `setting`,
   * id `<union>/<key>`, effective on that day). Refuses `union-unknown`, `receipt-conflict`.
   */
  putSetting(command: ReportCommand, write: SettingWrite): Promise<Result<UnionReceipt>>;
};
