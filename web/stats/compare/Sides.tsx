import { Alert } from 'antd';
import { Link } from 'wouter';
import { instant } from '../../../shared/kernel/instant.ts';
import { exactText } from '../../desk/parts/when.ts';
import { stationsHref } from '../parts/cells.ts';
import { figureText, moreOrFewer } from '../parts/figure-text.ts';
import { indicatorNamed, wordingIn } from '../parts/indicator.ts';
import { Wording } from '../parts/Wording.tsx';
import css from './compare.module.css';
import type { ComparedProps } from './compared.ts';
import type { Difference } from './words.ts';

/** Both figures with the difference in words, and the wording of either side. */
export function Sides({ answer, here, indicator }: ComparedProps) {
  const { head, againstHead, figure, against, rowName } = answer;
  const one = indicatorNamed(indicator);
  const digits = one?.digits ?? 0;
  const href = (of: Difference['head']) =>
    stationsHref({ ...here.asked, period: of.period }, of, { indicator, row: here.beside.row ?? null });
  const side = (of: Difference['head'], value: typeof figure) => (
    <span className={css.side}>
      <small>
        {of.periodWords}（截至 {exactText(instant(of.asOf.at))}）
      </small>
      <Link
        href={href(of)}
        className={css.figure ?? ''}
        aria-label={`${of.periodWords}：${figureText(value, digits)}，看是哪些站点`}
      >
        {figureText(value, digits)}
      </Link>
    </span>
  );
  const isBoth = typeof figure === 'number' && typeof against === 'number';
  return (
    <section className={css.sides} aria-label="两边的数">
      <p className={css.what}>
        {one?.name ?? indicator} · {rowName ?? head.region?.name ?? head.union.name}
      </p>
      <p className={css.line}>
        {side(againstHead, against)}
        <span className={css.to} aria-hidden="true">
          →
        </span>
        {side(head, figure)}
        <b className={css.difference}>
          {isBoth ? moreOrFewer(rounded(figure - against, digits), one?.unit ?? '') : '有一边没有数，比不出来'}
        </b>
      </p>
      <Wordings answer={answer} indicator={indicator} />
    </section>
  );
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** One wording where both sides share it, else both, and that they differ. */
function Wordings({ answer: { head, againstHead }, indicator }: Pick<ComparedProps, 'answer' | 'indicator'>) {
  const [now, before] = [head, againstHead].map(({ period }) => wordingIn(indicator, period)?.version);
  if (now === before) return <Wording indicator={indicator} period={head.period} of="两期一样" />;
  return (
    <>
      <Alert
        className={css.changed ?? ''}
        type="warning"
        showIcon
        title={`两期的口径不一样：${againstHead.periodWords}用第 ${before} 版，${head.periodWords}用第 ${now} 版。差里有一部分是数法变了。`}
      />
      <Wording indicator={indicator} period={againstHead.period} of={againstHead.periodWords} />
      <Wording indicator={indicator} period={head.period} of={head.periodWords} />
    </>
  );
}
