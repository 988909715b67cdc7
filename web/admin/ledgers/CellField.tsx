import { Input } from 'antd';
import { useId, useState } from 'react';
import css from './ledgers.module.css';

type Props = {
  title: string;
  /** Stands for the title where the same title is on the screen many times. */
  label?: string;
  text: string;
  status: '' | 'warning' | 'error';
  onType: (text: string) => void;
};

/** Signs that fit on one line of a cell, and lines that are shown before it scrolls. */
const LINE = 12;
const LINES_MOST = 4;

/** One cell of a ledger as it may be typed anew; what is longer than a line, as hours often are, is seen whole. */
export function CellField({ title, label, text, status, onType }: Props) {
  const id = useId();
  const [lines] = useState(() => Math.min(LINES_MOST, Math.ceil(text.length / LINE)));
  const control = {
    id,
    value: text,
    status,
    maxLength: 1000,
    ...(label !== undefined && { 'aria-label': label }),
  };
  return (
    <div className={lines > 1 ? `${css.cell} ${css.long}` : css.cell}>
      <label htmlFor={id}>{title}</label>
      {lines > 1 ? (
        <Input.TextArea {...control} rows={lines} onChange={({ target }) => onType(target.value)} />
      ) : (
        <Input {...control} onChange={({ target }) => onType(target.value)} />
      )}
    </div>
  );
}
