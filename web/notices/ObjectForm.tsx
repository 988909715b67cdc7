import { type FormEvent, useId, useRef, useState } from 'react';
import { type Lookup, spacedLookup } from '../../shared/report/lookup.ts';
import type { NoticeDesk } from '../sync/notices.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Card } from '../ui/parts/Card.tsx';
import css from './notices.module.css';

/** Characters; the server's own limits are the same. */
const LEAST = 10;
const MOST = 500;
const SHORT = `至少写 ${LEAST} 个字，说说为什么不该撤。`;
const UNHEARD = '没发出去：提异议要连上网。写的还在，连上再点一次。';

type Said = { readonly about: 'text' | 'all'; readonly sentence: string };

/** What was written stays until the server has it. */
export function ObjectForm({ code, desk }: { code: string; desk: NoticeDesk }) {
  const id = useId();
  const [text, write] = useState('');
  const [contact, leave] = useState('');
  const { said, lookup, isBusy, object } = useObjecting(code, desk);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.elements.namedItem('text');
    const isShort = text.trim().length < LEAST;
    object({ text: text.trim(), contact: contact.trim() === '' ? null : contact.trim() });
    if (isShort && field instanceof HTMLElement) field.focus();
  };
  if (lookup !== null) return <Sent lookup={lookup} />;
  return (
    <Card padded>
      <form noValidate className={css.form} onSubmit={send}>
        <label htmlFor={id}>为什么不该撤</label>
        <textarea
          id={id}
          name="text"
          rows={5}
          maxLength={MOST}
          value={text}
          aria-invalid={said?.about === 'text'}
          aria-describedby={`${id}-text`}
          onChange={({ target }) => write(target.value)}
        />
        <Fault id={`${id}-text`} said={said} about="text" />
        <label htmlFor={`${id}-c`}>怎么联系你（可以不留）</label>
        <input
          id={`${id}-c`}
          maxLength={60}
          autoComplete="off"
          value={contact}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => leave(target.value)}
        />
        <p id={`${id}-hint`} className={css.hint}>
          只给答复你的工会看，随时可以让工会删掉。你写的话不公开，工会的答复公开。
        </p>
        <Fault id={`${id}-all`} said={said} about="all" />
        <Button weight="ink" wide type="submit" disabled={isBusy}>
          {isBusy ? '正在提交' : '提交异议'}
        </Button>
      </form>
    </Card>
  );
}

function Fault({ id, said, about }: { id: string; said: Said | null; about: Said['about'] }) {
  if (said?.about !== about) return null;
  return (
    <p id={id} className={css.fault} role="alert">
      {said.sentence}
    </p>
  );
}

/** The id is the same for the same words: a lost answer and a second tap make one objection. */
function useObjecting(code: string, desk: NoticeDesk) {
  const [said, say] = useState<Said | null>(null);
  const [lookup, done] = useState<Lookup | null>(null);
  const [isBusy, busy] = useState(false);
  const letter = useRef({ id: '', of: '' });
  const object = async (body: { readonly text: string; readonly contact: string | null }) => {
    if (body.text.length < LEAST) return say({ about: 'text', sentence: SHORT });
    const of = JSON.stringify(body);
    if (letter.current.of !== of) letter.current = { id: desk.newId(), of };
    busy(true);
    const came = await desk.object(code, { id: letter.current.id, ...body });
    busy(false);
    if (came.kind === 'sent') return done(came.lookup);
    if (came.kind === 'unheard') return say({ about: 'all', sentence: UNHEARD });
    return say({ about: came.field === 'text' ? 'text' : 'all', sentence: came.sentence });
  };
  return { said, lookup, isBusy, object };
}

function Sent({ lookup }: { lookup: Lookup }) {
  return (
    <Card padded>
      <div role="status">
        <p className={css.lead}>工会收到了</p>
        <p className={css.say}>答复之前不会撤。用查询码看答复，换手机也能查：</p>
        <p className={css.code}>{spacedLookup(lookup)}</p>
      </div>
    </Card>
  );
}
