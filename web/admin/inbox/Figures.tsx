import { Button } from 'antd';
import { useState } from 'react';
import { numberText } from '../../desk/parts/number-text.ts';
import type { Reply } from '../../platform/ask.ts';
import css from './inbox.module.css';
import { hoursText } from './words.ts';

/** How long workers wait for an answer, with what the figure means; below it, union by union. */
export function Figures({ figures: { answered } }: { figures: Reply<'inboxFigures'> }) {
  const [isOpen, setOpen] = useState(false);
  const { days, count, medianHours, below } = answered;
  return (
    <section className={css.figures} aria-label="答复快慢">
      <p>
        近 {days} 天答复了 <b>{numberText(count)}</b> 条
        {count > 0 && (
          <>
            ，从收到到答复，中位数 <b>{hoursText(medianHours)}</b>
          </>
        )}
      </p>
      {below.length > 0 && (
        <Button type="link" className={css.more ?? ''} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? '收起各下级' : '看各下级'}
        </Button>
      )}
      {isOpen && (
        <table className={css.below}>
          <thead>
            <tr>
              <th scope="col">下级工会</th>
              <th scope="col">答复</th>
              <th scope="col">中位数</th>
            </tr>
          </thead>
          <tbody>
            {below.map((one) => (
              <tr key={one.id}>
                <th scope="row">{one.name}</th>
                <td>{numberText(one.count)} 条</td>
                <td>{hoursText(one.medianHours)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
