import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { ConfirmStep } from '../../desk/parts/ConfirmStep.tsx';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { When } from '../../desk/parts/When.tsx';
import { useAsk } from '../../desk/use-ask.tsx';
import { newId } from '../../platform/ids.ts';
import type { DemandSetView } from './CoverBar.tsx';
import css from './coverage.module.css';
import { Upload } from './Upload.tsx';

type Props = {
  sets: readonly DemandSetView[];
  close: () => void;
  onKept: (id: string) => void;
  onWithdrawn: (id: string) => void;
};

/** The branch's sets of demand points, and a new one from a file. */
export function SetsDrawer({ sets, close, onKept, onWithdrawn }: Props) {
  const queries = useQueryClient();
  const ask = useAsk();
  const [leaving, leave] = useState<DemandSetView | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ['demandSets'] });
  const withdraw = async (set: DemandSetView, reason: string) => {
    const body = { id: newId(window.crypto), reason };
    const answer = await ask('demandWithdraw', { params: { set: set.id }, body });
    if (!answer.ok) return unansweredText(answer.refusal);
    await refresh();
    onWithdrawn(set.id);
    return null;
  };
  return (
    <Drawer open title="需求点" size={560} onClose={close}>
      <Upload
        onKept={async (id) => {
          await refresh();
          onKept(id);
        }}
      />
      <h3 className={css.title}>现有的</h3>
      <ul className={css.list}>
        {sets.map((set) => (
          <li key={set.id}>
            <div>
              <strong>{set.title}</strong> {set.synthetic && <DemoTag />}
              <small>
                {numberText(set.points, 0)} 个点，权重共 {numberText(set.weight, 0)}
                {set.union === null ? ' · 系统自带' : ` · ${set.union.name}`}
                {set.byName !== null && ` · ${set.byName}`}
                {set.at !== null && (
                  <>
                    {' '}
                    · <When at={set.at} />
                  </>
                )}
              </small>
            </div>
            {set.mayWithdraw && (
              <Button size="small" onClick={() => leave(set)} aria-label={`撤回 ${set.title}`}>
                撤回
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leaving !== null && (
        <ConfirmStep
          title="撤回需求点"
          reason="required"
          act={(reason) => withdraw(leaving, reason)}
          close={() => leave(null)}
        >
          <p>“{leaving.title}”以后不再列出。已经用它算出的数照旧，链接还能打开。</p>
        </ConfirmStep>
      )}
    </Drawer>
  );
}
