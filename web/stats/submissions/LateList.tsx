import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { DueTag } from '../../desk/parts/DueTag.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import css from './submissions.module.css';
import type { Board } from './words.ts';

/** Named at first: three rows of them. */
const FIRST = 9;

/** Who of the whole branch is late with the newest period that is over. */
export function LateList({ board: { late, periods } }: { board: Board }) {
  const [isWhole, setWhole] = useState(false);
  const words = periods.find(({ period }) => period === late.period)?.words;
  if (late.period === null || words === undefined) return null;
  return (
    <section aria-labelledby="late-title">
      <h2 id="late-title" className={css.title}>
        {words}迟了的 {numberText(late.count)} 家
      </h2>
      {late.count === 0 ? (
        <p className={css.quiet}>没有工会迟报。</p>
      ) : (
        <ul className={css.late}>
          {late.unions.slice(0, isWhole ? late.unions.length : FIRST).map(({ id, name, under, dueOn }) => (
            <li key={id}>
              <Link href={`/figures/submissions/${id}/${late.period}`} className={css.link ?? ''}>
                {name}
              </Link>
              <span className={css.quiet}>{under}</span>
              <DueTag on={dueOn} />
            </li>
          ))}
        </ul>
      )}
      {!isWhole && late.unions.length > FIRST && <Button onClick={() => setWhole(true)}>看全部</Button>}
      {isWhole && late.count > late.unions.length && (
        <p className={css.quiet}>这里是迟得最久的 {late.unions.length} 家。</p>
      )}
    </section>
  );
}
