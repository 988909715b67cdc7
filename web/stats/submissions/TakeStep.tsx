import { Button } from 'antd';
import { useState } from 'react';
import type { SubmissionStep } from '../../../shared/stats/submission.ts';
import { SUBMISSION_STEP_WORDS } from '../../../shared/words/submission.ts';
import { ConfirmStep } from '../../desk/parts/ConfirmStep.tsx';
import { Means } from './Means.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';
import css from './submissions.module.css';
import { useSubmissionStep } from './use-step.ts';
import type { Whole } from './words.ts';

type Props = { whole: Whole; notes: { readonly [warning: string]: string } };

/** What the person who looks may do now, each behind a dialog that says what follows. */
export function TakeStep({ whole, notes }: Props) {
  const take = useSubmissionStep(whole);
  const [open, setOpen] = useState<SubmissionStep | null>(null);
  const said = whole.warnings.flatMap(({ id }) => (notes[id]?.trim() ? [{ warning: id, text: notes[id].trim() }] : []));
  const left = whole.warnings.length - said.length;
  if (whole.may.length === 0) return <Nobody whole={whole} />;
  const close = () => setOpen(null);
  return (
    <section className={css.acts} aria-label="能办的事">
      {whole.may.map((step) => (
        <Button
          key={step}
          type={step === 'return' ? 'default' : 'primary'}
          disabled={step === 'submit' && left > 0}
          onClick={() => setOpen(step)}
        >
          {SUBMISSION_STEP_WORDS[step]}
        </Button>
      ))}
      {whole.may.includes('submit') && left > 0 && (
        <span className={css.quiet}>还有 {left} 条提醒没说明，写上才能上报。</span>
      )}
      {open === 'submit' && (
        <ConfirmStep
          title="上报"
          reason="none"
          act={() => take({ step: 'submit', asOf: whole.asOf.seq, notes: said })}
          close={close}
        >
          <Means step="submit" whole={whole} />
        </ConfirmStep>
      )}
      {open === 'sign' && (
        <ConfirmStep title="签认" reason="none" act={() => take({ step: 'sign' })} close={close}>
          <Means step="sign" whole={whole} />
        </ConfirmStep>
      )}
      {open === 'return' && (
        <ReturnDialog whole={whole} act={(faults) => take({ step: 'return', faults })} close={close} />
      )}
    </section>
  );
}

/** Whose turn it is, where it is not the reader's. */
function Nobody({ whole: { state, isOver, union, above } }: Pick<Props, 'whole'>) {
  if (state === 'signed' || !isOver) return null;
  const who =
    state === 'submitted' ? `${above?.name ?? union.name}的审核人（不能是上报的人）` : `${union.name}的经办人或统计员`;
  return <p className={css.quiet}>现在等{who}办。</p>;
}
