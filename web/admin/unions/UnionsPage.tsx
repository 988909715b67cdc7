import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { EditUnion } from './EditUnion.tsx';
import { Branch, UnionLine } from './UnionTree.tsx';
import css from './unions.module.css';
import type { Act, Doing, UnionItem } from './words.ts';

/** The tree of the own branch: opened level by level, or found by name. */
export function UnionsPage() {
  const [q, setQ] = useState('');
  const [withClosed, setWithClosed] = useState(false);
  const [editing, setEditing] = useState<{ readonly doing: Doing; readonly union: UnionItem } | null>(null);
  const closed = withClosed ? '1' : '0';
  const act: Act = (doing, union) => setEditing({ doing, union });
  return (
    <>
      <PageHead title="工会" note="行政区划的工会自动建好，只能改名；乡镇街道和行业工会在这里增减。" />
      <div className={css.filters}>
        <Input
          className={css.search ?? ''}
          aria-label="按名字找工会"
          placeholder="按名字找"
          allowClear
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
        <Checkbox checked={withClosed} onChange={(event) => setWithClosed(event.target.checked)}>
          也看已撤销的
        </Checkbox>
      </div>
      <div className={css.panel}>
        {q.trim() === '' ? <Whole closed={closed} act={act} /> : <Found q={q.trim()} closed={closed} act={act} />}
      </div>
      {editing !== null && <EditUnion {...editing} close={() => setEditing(null)} />}
    </>
  );
}

type Closed = '0' | '1';

function Whole({ closed, act }: { closed: Closed; act: Act }) {
  const { data, error, refetch } = useAnswer('unions', { query: { closed } });
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <ul className={css.tree}>
      {data.items.map((union) => (
        <Branch key={union.id} union={union} closed={closed} act={act} isOpenFirst />
      ))}
    </ul>
  );
}

function Found({ q, closed, act }: { q: string; closed: Closed; act: Act }) {
  const { data, error, refetch } = useAnswer('unions', { query: { q, closed } });
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.items.length === 0) return <Empty text={`本级和下级里没有名字含“${q}”的工会。`} />;
  return (
    <ul className={css.tree}>
      {data.items.map((union) => (
        <li key={union.id}>
          <UnionLine union={union} act={act} path={union.path} />
        </li>
      ))}
    </ul>
  );
}
