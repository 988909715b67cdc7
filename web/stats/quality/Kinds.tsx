import { Link } from 'wouter';
import { QUALITY_KINDS, type QualityKind } from '../../../shared/stats/quality-kind.ts';
import { STATIONS_WORDS } from '../../../shared/wire/figures-words.ts';
import { numberText } from '../../desk/parts/number-text.ts';
import { addressOf } from '../parts/question.ts';
import css from './quality.module.css';
import type { BoardProps } from './use-quality.ts';
import { KIND_WORDS, listConditions } from './words.ts';

/** Each doubt with its count, its share, and the way to its list of work. */
export function Kinds({ board, here }: BoardProps) {
  const { total, leftOut, stations, pairs } = board;
  const other = stations === 'real' ? 'synthetic' : 'real';
  return (
    <section aria-labelledby="kinds-title">
      <h2 id="kinds-title" className={css.title}>
        在册{STATIONS_WORDS[stations]} {numberText(total, 0)} 个
      </h2>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">哪里要再看看</th>
              <th scope="col" className={css.number}>
                站点
              </th>
              <th scope="col" className={css.number}>
                占比
              </th>
              <th scope="col" className={css.ways}>
                清单
              </th>
              <th scope="col" className={css.roomy}>
                怎么办
              </th>
            </tr>
          </thead>
          <tbody>
            {QUALITY_KINDS.map((kind) => (
              <KindRow key={kind} kind={kind} board={board} here={here} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={css.quiet}>
        挨着的里面有 {numberText(pairs.open)} 对等人看，{numberText(pairs.answered)} 对已经答复不是同一个。
        {leftOut > 0 &&
          `另有${STATIONS_WORDS[other]} ${numberText(leftOut)} 个没有数进来，占全部的 ${shareText(leftOut, leftOut + total)}。`}
      </p>
    </section>
  );
}

function KindRow({ kind, board, here }: BoardProps & { kind: QualityKind }) {
  const count = board.counts[kind] ?? 0;
  const { name, todo } = KIND_WORDS[kind];
  const conditions = listConditions(kind);
  const isOpen = here.asked.kind === kind;
  return (
    <tr className={isOpen ? (css.chosen ?? '') : ''}>
      <th scope="row">{name}</th>
      <td className={css.number}>{numberText(count, 0)}</td>
      <td className={css.number}>{shareText(count, board.total)}</td>
      <td className={css.ways}>
        {count > 0 && (
          <Link
            href={here.href({ kind: isOpen ? undefined : kind, likelihood: undefined })}
            className={css.link ?? ''}
            aria-label={`${name}：${isOpen ? '收起清单' : '看清单'}`}
          >
            {isOpen ? '收起清单' : '看清单'}
          </Link>
        )}
        {count > 0 && conditions !== null && (
          <Link
            href={addressOf('/stations', { origin: originsOf(board.stations) }, conditions, { union: board.union.id })}
            className={css.link ?? ''}
            aria-label={`${name}：到站点名单里批量办、导出`}
          >
            批量办、导出
          </Link>
        )}
      </td>
      <td className={css.roomy}>{todo}</td>
    </tr>
  );
}

function originsOf(stations: 'real' | 'synthetic'): string {
  return stations === 'real' ? 'registered,imported' : 'synthetic';
}

function shareText(part: number, whole: number): string {
  return whole === 0 ? '—' : `${numberText((100 * part) / whole, 1)}%`;
}
