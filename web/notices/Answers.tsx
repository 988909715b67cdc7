import { type FormEvent, useEffect, useId, useState } from 'react';
import { type Lookup, parseLookup, spacedLookup } from '../../shared/report/lookup.ts';
import type { NoticeDesk, ObjectionAnswer } from '../sync/notices.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Card } from '../ui/parts/Card.tsx';
import css from './notices.module.css';

const STATE_WORDS: { readonly [S in ObjectionAnswer['state']]: string } = {
  open: '还没答复',
  dismissed: '答复了，照公示办',
  upheld: '采纳了，不撤',
  lapsed: '公示撤回了',
};

/** What the unions answered to this phone's own objections, and to any other by its code. */
export function Answers({ desk }: { desk: NoticeDesk }) {
  const id = useId();
  const [typed, type] = useState('');
  const [said, say] = useState('12 位查询码，空格不用管。');
  const [found, find] = useState<readonly ObjectionAnswer[]>([]);
  useEffect(() => {
    let isHere = true;
    Promise.all(desk.mine().map((lookup) => desk.answer(lookup))).then((all) => {
      if (isHere) find(all.flatMap((one) => (one === null || one === 'unknown' ? [] : [one])));
    });
    return () => {
      isHere = false;
    };
  }, [desk]);
  const look = async (event: FormEvent) => {
    event.preventDefault();
    const lookup = parseLookup(typed);
    if (!lookup.ok) return say('查询码不对，照着再核对一遍。');
    const answer = await desk.answer(lookup.value);
    if (answer === null) return say('没问到。连上网再查。');
    if (answer === 'unknown') return say('没有这条异议，照着再核对一遍。');
    find([answer, ...found.filter((one) => one.lookup !== answer.lookup)]);
    say('找到了，在上面。');
  };
  return (
    <section>
      <h2 className={css.city}>异议的答复</h2>
      <ul className={css.cards} aria-live="polite">
        {found.map((one) => (
          <li key={one.lookup}>
            <Answer answer={one} />
          </li>
        ))}
      </ul>
      <Card padded>
        <form className={css.form} onSubmit={look}>
          <label htmlFor={id}>查一条异议</label>
          <input
            id={id}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            aria-describedby={`${id}-said`}
            onChange={({ target }) => type(target.value)}
          />
          <p id={`${id}-said`} className={css.hint} role="status">
            {said}
          </p>
          <Button type="submit">查一下</Button>
        </form>
      </Card>
    </section>
  );
}

function Answer({ answer: { name, state, answer, lookup } }: { answer: ObjectionAnswer }) {
  return (
    <Card padded>
      <h3 className={css.lead}>{name}</h3>
      <p className={css.say}>
        <b>{STATE_WORDS[state]}</b>
      </p>
      {answer !== null && <blockquote className={css.answer}>工会答复：{answer}</blockquote>}
      <p className={css.hint}>查询码 {spacedLookup(lookup as Lookup)}</p>
    </Card>
  );
}
