import { Alert, Button } from 'antd';
import { instant } from '../../../../shared/kernel/instant.ts';
import { exactText } from '../../../desk/parts/when.ts';
import css from '../stations.module.css';
import type { LeftBatch } from './kept-batch.ts';
import { isOpen, STEP_WORDS, summaryText } from './steps.ts';

type Props = {
  left: readonly LeftBatch[];
  open: (batch: LeftBatch) => void;
  drop: (key: string) => void;
};

/** What was done and what not when a batch was left in the middle. */
export function LeftBatches({ left, open, drop }: Props) {
  return left.map((batch) => {
    const rest = batch.jobs.filter(isOpen).length;
    return (
      <Alert
        key={batch.key}
        type="warning"
        showIcon
        className={css.leftBatch ?? ''}
        title={`${exactText(instant(batch.at))}批量${STEP_WORDS[batch.step.kind]} ${batch.jobs.length} 个站点，没办完就离开了`}
        description={
          <div className={css.leftActs}>
            <span>{summaryText(batch.jobs)}。</span>
            <Button type="primary" onClick={() => open(batch)}>
              {rest === 0 ? '看看结果' : '看看，接着办'}
            </Button>
            <Button onClick={() => drop(batch.key)}>不用了</Button>
          </div>
        }
      />
    );
  });
}
