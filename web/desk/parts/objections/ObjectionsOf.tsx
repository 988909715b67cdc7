import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Reply, Unanswered } from '../../../platform/ask.ts';
import { newId } from '../../../platform/ids.ts';
import { NotAnswered, useAnswer, useAsk } from '../../use-ask.tsx';
import { DeskIcon } from '../DeskIcon.tsx';
import { Failed } from '../Failed.tsx';
import { unansweredText } from '../unanswered.ts';
import { When } from '../When.tsx';
import css from './objections.module.css';

type Objection = Reply<'objectionsTo'>['items'][number];

const STATE_WORDS: { readonly [S in Objection['state']]: string } = {
  open: '等答复',
  dismissed: '不成立',
  upheld: '成立',
  lapsed: '公示已撤回',
};

/** What people objected on the public page, in their own words; nothing for accounts that do not answer for the station. */
export function ObjectionsOf({ code }: { code: string }) {
  const { data, error, refetch } = useAnswer('objectionsTo', { params: { code } });
  if (error instanceof NotAnswered && error.why.kind === 'refused' && error.why.problem.status === 404) return null;
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-label="收到的异议" className={css.all}>
      <h2 className={css.title}>收到的异议</h2>
      <p className={css.note}>“异议不成立”答复的是最早一条还没答复的；“异议成立”一次答复全部。</p>
      <ol>
        {items.map((one) => (
          <li key={one.id}>
            <One code={code} objection={one} onErased={() => refetch()} />
          </li>
        ))}
      </ol>
    </section>
  );
}

type Props = { code: string; objection: Objection; onErased: () => void };

function One({ code, objection, onErased }: Props) {
  const { id, at, text, hasContact, state, answer } = objection;
  return (
    <>
      <p className={css.head}>
        <b>{STATE_WORDS[state]}</b>
        <When at={at} />
      </p>
      <p className={css.text}>{text}</p>
      {answer !== null && <p className={css.note}>答复：{answer}</p>}
      {hasContact && <Reach code={code} objection={id} onErased={onErased} />}
    </>
  );
}

/** The way to reach the objector: hidden until asked for, each look is written down; it can be taken out for good. */
function Reach({ code, objection, onErased }: { code: string; objection: string; onErased: () => void }) {
  const ask = useAsk();
  const [contact, show] = useState<string | null>(null);
  const [why, say] = useState<Unanswered | null>(null);
  const params = { code, objection };
  const body = () => ({ id: newId(window.crypto) });
  const look = async () => {
    const answer = await ask('objectorReveal', { params, body: body() });
    say(answer.ok ? null : answer.refusal);
    if (answer.ok) show(answer.value.contact);
  };
  const erase = async () => {
    const answer = await ask('objectorErase', { params, body: body() });
    say(answer.ok ? null : answer.refusal);
    if (answer.ok) onErased();
  };
  return (
    <p className={css.head}>
      {contact === null ? (
        <Button size="small" icon={<DeskIcon name="eye" />} onClick={look}>
          看联系方式
        </Button>
      ) : (
        <b>{contact}</b>
      )}
      <Popconfirm title="删掉就找不回来了，异议本身还在。" okText="删掉" cancelText="不删" onConfirm={erase}>
        <Button size="small" icon={<DeskIcon name="trash" />}>
          删掉联系方式
        </Button>
      </Popconfirm>
      {why !== null && <span role="alert">{unansweredText(why)}</span>}
    </p>
  );
}
