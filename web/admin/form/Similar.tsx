import { Alert, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useId, useRef } from 'react';
import { Link } from 'wouter';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { StatusWord } from '../../desk/parts/StatusWord.tsx';
import type { Reply } from '../../platform/ask.ts';
import css from './similar.module.css';

export type SimilarItem = Reply<'similar'>['items'][number];

const WHY = { near: '离得近', 'host-name': '同一建站单位、名字相近' } as const;

type Props = {
  items: readonly SimilarItem[];
  /** Why they are others; `''` while nobody said. */
  answer: string;
  onAnswer: (text: string) => void;
  /** How often it was asked for and missing. */
  missed: number;
};

/** Stations that may be the same one: each leads to its own page, or a person writes why they are others. */
export function SimilarPanel({ items, answer, onAnswer, missed }: Props) {
  const id = useId();
  const field = useRef<TextAreaRef>(null);
  const isMissing = missed > 0 && answer.trim() === '';
  useEffect(() => {
    if (missed > 0) field.current?.focus();
  }, [missed]);
  return (
    <section className={css.panel} aria-labelledby={`${id}-title`} data-field="duplicateAnswer">
      <h2 id={`${id}-title`} className={css.title}>
        附近有 {items.length} 个相似的
      </h2>
      <p role="status">是同一个就去改那个，别再登记一遍；不是同一个，写明不同在哪，再提交。</p>
      <ul className={css.items}>
        {items.map((item) => (
          <li key={`${item.name} ${item.code} ${item.metres}`}>
            <b>{item.name}</b> <StatusWord status={item.status} />
            <div className={css.facts}>
              <CodeText code={item.code} />
              <span>{Math.round(item.metres)} 米</span>
              <span>{item.why.map((why) => WHY[why]).join('，')}</span>
            </div>
            <div className={css.facts}>{[item.address, item.hostName].filter((text) => text).join('，')}</div>
            {item.id === null ? (
              <span className={css.facts}>归别的工会管，联系他们核对。</span>
            ) : (
              <Link href={`/stations/${item.id}`}>就是它，去改那个</Link>
            )}
          </li>
        ))}
      </ul>
      <label htmlFor={id} className={css.label}>
        不是同一个，因为…
      </label>
      <Input.TextArea
        ref={field}
        id={id}
        rows={2}
        maxLength={500}
        value={answer}
        aria-required
        {...(isMissing && { status: 'error' as const })}
        placeholder="如：那个在银行一楼，这个在隔壁社区"
        onChange={(event) => onAnswer(event.target.value)}
      />
      {isMissing && <Alert type="error" showIcon title="写明和上面这些站点不同在哪，再提交。" />}
    </section>
  );
}
