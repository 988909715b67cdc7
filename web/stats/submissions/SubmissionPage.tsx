import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { instant } from '../../../shared/kernel/instant.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { DueTag } from '../../desk/parts/DueTag.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { exactText } from '../../desk/parts/when.ts';
import { useAnswer } from '../../desk/use-ask.tsx';
import { wholeDate } from '../../ui/words/time.ts';
import { PrintButton } from '../parts/PrintButton.tsx';
import { Below } from './Below.tsx';
import { CheckAgain } from './CheckAgain.tsx';
import { FrozenTables } from './FrozenTables.tsx';
import { Returned } from './Returned.tsx';
import { StateTag } from './StateTag.tsx';
import { Steps } from './Steps.tsx';
import css from './submissions.module.css';
import { TakeStep } from './TakeStep.tsx';
import { Warnings } from './Warnings.tsx';
import { whichOf } from './which.ts';
import type { Whole } from './words.ts';

/** One union's figures of one period: what is or would be handed in, what is odd about it, what can be done. */
export function SubmissionPage() {
  const { union = '', period = '' } = useParams<{ union: string; period: string }>();
  const { data, error, refetch } = useAnswer('submission', { params: whichOf(union, period) });
  if (error !== null && data === undefined) {
    return (
      <>
        <PageHead title="上报" />
        <Failed error={error} retry={() => refetch()} />
      </>
    );
  }
  if (data === undefined) return <Loading />;
  // Notes that were begun belong to what is looked at.
  return <One key={`${union}/${period}/${data.rev}`} whole={data} refetch={() => refetch()} />;
}

function One({ whole, refetch }: { whole: Whole; refetch: () => void }) {
  const [notes, setNotes] = useState<{ readonly [warning: string]: string }>(
    Object.fromEntries(whole.warnings.map(({ id, note }) => [id, note ?? ''])),
  );
  const isWriting = whole.may.includes('submit');
  return (
    <>
      <PageHead title={`${whole.words} · ${whole.union.name}`} note={<HeadNote whole={whole} />}>
        <Link href={`/figures/submissions?union=${whole.union.id}`} className={`${css.link} ${css.back}`}>
          回上报一览
        </Link>
        <PrintButton />
        <Button onClick={refetch} icon={<DeskIcon name="refresh" />}>
          刷新
        </Button>
      </PageHead>
      <div className={css.page}>
        <Made whole={whole} />
        {whole.returned !== null && <Returned whole={whole} />}
        <Warnings whole={whole} notes={notes} put={isWriting ? setNotes : null} />
        <TakeStep whole={whole} notes={notes} />
        <FrozenTables whole={whole} />
        {whole.below.length > 0 && <Below whole={whole} />}
        <Steps whole={whole} />
      </div>
    </>
  );
}

function HeadNote({ whole: { state, isLate, isOver, dueOn } }: { whole: Whole }) {
  return (
    <span className={css.headNote}>
      <StateTag state={state} isLate={isLate} isOver={isOver} />
      {(state === 'open' || state === 'returned') && (
        <>
          <span>{wholeDate(dueOn)}前上报</span>
          {isOver && <DueTag on={dueOn} />}
        </>
      )}
    </span>
  );
}

/** What the figures below are, and with what they can be made again. */
function Made({ whole }: { whole: Whole }) {
  const { state, asOf, hash, submitted, signed, isOver, endsOn } = whole;
  const isKept = state === 'submitted' || state === 'signed';
  return (
    <section className={css.made} aria-label="这些数是怎么来的">
      <dl>
        <div>
          <dt>截至</dt>
          <dd>
            {exactText(instant(asOf.at))} · 第 {asOf.seq} 条记录
          </dd>
        </div>
        <div>
          <dt>校验</dt>
          <dd>
            <code className={css.hash}>{hash}</code>
          </dd>
        </div>
        {submitted !== null && <Act name="上报人" act={submitted} />}
        {signed !== null && <Act name="签认人" act={signed} />}
      </dl>
      {isKept ? (
        <CheckAgain whole={whole} />
      ) : (
        <p className={css.quiet}>
          {isOver ? '还没上报，下面是按现在算的数。' : `统计期到 ${wholeDate(endsOn)}才结束，下面的数还会变。`}
        </p>
      )}
      {state === 'signed' && <p className={css.fine}>已经签认，永远不再改变。</p>}
    </section>
  );
}

function Act({ name, act }: { name: string; act: { readonly byName: string; readonly at: number } }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {act.byName}，{exactText(instant(act.at))}
      </dd>
    </div>
  );
}
