import { Button } from 'antd';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { isStep, type Step } from '../../../shared/station/lifecycle.ts';
import { STEP_WORDS } from '../../../shared/words/step.ts';
import css from './desk.module.css';
import { StepDialog } from './StepDialog.tsx';
import { type DialogStep, isDialogStep, type StepValues } from './step-command.ts';
import { FIRST, GRAVE, type OnDesk } from './step-words.ts';

type Verdict = OnDesk['steps'][number];

/** Where another page does the step. */
const PAGES: { readonly [S in Step]?: { readonly path: string; readonly word: string } } = {
  draft: { path: 'revise', word: '接着填' },
  revise: { path: 'revise', word: '变更资料' },
  relocate: { path: 'relocate', word: '迁址' },
};
/** Done where the draft is filled, or never by a button. */
const ELSEWHERE: readonly Step[] = ['submit', 'import'];

/** What can be done now as buttons; what cannot stays in sight with its reason. */
export function StepPanel({ on }: { on: OnDesk }) {
  const linked = useLinkedStep(on);
  const [open, setOpen] = useState<DialogStep | null>(linked?.step ?? null);
  const [, go] = useLocation();
  const hasTerm = on.station.kind === 'temporary-lodging';
  const shown = on.steps.filter(({ step }) => !ELSEWHERE.includes(step) && (hasTerm || step !== 'end-term'));
  const allowed = [...shown.filter(({ allowed: may }) => may)].sort(byRank);
  const refused = shown.filter(({ allowed: may }) => !may);
  const take = (step: Step) => {
    const page = PAGES[step];
    if (page !== undefined) go(`/stations/${on.station.id}/${page.path}`);
    else if (isDialogStep(step)) setOpen(step);
  };
  return (
    <section className={css.panel} aria-labelledby="steps-title">
      <h2 id="steps-title" className={css.title}>
        能办的事
      </h2>
      {allowed.length === 0 && <p className={css.quiet}>现在没有你能办的。</p>}
      <div className={css.steps}>
        {allowed.map(({ step }) => (
          <Button
            key={step}
            type={FIRST.includes(step) ? 'primary' : 'default'}
            danger={GRAVE.includes(step)}
            onClick={() => take(step)}
          >
            {PAGES[step]?.word ?? STEP_WORDS[step]}
          </Button>
        ))}
      </div>
      {refused.length > 0 && <Refused steps={refused} />}
      {open !== null && (
        <StepDialog
          key={open}
          step={open}
          on={on}
          first={open === linked?.step ? linked.first : {}}
          close={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** A step another page asks for, with why: `?step=rectify&reason=…`, `&successor=…`. Null where it may not be taken now. */
function useLinkedStep(on: OnDesk): { readonly step: DialogStep; readonly first: Partial<StepValues> } | null {
  const search = new URLSearchParams(useSearch());
  const step = search.get('step') ?? '';
  if (!isStep(step) || !isDialogStep(step)) return null;
  const isAllowed = on.steps.some((verdict) => verdict.step === step && verdict.allowed);
  const said = (name: string, most: number) => (search.get(name) ?? '').slice(0, most);
  const first = { reason: said('reason', REASON_MOST), successor: said('successor', CODE_MOST) };
  return isAllowed ? { step, first } : null;
}

const REASON_MOST = 500;
const CODE_MOST = 40;

function byRank(a: Verdict, b: Verdict): number {
  return rank(a.step) - rank(b.step);
}

function rank(step: Step): number {
  if (FIRST.includes(step)) return 0;
  return GRAVE.includes(step) ? 2 : 1;
}

function Refused({ steps }: { steps: readonly Verdict[] }) {
  return (
    <details className={css.refused}>
      <summary>现在办不了的 {steps.length} 件</summary>
      <ul>
        {steps.map(({ step, why }) => (
          <li key={step}>
            <Button size="small" disabled>
              {PAGES[step]?.word ?? STEP_WORDS[step]}
            </Button>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
