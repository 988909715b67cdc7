import { Button } from 'antd';
import { Link } from 'wouter';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { PileCard } from './PileCard.tsx';
import { DATED, type Pile } from './words.ts';
import css from './work.module.css';

/** What waits for whoever is signed in: what has a day first, then the rest. */
export function WorkPage() {
  const { data, error, refetch } = useAnswer('work');
  const { union } = useMe();
  return (
    <>
      <PageHead title="待办" note={`${union.name}和下级工会里，等你办的事`}>
        <Button onClick={() => refetch()} icon={<DeskIcon name="refresh" />}>
          刷新
        </Button>
      </PageHead>
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined ? error === null && <Loading /> : <Piles piles={data.piles} />}
    </>
  );
}

function Piles({ piles }: { piles: readonly Pile[] }) {
  if (piles.length === 0) return <NothingToDo />;
  const dated = piles.filter(({ kind }) => DATED.includes(kind));
  const rest = piles.filter(({ kind }) => !DATED.includes(kind));
  return (
    <div className={css.columns}>
      {dated.length > 0 && <Column title="快到期" icon="warning" piles={dated} />}
      {rest.length > 0 && <Column title="等我处理" icon="clock" piles={rest} />}
    </div>
  );
}

type ColumnProps = { title: string; icon: 'warning' | 'clock'; piles: readonly Pile[] };

/** Hours that grow old are counted at their pile alone, as in the menu. */
function Column({ title, icon, piles }: ColumnProps) {
  const sum = piles.reduce((total, { kind, count }) => total + (kind === 'hours' ? 0 : count), 0);
  return (
    <section className={css.column}>
      <h2 className={css.heading}>
        <DeskIcon name={icon} />
        {title} {sum}
      </h2>
      {piles.map((pile) => (
        <PileCard key={pile.kind} pile={pile} />
      ))}
    </section>
  );
}

function NothingToDo() {
  const { functions } = useMe();
  const isBusiness = functions.some((name) => name === 'officer' || name === 'approver');
  return (
    <Empty text="现在没有等你办的事。">
      {isBusiness ? (
        <Link href="/stations" className={css.link ?? ''}>
          去看站点
        </Link>
      ) : (
        <span>要做的都在菜单里。</span>
      )}
    </Empty>
  );
}
