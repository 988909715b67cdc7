import { Link } from 'wouter';
import { wholeDate } from '../../ui/words/time.ts';
import { indicatorNamed, wordingIn } from './indicator.ts';
import { addressOf } from './question.ts';
import css from './wording.module.css';

type Props = {
  indicator: string;
  period: string /** Whose wording it is, where there are two: 2026年第3季度. */;
  of?: string;
};

/** What a figure counts and what not, by the wording of its period. */
export function Wording({ indicator, period, of }: Props) {
  const wording = wordingIn(indicator, period);
  const name = indicatorNamed(indicator)?.name ?? indicator;
  if (wording === null) return null;
  const { version, from, counts, leavesOut } = wording;
  return (
    <div className={css.wording}>
      <p className={css.head}>
        {of !== undefined && <b>{of}</b>}
        口径：{name}，第 {version} 版（{wholeDate(from)}起）
        <Link href={`${addressOf('/figures/definitions', { period })}#${indicator}`} className={css.link ?? ''}>
          指标口径
        </Link>
      </p>
      <p>
        数的是：{counts}
        {leavesOut !== '' && ` 不数：${leavesOut}`}
      </p>
    </div>
  );
}
