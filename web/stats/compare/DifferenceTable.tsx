import { Button } from 'antd';
import { Link } from 'wouter';
import type { Figure } from '../../../shared/stats/question.ts';
import { historyStepWord } from '../../../shared/words/history.ts';
import { EXIT_REASON_WORDS } from '../../../shared/words/station.ts';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { wholeDate } from '../../ui/words/time.ts';
import { figureText } from '../parts/figure-text.ts';
import { indicatorNamed } from '../parts/indicator.ts';
import list from '../parts/stations.module.css';
import css from './compare.module.css';
import type { ComparedProps } from './compared.ts';
import { type Difference, REASON_WORDS, SIDE_WORDS } from './words.ts';

/** The stations that came, went or changed: by which step, on which day, by whom, and what they said. */
export function DifferenceTable({ answer, here: { beside, change }, indicator }: ComparedProps) {
  const { stations, count, next } = answer;
  const reason = answer.reasons.find((one) => one.reason === beside.reason)?.reason;
  const digits = indicatorNamed(indicator)?.digits ?? 0;
  return (
    <section aria-labelledby="which">
      <h2 id="which" className={css.which}>
        哪些站点：{reason === undefined ? '' : `${REASON_WORDS[reason]}的，`}
        {numberText(count, 0)} 个
        {reason !== undefined && (
          <Button size="small" onClick={() => change({ reason: undefined })}>
            看全部原因
          </Button>
        )}
      </h2>
      {stations.length === 0 ? (
        <Empty text="两边数的是同样的站点，没有来的、走的，也没有变的。" />
      ) : (
        <table className={list.stations}>
          <caption className={list.caption}>来了、走了、变了的站点，谁在哪天办的</caption>
          <thead>
            <tr>
              <th scope="col">站点和编码</th>
              <th scope="col">行政区划</th>
              <th scope="col">怎么了</th>
              <th scope="col">前 → 后</th>
              <th scope="col">谁在哪天办的，为什么</th>
            </tr>
          </thead>
          <tbody>
            {stations.map((one) => (
              <Line key={one.id} one={one} digits={digits} />
            ))}
          </tbody>
        </table>
      )}
      {(beside.after !== undefined || next !== null) && (
        <div className={css.places}>
          {beside.after !== undefined && <Button onClick={() => change({ after: undefined })}>回到第一页</Button>}
          {next !== null && <Button onClick={() => change({ after: next })}>下一页</Button>}
        </div>
      )}
    </section>
  );
}

function Line({ one, digits }: { one: Difference['stations'][number]; digits: number }) {
  const { id, code, name, regionName, side, reason, before, after, by } = one;
  const text = (figure: Figure) =>
    figureText(figure, typeof figure === 'number' && Number.isInteger(figure) ? 0 : digits);
  return (
    <tr>
      <td>
        <Link href={`/stations/${id}`} className={list.name ?? ''}>
          {name}
        </Link>
        <small>
          <CodeText code={code} />
        </small>
      </td>
      <td>{regionName}</td>
      <td>
        {SIDE_WORDS[side]}
        <small>{REASON_WORDS[reason]}</small>
      </td>
      <td>
        {text(before)} → {text(after)}
      </td>
      <td>
        {by === null ? (
          reason === 'definition' ? (
            '没有人办什么，是数法变了'
          ) : (
            '不是一步办成的，看站点的历史'
          )
        ) : (
          <>
            {wholeDate(by.on)}，{by.unionName} {by.actorName}：{historyStepWord('station', by.step)}
            {by.said !== null && <small>原因：{saidWords(by.said)}</small>}
            <small>第 {by.seq} 条记录</small>
          </>
        )}
      </td>
    </tr>
  );
}

/** The code of a reason for leaving stands before what was written; people read its word. */
function saidWords(said: string): string {
  const words: { readonly [code: string]: string } = EXIT_REASON_WORDS;
  const [, code = '', rest = ''] = /^([A-Z_]+)\s*(.*)$/s.exec(said) ?? [];
  const word = words[code];
  return word === undefined ? said : [word, rest].filter((part) => part !== '').join('，');
}
