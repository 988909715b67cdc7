import { Select } from 'antd';
import { type ReactNode, useId } from 'react';
import type { RowsBy } from '../../../shared/stats/question.ts';
import { divisionsWord, ROWS_BY_WORDS, STATIONS_WORDS } from '../../../shared/wire/figures-words.ts';
import { OneOf, optionsOf } from '../../desk/parts/Chips.tsx';
import { AsOfPick } from './AsOfPick.tsx';
import { PeriodPick } from './PeriodPick.tsx';
import css from './question.module.css';
import { ScopePick } from './ScopePick.tsx';
import type { AskedHere } from './use-asked.ts';

type Props = {
  here: AskedHere;
  /** What rows may be; none: the page shows no rows. */
  rows?: readonly RowsBy[];
  /** False where the page has periods of its own. */
  hasPeriod?: boolean;
  /** What the period is called where there are two. */
  periodLabel?: string;
  /** Further things to choose, before all others. */
  children?: ReactNode;
};

const DIVISIONS = [
  { value: 'then', word: '当时区划' },
  { value: 'today', word: '现今区划' },
] as const;
const STATIONS = optionsOf(['real', 'synthetic'] as const, STATIONS_WORDS);

/** What is asked: period, scope, rows, what was known when, which divisions and which stations. All of it is the address. */
export function QuestionBar({ here, rows = [], hasPeriod = true, periodLabel = '统计期', children }: Props) {
  const { asked, change } = here;
  return (
    <section className={css.bar} aria-label="要看什么">
      {children}
      {hasPeriod && (
        <Field label={periodLabel}>
          <PeriodPick label={periodLabel} value={asked.period} onChange={(period) => change({ period })} />
        </Field>
      )}
      <ScopePick here={here} />
      {rows.length > 0 && <RowsPick rows={rows} value={asked.by} onChange={(by) => change({ by, row: undefined })} />}
      <Field label="截至">
        <AsOfPick label="截至" value={asked.asOf} onChange={(asOf) => change({ asOf })} />
      </Field>
      <Field label="行政区划">
        <OneOf
          label={`行政区划：${divisionsWord('then')}，或${divisionsWord('today')}`}
          options={DIVISIONS}
          value={asked.divisions === 'today' ? 'today' : 'then'}
          onChange={(divisions) => change({ divisions: divisions === 'then' ? undefined : divisions })}
        />
      </Field>
      <Field label="站点">
        <OneOf
          label="哪些站点"
          options={STATIONS}
          value={asked.stations === 'synthetic' ? 'synthetic' : 'real'}
          onChange={(stations) => change({ stations: stations === 'real' ? undefined : stations })}
        />
      </Field>
    </section>
  );
}

/** A control under its word; the control names itself for whoever hears the page. */
export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={css.field}>
      <span className={css.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

type RowsProps = { rows: readonly RowsBy[]; value: string; onChange: (by: RowsBy) => void };

function RowsPick({ rows, value, onChange }: RowsProps) {
  const id = useId();
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        每行是
      </label>
      <Select
        id={id}
        className={css.rows ?? ''}
        value={rows.find((by) => by === value) ?? null}
        options={rows.map((by) => ({ value: by, label: ROWS_BY_WORDS[by] }))}
        onChange={(by: RowsBy) => onChange(by)}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
