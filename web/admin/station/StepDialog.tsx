import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { STEP_WORDS } from '../../../shared/words/step.ts';
import { stationIdOf } from '../../desk/parts/ids.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useCommand } from '../../desk/parts/use-command.ts';
import css from './desk.module.css';
import { StepFields } from './StepFields.tsx';
import { ASKED, commandOf, type DialogStep, missingIn, NO_VALUES, type StepValues } from './step-command.ts';
import { GRAVE, type OnDesk, STEP_MEANS } from './step-words.ts';

/** `first`: what the fields begin with. */
type Props = { step: DialogStep; on: OnDesk; first: Partial<StepValues>; close: () => void };
type Said = { readonly field: keyof StepValues | null; readonly text: string };

/** One step: what it means to workers, what it asks for, and the button that takes it. */
export function StepDialog({ step, on, first, close }: Props) {
  const command = useCommand();
  const [values, setValues] = useState<StepValues>({ ...NO_VALUES, ...first });
  const [fault, setFault] = useState<Said | null>(null);
  const [isBusy, setBusy] = useState(false);
  const take = async () => {
    const missing = missingIn(step, values);
    setFault(missing);
    if (missing !== null) return focusOn(missing.field);
    setBusy(true);
    const { id, rev } = on.station;
    const answer = await command({ station: stationIdOf(id), seen: rev, command: commandOf(step, values, on) });
    setBusy(false);
    if (answer.ok) return close();
    const path = answer.refusal.kind === 'refused' ? answer.refusal.problem.field : undefined;
    const field = ASKED[step].find((asked) => path?.endsWith(asked)) ?? null;
    setFault({ field, text: unansweredText(answer.refusal) });
    if (field !== null) focusOn(field);
  };
  return (
    <Modal
      open
      title={`${STEP_WORDS[step]}：${on.station.name}`}
      okText={STEP_WORDS[step]}
      cancelText="先不做"
      okButtonProps={{ danger: GRAVE.includes(step), loading: isBusy }}
      onOk={take}
      onCancel={close}
      width={step === 'approve' ? 720 : 520}
    >
      <div className={css.dialog}>
        <ul className={css.means}>
          {STEP_MEANS[step](on).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <StepFields
          step={step}
          on={on}
          values={values}
          put={(part) => setValues({ ...values, ...part })}
          fault={fault}
        />
        {fault !== null && fault.field === null && <Alert type="error" showIcon title={fault.text} />}
      </div>
    </Modal>
  );
}

function focusOn(field: string): void {
  document.querySelector<HTMLElement>(`[data-step-field="${field}"] :is(input, textarea)`)?.focus();
}
