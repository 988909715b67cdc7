import { Alert, Button } from 'antd';
import { useState } from 'react';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import css from './submissions.module.css';
import { whichOf } from './which.ts';
import type { Whole } from './words.ts';

type Said = { readonly type: 'success' | 'error'; readonly text: string };

/** 核对: reckons again what was handed in and says whether it is the same. */
export function CheckAgain({ whole: { union, period } }: { whole: Whole }) {
  const ask = useAsk();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const check = async () => {
    setBusy(true);
    const answer = await ask('submissionCheck', { params: whichOf(union.id, period) });
    setBusy(false);
    if (!answer.ok) return setSaid({ type: 'error', text: unansweredText(answer.refusal) });
    const { isSame, again } = answer.value;
    setSaid(
      isSame
        ? { type: 'success', text: '按同一个截至时刻重算了一遍，校验值一样，每个数都没变。' }
        : { type: 'error', text: `重算的校验值不一样：${again}。找系统管理员查操作日志。` },
    );
  };
  return (
    <div>
      <Button onClick={check} loading={isBusy}>
        核对
      </Button>
      <div role="status" className={css.said}>
        {said?.type === 'success' && <p className={css.fine}>{said.text}</p>}
        {said?.type === 'error' && <Alert type="error" showIcon title={said.text} />}
      </div>
    </div>
  );
}
