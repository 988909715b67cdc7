import { Button, Input } from 'antd';
import { clockOf, type SpanEdit } from '../../../../shared/station/hours-edit.ts';
import { clockText } from '../../../../shared/station/hours-words.ts';
import { DeskIcon } from '../../../desk/parts/DeskIcon.tsx';
import { Below } from '../parts/Field.tsx';
import { useFaultAt } from '../parts/fault.tsx';
import css from './hours.module.css';

type Props = {
  path: string;
  /** Whose times: 周一至周五. */
  name: string;
  spans: readonly SpanEdit[];
  put: (spans: readonly SpanEdit[]) => void;
};

/** Any number of times from–to; an end before its beginning is on the next day, and says so. */
export function SpanList({ path, name, spans, put }: Props) {
  const change = (at: number, part: Partial<SpanEdit>) =>
    put(spans.map((span, i) => (i === at ? { ...span, ...part } : span)));
  return (
    <div className={css.spans}>
      {spans.length === 0 && <span className={css.none}>不开</span>}
      {spans.map((span, i) => (
        <OneSpan
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end and taken out whole
          key={i}
          path={`${path}.${i}`}
          name={spans.length > 1 ? `${name}第 ${i + 1} 段` : name}
          span={span}
          change={(part) => change(i, part)}
          drop={() => put(spans.filter((_, at) => at !== i))}
        />
      ))}
      <Button
        size="small"
        type="link"
        icon={<DeskIcon name="plus" />}
        aria-label={`${name}加一段`}
        onClick={() => put([...spans, nextSpan(spans)])}
      >
        加一段
      </Button>
    </div>
  );
}

/** The first is an office day; one more begins after what is there. */
function nextSpan(spans: readonly SpanEdit[]): SpanEdit {
  const end = clockOf(spans[spans.length - 1]?.to ?? '');
  if (spans.length === 0 || end === null) return { from: '9:00', to: '17:00' };
  const from = Math.min(end + 90, 23 * 60);
  return { from: clockText(from), to: clockText(Math.min(from + 240, 24 * 60)) };
}

type OneProps = {
  path: string;
  name: string;
  span: SpanEdit;
  change: (part: Partial<SpanEdit>) => void;
  drop: () => void;
};

export function OneSpan({ path, name, span, change, drop }: OneProps) {
  const fault = [useFaultAt(`${path}.from`), useFaultAt(`${path}.to`), useFaultAt(path)].find((text) => text !== null);
  const [from, to] = [clockOf(span.from), clockOf(span.to)];
  const isNext = from !== null && to !== null && to <= from;
  const tidy = (key: 'from' | 'to') => {
    const minutes = clockOf(span[key]);
    if (minutes !== null && clockText(minutes) !== span[key]) change({ [key]: clockText(minutes) });
  };
  const wiring = (key: 'from' | 'to', minutes: number | null) => ({
    value: span[key],
    size: 'small' as const,
    className: css.clock ?? '',
    inputMode: 'text' as const,
    'aria-invalid': minutes === null,
    ...(minutes === null && { status: 'error' as const }),
    onChange: (event: { readonly target: { readonly value: string } }) => change({ [key]: event.target.value }),
    onBlur: () => tidy(key),
  });
  return (
    <div data-field={path}>
      <div className={css.span}>
        <span data-field={`${path}.from`}>
          <Input {...wiring('from', from)} aria-label={`${name}几点开`} />
        </span>
        <span aria-hidden="true">—</span>
        {isNext && <span className={css.next}>次日</span>}
        <span data-field={`${path}.to`}>
          <Input {...wiring('to', to)} aria-label={isNext ? `${name}次日几点关` : `${name}几点关`} />
        </span>
        <Button size="small" type="text" icon={<DeskIcon name="close" />} aria-label={`去掉${name}`} onClick={drop} />
      </div>
      {fault !== undefined && <Below id={`${path}-fault`} fault={fault} />}
    </div>
  );
}
