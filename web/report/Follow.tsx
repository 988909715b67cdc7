import { useId, useState } from 'react';
import { parseLookup } from '../../shared/report/lookup.ts';
import type { Followed, Reports } from '../sync/reports-state.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Card } from '../ui/parts/Card.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import css from './report.module.css';

const SAY: { readonly [F in Followed]: string } = {
  found: '找到了，在上面。',
  unknown: '没有这个查询码的反馈。照着那 12 位数字再输一遍。',
  later: '没问到。连上网，过一会儿再查。',
};

const SHORT = '查询码是 12 位数字，照着再输一遍。';
const MISREAD = '查询码有一位不对，照着再核对一遍。';

/** A report made on another phone, by the code it was answered with. */
export function Follow({ reports }: { reports: Reports }) {
  const id = useId();
  const [typed, type] = useState('');
  const [said, say] = useState<string | null>(null);
  const look = async () => {
    const lookup = parseLookup(typed);
    if (!lookup.ok) return say(lookup.refusal.kind === 'lookup-shape' ? SHORT : MISREAD);
    say('正在查');
    const came = await reports.follow(lookup.value);
    say(SAY[came]);
    if (came === 'found') type('');
  };
  return (
    <Card padded>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <label htmlFor={id} className={css.label}>
          查别的手机说的
        </label>
        <div className={css.follow}>
          <input
            id={id}
            className={css.input}
            inputMode="numeric"
            autoComplete="off"
            placeholder="12 位查询码"
            value={typed}
            onChange={(event) => type(event.target.value)}
            aria-describedby={`${id}-said`}
          />
          <Button type="submit">
            <Icon name="search" size="s" />
            查一下
          </Button>
        </div>
        <p id={`${id}-said`} className={css.hint} role="status">
          {said ?? '发出去以后都有一个查询码，空格不用管。'}
        </p>
      </form>
    </Card>
  );
}
