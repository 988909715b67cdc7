import { useQueryClient } from '@tanstack/react-query';
import { newId } from '../../../platform/ids.ts';
import { useAsk } from '../../use-ask.tsx';
import { ConfirmStep } from '../ConfirmStep.tsx';
import { unansweredText } from '../unanswered.ts';
import type { Contact } from './contact.ts';

/** Erasing a person is for good; the record of what was done stays whole. */
export function EraseDialog({ contact, close }: { contact: Contact; close: () => void }) {
  const ask = useAsk();
  const queries = useQueryClient();
  const act = async (reason: string) => {
    const answer = await ask('contactErase', {
      params: { id: contact.id },
      body: { id: newId(window.crypto), reason },
    });
    if (!answer.ok) return unansweredText(answer.refusal);
    await queries.invalidateQueries({ queryKey: ['deskStation'] });
    return null;
  };
  return (
    <ConfirmStep title="抹去联系人" reason="required" isGrave act={act} close={close}>
      <p>抹去后，姓名和手机再也找不回来，谁都看不到。</p>
      <p>操作日志不动：仍然查得到登记过、看过、抹去过，但里面没有姓名和号码。</p>
    </ConfirmStep>
  );
}
