import { Button } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { dayOf, parseDate } from '../../../shared/kernel/instant.ts';
import { EXIT_TASK_WORDS } from '../../../shared/words/station.ts';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { DueTag } from '../../desk/parts/DueTag.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { Tag } from '../../desk/parts/Tag.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { useNow } from '../../desk/use-now.ts';
import { agoText } from '../../ui/words/fresh.ts';
import { isExitTask, PILE_WORDS, type Pile } from './words.ts';
import css from './work.module.css';

type Item = Pile['items'][number];

/** One pile: how many, the most urgent of them, and the way to all. */
export function PileCard({ pile }: { pile: Pile }) {
  const { title, todo, icon, all } = PILE_WORDS[pile.kind];
  const [isWhole, setWhole] = useState(false);
  const heading = useId();
  const rest = pile.count - pile.items.length;
  return (
    <section className={css.card} aria-labelledby={heading}>
      <header className={css.head}>
        <h3 id={heading} className={css.title}>
          <DeskIcon name={icon} />
          {title}
        </h3>
        <span className={css.todo}>{todo}</span>
        <span className={css.count}>{numberText(pile.count)} 件</span>
      </header>
      {isWhole ? <Whole kind={pile.kind} /> : <Items items={pile.items} />}
      {rest > 0 && !isWhole && (
        <footer className={css.foot}>
          {all === null ? (
            <Button type="link" className={css.link ?? ''} onClick={() => setWhole(true)}>
              看全部 {numberText(pile.count)} 件
            </Button>
          ) : (
            <Link href={all} className={css.link ?? ''}>
              看全部 {numberText(pile.count)} 件
            </Link>
          )}
        </footer>
      )}
    </section>
  );
}

/** All of a pile, 200 at most: then the most urgent. */
function Whole({ kind }: { kind: Pile['kind'] }) {
  const { data, error, refetch } = useAnswer('work', { query: { kind } });
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  const pile = data?.piles.find((one) => one.kind === kind);
  if (pile === undefined) return null;
  return (
    <>
      <Items items={pile.items} />
      {pile.count > pile.items.length && <p className={css.foot}>这里是最急的 {pile.items.length} 件，办完再来看。</p>}
    </>
  );
}

function Items({ items }: { items: readonly Item[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={`${item.id} ${item.note ?? ''}`} className={css.item}>
          <Link href={`/stations/${item.id}`} className={css.station ?? ''}>
            <span className={css.name}>{item.name}</span>
            <span className={css.facts}>
              <CodeText code={item.code} />
              <span>{item.unionName}</span>
              {item.synthetic && <DemoTag />}
            </span>
            {item.note !== null && <span className={css.note}>{noteText(item.note)}</span>}
          </Link>
          <Until item={item} />
        </li>
      ))}
    </ul>
  );
}

function Until({ item: { due, since } }: { item: Item }) {
  const today = dayOf(useNow());
  if (due !== null) return <DueTag on={due} />;
  const day = since === null ? null : parseDate(since);
  return day === null ? null : <Tag tone="calm">{agoText(day, today)}核对</Tag>;
}

function noteText(note: string): string {
  return isExitTask(note) ? EXIT_TASK_WORDS[note] : note;
}
