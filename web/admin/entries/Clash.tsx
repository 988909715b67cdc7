import { entryChanges } from '../../../shared/words/entry-history.ts';
import { DiffTable } from '../../desk/parts/DiffTable.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import css from './entries.module.css';
import { askOf, type Typed } from './typed.ts';

/** Somebody was faster: what stands now beside what is typed here. Saving again puts this over it. */
export function Clash({ id, typed }: { id: string; typed: Typed }) {
  const { data, error, refetch } = useAnswer('entry', { params: { id } });
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  if (data === undefined) return null;
  const mine = askOf(data.kind, { id, basedOn: data.rev, typed });
  const changes = mine === null ? [] : entryChanges(data, mine);
  return (
    <div className={css.clash}>
      <p>别人已经改过这一笔。和你填的不一样的在下面；再按一次“保存”，就以你填的为准。</p>
      {changes.length > 0 ? <DiffTable changes={changes} heads={['现在', '你填的']} /> : <p>内容和你填的一样。</p>}
    </div>
  );
}
