import { Button } from 'antd';
import { Link } from 'wouter';
import { parseDate } from '../../../shared/kernel/instant.ts';
import type { QualityKind } from '../../../shared/stats/quality-kind.ts';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { StatusWord } from '../../desk/parts/StatusWord.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { wholeDate } from '../../ui/words/time.ts';
import css from './quality.module.css';
import { type QualityHere, scopeOf } from './use-quality.ts';
import { KIND_WORDS, type Listing } from './words.ts';

type Props = { kind: QualityKind; here: QualityHere };

/** The stations of one doubt, a page at a time, each leading to its desk. */
export function WorkList({ kind, here }: Props) {
  const { after } = here.asked;
  const { data, error, refetch } = useAnswer('qualityStations', {
    query: { ...scopeOf(here.asked), kind, ...(after !== undefined && { after }) },
  });
  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title" className={css.title}>
        {KIND_WORDS[kind].name}
        {data !== undefined && ` ${numberText(data.count)} 个`}
      </h2>
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Rows kind={kind} stations={data.stations} />}
      {data !== undefined && <Pager next={data.next} here={here} />}
    </section>
  );
}

function Rows({ kind, stations }: { kind: QualityKind; stations: Listing['stations'] }) {
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">站点</th>
            <th scope="col">工会</th>
            <th scope="col">状态</th>
            <th scope="col">核实</th>
            <th scope="col">还有什么要看</th>
          </tr>
        </thead>
        <tbody>
          {stations.map((station) => (
            <tr key={station.id}>
              <th scope="row" className={css.station}>
                <Link href={`/stations/${station.id}`} className={css.link ?? ''}>
                  {station.name}
                </Link>{' '}
                {station.synthetic && <DemoTag />}
                <span className={css.quiet}>
                  <CodeText code={station.code} /> {station.address}
                </span>
                {station.liesIn !== null && (
                  <span className={css.quiet}>
                    登记在{station.regionName}，坐标落在{station.liesIn}
                  </span>
                )}
                {kind === 'outside' && station.liesIn === null && (
                  <span className={css.quiet}>登记在{station.regionName}，坐标不在任何区县里</span>
                )}
              </th>
              <td>{station.unionName}</td>
              <td>
                <StatusWord status={station.status} />
              </td>
              <td>{dayText(station.verifiedOn)}</td>
              <td>
                {station.doubts
                  .filter((one) => one !== kind)
                  .map((one) => KIND_WORDS[one].short)
                  .join('、')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dayText(on: string | null): string {
  return on === null || parseDate(on) === null ? '没有核实过' : wholeDate(on);
}

/** Forward by button; the browser's own way leads back. */
export function Pager({ next, here }: { next: string | null; here: QualityHere }) {
  const isFirst = here.asked.after === undefined;
  if (isFirst && next === null) return null;
  return (
    <div className={css.pager}>
      {!isFirst && <Button onClick={() => here.change({ after: undefined })}>回到开头</Button>}
      {next !== null && <Button onClick={() => here.change({ after: next })}>后面的</Button>}
    </div>
  );
}
