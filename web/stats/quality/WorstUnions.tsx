import { Link } from 'wouter';
import { QUALITY_KINDS } from '../../../shared/stats/quality-kind.ts';
import { numberText } from '../../desk/parts/number-text.ts';
import css from './quality.module.css';
import type { BoardProps } from './use-quality.ts';
import { KIND_WORDS } from './words.ts';

/** Unions right below, those with most doubts for their stations first. */
export function WorstUnions({ board: { below }, here }: BoardProps) {
  return (
    <section aria-labelledby="unions-title">
      <h2 id="unions-title" className={css.title}>
        下级工会，疑点多的在前
      </h2>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">工会</th>
              <th scope="col" className={css.number}>
                在册
              </th>
              {QUALITY_KINDS.map((kind) => (
                <th key={kind} scope="col" className={css.number}>
                  {KIND_WORDS[kind].short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {below.map(({ union, total, counts }) => (
              <tr key={union.id}>
                <th scope="row">
                  <Link href={here.href({ union: union.id })} className={css.link ?? ''}>
                    {union.name}
                  </Link>
                </th>
                <td className={css.number}>{numberText(total, 0)}</td>
                {QUALITY_KINDS.map((kind) => (
                  <td key={kind} className={css.number}>
                    {numberText(counts[kind] ?? 0, 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
