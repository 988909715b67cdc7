import { Select } from 'antd';
import { useId } from 'react';
import { parsePeriod, periodWords } from '../../../shared/stats/period.ts';
import { useNow } from '../../desk/use-now.ts';
import { periodsUntil } from '../parts/periods.ts';
import css from '../parts/question.module.css';

type Props = { label: string; value: string; onChange: (month: string) => void };

/** A month up to the running one. */
export function MonthPick({ label, value, onChange }: Props) {
  const id = useId();
  const months = periodsUntil(useNow(), 'month').map((month) => ({
    value: month as string,
    label: periodWords(month),
  }));
  const here = parsePeriod(value);
  const isListed = months.some((month) => month.value === value);
  const options = isListed || here === null ? months : [{ value, label: periodWords(here) }, ...months];
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <Select
        id={id}
        className={css.month ?? ''}
        value={value}
        options={options}
        onChange={(next: string) => onChange(next)}
        showSearch={{ optionFilterProp: 'label' }}
      />
    </div>
  );
}
