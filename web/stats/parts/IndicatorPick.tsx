import { Select } from 'antd';
import { useId } from 'react';
import { INDICATOR_OPTIONS } from './indicator.ts';
import css from './question.module.css';

type Props = { value: string; onChange: (indicator: string) => void };

/** One indicator, found under its table or by its name. */
export function IndicatorPick({ value, onChange }: Props) {
  const id = useId();
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        指标
      </label>
      <Select
        id={id}
        className={css.indicator ?? ''}
        value={value}
        options={INDICATOR_OPTIONS}
        onChange={(next: string) => onChange(next)}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
