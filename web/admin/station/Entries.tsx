import { Link } from 'wouter';
import { ENTRY_KIND_WORDS, entryDayText, entryText } from '../../../shared/words/entry.ts';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { Tag } from '../../desk/parts/Tag.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import css from './entries.module.css';

/** So many of the newest; the rest stands on the page of entries. */
const SHOWN = 12;

/** What was written down of the station: inspections, visits, funds, maps, honours, activities. */
export function Entries({ id }: { id: string }) {
  const { data, error, refetch } = useAnswer('entries', { query: { station: id } });
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  if (data === undefined) return <Loading />;
  const all = (
    <Link href={`/entries?station=${id}`} className={css.all ?? ''}>
      看全部，或者记一笔
    </Link>
  );
  if (data.items.length === 0) return <Empty text="工作台账里还没有这个站点的记录。">{all}</Empty>;
  return (
    <div className={css.entries}>
      <ol className={css.rows}>
        {data.items.slice(0, SHOWN).map((entry) => (
          <li key={entry.id}>
            <span className={css.head}>
              <b>{ENTRY_KIND_WORDS[entry.kind]}</b>
              <span>{entryDayText(entry)}</span>
              {entry.isOverdue && <Tag tone="late">整改超期</Tag>}
            </span>
            <div>{entryText(entry)}</div>
            {entry.note !== null && <small>说明：{entry.note}</small>}
          </li>
        ))}
      </ol>
      {all}
    </div>
  );
}
