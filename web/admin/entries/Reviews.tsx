import { Button } from 'antd';
import { Link } from 'wouter';
import { DueTag } from '../../desk/parts/DueTag.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import css from './entries.module.css';

/** So many are named; the rest stands in the queue. */
const NAMED = 5;

/** Stations whose annual review is due, the longest first, each with its form. Nothing where there are none. */
export function Reviews({ begin }: { begin: (station: string) => void }) {
  const { functions } = useMe();
  const isAsked = functions.some((name) => name === 'officer' || name === 'inspector');
  return isAsked ? <Due begin={begin} /> : null;
}

function Due({ begin }: { begin: (station: string) => void }) {
  const { data } = useAnswer('work', { query: { kind: 'review' } });
  const pile = data?.piles.find(({ kind }) => kind === 'review');
  if (pile === undefined || pile.count === 0) return null;
  return (
    <section className={css.reviews} aria-labelledby="reviews-title">
      <h2 id="reviews-title">年度复验到期 {numberText(pile.count)} 个</h2>
      <ul>
        {pile.items.slice(0, NAMED).map((item) => (
          <li key={item.id}>
            <Link href={`/stations/${item.id}`} className={css.station ?? ''}>
              {item.name}
            </Link>
            {item.due !== null && <DueTag on={item.due} />}
            <Button size="small" onClick={() => begin(item.id)}>
              记巡查<span className={css.hidden}>：{item.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {pile.count > NAMED && <Link href="/">其余的在待办里</Link>}
    </section>
  );
}
