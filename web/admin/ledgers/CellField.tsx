import { Input } from 'antd';
import { useId } from 'react';
import css from './ledgers.module.css';

type Props = {
  title: string;
  /** Stands for the title where the same title is on the screen many times. */
  label?: string;
  text: string;
  status: '' | 'warning' | 'error';
  onType: (text: string) => void;
};

/** One cell of a ledger as it may be typed anew. */
export function CellField({ title, label, text, status, onType }: Props) {
  const id = useId();
  return (
    <div className={css.cell}>
      <label htmlFor={id}>{title}</label>
      <Input
        id={id}
        value={text}
        status={status}
        maxLength={1000}
        {...(label !== undefined && { 'aria-label': label })}
        onChange={({ target }) => onType(target.value)}
      />
    </div>
  );
}
