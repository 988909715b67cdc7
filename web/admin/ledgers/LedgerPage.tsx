import { Alert, Progress } from 'antd';
import { useParams } from 'wouter';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { Discard } from './Discard.tsx';
import css from './ledgers.module.css';
import { Preview } from './Preview.tsx';
import { useLedger } from './use-ledger.ts';
import type { Ledger } from './words.ts';

/** One ledger from its upload to its receipt. Leaving the page loses nothing. */
export function LedgerPage() {
  const { id } = useParams<{ id: string }>();
  const ledger = useLedger(id);
  if (ledger.data === undefined) {
    return (
      <>
        <PageHead title="导入台账" />
        {ledger.error ? <Failed error={ledger.error} retry={() => ledger.refetch()} /> : <Loading rows={8} />}
      </>
    );
  }
  return <Shown ledger={ledger.data} />;
}

function Shown({ ledger }: { ledger: Ledger }) {
  const { name, rows, state } = ledger;
  return (
    <>
      <PageHead title="导入台账" note={`${name}，${rows} 行`}>
        <Steps state={state} />
      </PageHead>
      {state === 'committing' && <Working ledger={ledger} word="正在写入登记册" />}
      {state === 'planning' && ledger.counts === null && (
        <>
          <Working ledger={ledger} word="正在核对" />
          <Discard ledger={ledger} />
        </>
      )}
      {(state === 'ready' || state === 'done' || (state === 'planning' && ledger.counts !== null)) && (
        <Preview ledger={ledger} />
      )}
    </>
  );
}

const STEPS = [
  ['file', '选文件'],
  ['check', '核对'],
  ['commit', '提交'],
] as const;

function Steps({ state }: { state: Ledger['state'] }) {
  const at = state === 'committing' || state === 'done' ? 2 : 1;
  return (
    <ol className={css.steps} aria-label="走到哪一步">
      {STEPS.map(([step, word], index) => {
        const isPast = index < at || state === 'done';
        return (
          <li
            key={step}
            className={index === at && !isPast ? css.now : css.step}
            aria-current={index === at ? 'step' : undefined}
          >
            {isPast && <DeskIcon name="check" />}
            {word}
          </li>
        );
      })}
    </ol>
  );
}

function Working({ ledger: { progress, rows }, word }: { ledger: Ledger; word: string }) {
  const percent = rows === 0 ? 0 : Math.round((progress / rows) * 100);
  return (
    <div className={css.working}>
      <Alert type="info" showIcon title={`${word}：${progress} / ${rows} 行。离开这一页不要紧，回来接着看。`} />
      <Progress percent={percent} aria-label={word} />
    </div>
  );
}
