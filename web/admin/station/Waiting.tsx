import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { changesBetween } from '../../../shared/words/change.ts';
import { ConfirmStep } from '../../desk/parts/ConfirmStep.tsx';
import { DiffTable } from '../../desk/parts/DiffTable.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { When } from '../../desk/parts/When.tsx';
import { useAsk } from '../../desk/use-ask.tsx';
import { newId } from '../../platform/ids.ts';
import css from './desk.module.css';
import type { OnDesk } from './step-words.ts';

type Revision = NonNullable<OnDesk['revision']>;
type Act = 'approve' | 'return' | 'withdraw';

const ACTS: { readonly [A in Act]: { readonly word: string; readonly says: string } } = {
  approve: { word: '同意', says: '同意后马上生效，劳动者下次打开就看到新的。' },
  return: { word: '退回', says: '退回后不生效，劳动者看到的还是原来的；提出的人会看到你写的原因。' },
  withdraw: { word: '撤回', says: '撤回后不再等审核，劳动者看到的还是原来的。' },
};

/** A revision that waits for an approver: what it would change, and who may say so. */
export function Waiting({ revision }: { revision: Revision }) {
  const [open, setOpen] = useState<Act | null>(null);
  const { author, at, reason, fields, isStale, mayApprove, mayWithdraw, why } = revision;
  const [before, after] = [sideOf(fields, 'now'), sideOf(fields, 'after')];
  return (
    <section className={css.waiting} aria-labelledby="waiting-title">
      <h2 id="waiting-title" className={css.title}>
        有一份变更在等审核
      </h2>
      <p>
        {author.name} <When at={at} /> 提出{reason === null ? '，没写依据' : `，依据：${reason}`}
      </p>
      <DiffTable changes={changesBetween(before, after)} heads={['现在', '改成']} />
      {isStale && (
        <Alert type="warning" showIcon title="提出以后，别人改过其中的内容。退回或撤回，在新内容上重新提。" />
      )}
      <div className={css.steps}>
        <Button type="primary" disabled={!mayApprove} onClick={() => setOpen('approve')}>
          同意
        </Button>
        {(mayApprove || isStale) && <Button onClick={() => setOpen('return')}>退回</Button>}
        {mayWithdraw && <Button onClick={() => setOpen('withdraw')}>撤回</Button>}
        {why !== null && <span className={css.quiet}>{why}</span>}
      </div>
      {open !== null && <Answer revision={revision} act={open} close={() => setOpen(null)} />}
    </section>
  );
}

function sideOf(fields: Revision['fields'], side: 'now' | 'after'): { readonly [field: string]: unknown } {
  return Object.fromEntries(fields.map((field) => [field.field, field[side]]));
}

function Answer({ revision, act, close }: { revision: Revision; act: Act; close: () => void }) {
  const ask = useAsk();
  const queries = useQueryClient();
  const { word, says } = ACTS[act];
  const send = async (reason: string) => {
    const body = { id: newId(window.crypto), act, reason: reason === '' ? null : reason };
    const answer = await ask('reviseWaiting', { params: { id: revision.id }, body });
    if (!answer.ok) return unansweredText(answer.refusal);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    return null;
  };
  return (
    <ConfirmStep
      title={word}
      reason={act === 'return' ? 'required' : act === 'approve' ? 'optional' : 'none'}
      act={send}
      close={close}
    >
      <p>{says}</p>
    </ConfirmStep>
  );
}
