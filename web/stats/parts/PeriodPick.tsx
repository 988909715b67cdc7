import { Button, Select } from 'antd';
import { parsePeriod, periodBefore, periodWords } from '../../../shared/stats/period.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { useNow } from '../../desk/use-now.ts';
import {
  asKind,
  kindOf,
  PERIOD_KIND_WORDS,
  PERIOD_KINDS,
  type PeriodKind,
  periodAfter,
  periodsUntil,
} from './periods.ts';
import css from './question.module.css';

type Props = { label: string; value: string; onChange: (period: string) => void };

/** A month, a quarter or a year: its length, which one, and a step to either side. */
export function PeriodPick({ label, value, onChange }: Props) {
  const now = useNow();
  const period = parsePeriod(value);
  const kind = period === null ? 'month' : kindOf(period);
  const listed = periodsUntil(now, kind);
  const options = [...(period === null || listed.includes(period) ? [] : [period]), ...listed];
  const after = period === null ? null : periodAfter(period, now);
  return (
    <fieldset className={css.period} aria-label={label}>
      <Select
        aria-label={`${label}有多长`}
        className={css.kind ?? ''}
        value={kind}
        options={PERIOD_KINDS.map((one) => ({ value: one, label: PERIOD_KIND_WORDS[one] }))}
        onChange={(next: PeriodKind) =>
          onChange(period === null ? (periodsUntil(now, next)[1] ?? value) : asKind(period, next))
        }
      />
      <Button
        aria-label={`${label}：前一个`}
        icon={<DeskIcon name="back" />}
        disabled={period === null}
        onClick={() => period !== null && onChange(periodBefore(period))}
      />
      <Select
        aria-label={`${label}是哪一个`}
        className={css.which ?? ''}
        value={period}
        placeholder={value}
        options={options.map((one) => ({ value: one, label: periodWords(one) }))}
        onChange={(next: string) => onChange(next)}
        showSearch={{ optionFilterProp: 'label' }}
      />
      <Button
        aria-label={`${label}：后一个`}
        icon={<DeskIcon name="next" />}
        disabled={after === null}
        onClick={() => after !== null && onChange(after)}
      />
    </fieldset>
  );
}
