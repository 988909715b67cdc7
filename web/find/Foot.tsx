import { Link } from 'wouter';
import { useMinute, useSync } from '../ui/use-ports.tsx';
import { STRAIGHT_NOTE } from '../ui/words/distance.ts';
import { countText } from '../ui/words/size.ts';
import { followed, pastText } from '../ui/words/time.ts';
import css from './find.module.css';

/** Said once: what the metres are, and how old the copy is. */
export function Foot() {
  const { table, cities } = useSync();
  const now = useMinute();
  const checked = cities.map((city) => city.checkedAt);
  const latest = checked.length === 0 ? null : checked.reduce((a, b) => (a > b ? a : b));
  return (
    <footer className={css.foot}>
      <p>{STRAIGHT_NOTE}</p>
      {table !== null && (
        <p>
          手机里存了 {countText(table.size)} 个驿站
          {latest === null ? '' : `，${followed(pastText(latest, now), '对过')}`}。
        </p>
      )}
      <Link href="/about">关于数据</Link>
      <Link href="/mine">我的反馈</Link>
      <Link href="/suggest">推荐一个新地点</Link>
    </footer>
  );
}
