import { Button } from 'antd';
import { Link, useLocation, useSearch } from 'wouter';
import { PERIOD_KINDS, type PeriodKind } from '../../../shared/stats/submission-due.ts';
import { OneOf, optionsOf } from '../../desk/parts/Chips.tsx';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { addressOf } from '../parts/question.ts';
import { BelowMatrix } from './BelowMatrix.tsx';
import { LateList } from './LateList.tsx';
import { OwnPeriods } from './OwnPeriods.tsx';
import css from './submissions.module.css';
import { type Board, KIND_WORDS } from './words.ts';

/** 上报: where the own periods stand, where those below stand, who is late. */
export function SubmissionsPage() {
  const search = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const me = useMe();
  const kind = PERIOD_KINDS.find((one) => one === search.get('kind')) ?? 'month';
  const union = search.get('union') ?? undefined;
  const { data, error, refetch } = useAnswer('submissions', { query: { kind, ...(union && { union }) } });
  const name = data?.union.name ?? me.union.name;
  return (
    <>
      <PageHead title="上报" note={`${name}的各期报表，下级报、上级签`}>
        <PrintButton />
        <Button onClick={() => refetch()} icon={<DeskIcon name="refresh" />}>
          刷新
        </Button>
      </PageHead>
      <div className={css.bar}>
        <OneOf
          label="哪种报表"
          options={optionsOf(PERIOD_KINDS, KIND_WORDS)}
          value={kind}
          onChange={(next: PeriodKind) => go(addressOf('/figures/submissions', { kind: next, union }))}
        />
        {data !== undefined && <Path board={data} kind={kind} />}
      </div>
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Shown board={data} kind={kind} />}
    </>
  );
}

type Props = { board: Board; kind: PeriodKind };

/** The way back up to the own union. */
function Path({ board: { path }, kind }: Props) {
  if (path.length < 2) return null;
  return (
    <nav aria-label="看的是哪个工会" className={css.path}>
      {path.map(({ id, name }, at) =>
        at === path.length - 1 ? (
          <span key={id} aria-current="page">
            {name}
          </span>
        ) : (
          <Link key={id} href={addressOf('/figures/submissions', { kind, union: id })} className={css.link ?? ''}>
            {name}
          </Link>
        ),
      )}
    </nav>
  );
}

function Shown({ board, kind }: Props) {
  const { own, below, periods } = board;
  if (periods.length === 0 || (own.length === 0 && below.length === 0)) {
    return <Empty text="这个工会不单独上报，它的站点数在上一级的报表里。" />;
  }
  return (
    <div className={css.page}>
      {own.length > 0 && <OwnPeriods board={board} />}
      {below.length > 0 && <LateList board={board} />}
      {below.length > 0 && <BelowMatrix board={board} kind={kind} />}
    </div>
  );
}
