import { Button, Input } from 'antd';
import { useState } from 'react';
import { dateText, dayOf, minuteOf } from '../../../shared/kernel/instant.ts';
import { clockText } from '../../../shared/station/hours-words.ts';
import { OneOf } from '../../desk/parts/Chips.tsx';
import { useNow } from '../../desk/use-now.ts';
import css from './question.module.css';

type Props = {
  label: string;
  value: string | undefined;
  /** What it means to say nothing: 现在, unless it is told otherwise. */
  nowWord?: string;
  onChange: (asOf: string | undefined) => void;
};

const SEQ = /^\d{1,15}$/;

/** What is known: all of today, or what was known at a moment, or up to a row of history as links have it. */
export function AsOfPick({ label, value, nowWord = '现在', onChange }: Props) {
  const now = useNow();
  const isSeq = value !== undefined && SEQ.test(value);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value !== undefined && !isSeq ? value.slice(0, 16) : '');
  const ways = [
    { value: 'now', word: nowWord },
    { value: 'past', word: '过去某刻' },
  ] as const;
  const isPast = value !== undefined || typed !== null;
  const choose = (way: 'now' | 'past') => {
    setTyped(way === 'past' ? `${dateText(dayOf(now))}T${clockText(minuteOf(now)).padStart(5, '0')}` : null);
    if (way === 'now') onChange(undefined);
  };
  return (
    <div className={css.asOf}>
      <OneOf label={label} options={ways} value={isPast ? 'past' : 'now'} onChange={choose} />
      {isSeq && typed === null && (
        <>
          <span>第 {value} 条记录</span>
          <Button onClick={() => choose('past')}>换一刻</Button>
        </>
      )}
      {isPast && (!isSeq || typed !== null) && (
        <form
          className={css.moment}
          onSubmit={(event) => {
            event.preventDefault();
            if (shown !== '') onChange(`${shown}:00+08:00`);
            setTyped(null);
          }}
        >
          <Input
            type="datetime-local"
            aria-label={`${label}哪一刻`}
            value={shown}
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button htmlType="submit">按这一刻</Button>
        </form>
      )}
    </div>
  );
}
