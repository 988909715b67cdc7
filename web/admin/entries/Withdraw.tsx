import { entryDayText, entryText } from '../../../shared/words/entry.ts';
import { ConfirmStep } from '../../desk/parts/ConfirmStep.tsx';
import { useWithdrawing } from './use-withdrawing.ts';
import type { EntryShown } from './words.ts';

/** Takes an entry back, with why. Mounted = open. */
export function Withdraw({ entry, close }: { entry: EntryShown; close: () => void }) {
  const withdraw = useWithdrawing(entry);
  return (
    <ConfirmStep title="撤回" reason="required" isGrave act={withdraw} close={close}>
      <p>
        {entryDayText(entry)}，{entry.station?.name ?? entry.union.name}：{entryText(entry)}
      </p>
      <p>撤回以后统计不再算它，操作日志里还查得到。只是写错了就用“更正”。</p>
    </ConfirmStep>
  );
}
