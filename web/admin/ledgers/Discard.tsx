import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ConfirmStep } from '../../desk/parts/ConfirmStep.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import type { Ledger } from './words.ts';

/** Gives a ledger up before anything of it is written. */
export function Discard({ ledger }: { ledger: Ledger }) {
  const ask = useAsk();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const act = async () => {
    const answer = await ask('ledgerDiscard', { params: { id: ledger.id }, body: {} });
    if (!answer.ok) return unansweredText(answer.refusal);
    queries.removeQueries({ queryKey: ['ledger', ledger.id] });
    await queries.invalidateQueries({ queryKey: ['ledgers'] });
    go('/ledgers');
    return null;
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>取消导入</Button>
      {isOpen && (
        <ConfirmStep title="取消导入" reason="none" act={act} close={() => setOpen(false)}>
          “{ledger.name}”和你在这里改过的都会丢掉；登记册一个字也不会变。
        </ConfirmStep>
      )}
    </>
  );
}
