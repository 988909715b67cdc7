import { Button, Select } from 'antd';
import { useId } from 'react';
import { NEW_HOURS, REACHES } from '../../../shared/stats/cover-rule.ts';
import { STATIONS_WORDS } from '../../../shared/wire/figures-words.ts';
import { OneOf, optionsOf } from '../../desk/parts/Chips.tsx';
import type { Reply } from '../../platform/ask.ts';
import { AsOfPick } from '../parts/AsOfPick.tsx';
import { PeriodPick } from '../parts/PeriodPick.tsx';
import { Field } from '../parts/QuestionBar.tsx';
import css from '../parts/question.module.css';
import { ScopePick } from '../parts/ScopePick.tsx';
import type { AskedHere } from '../parts/use-asked.ts';
import own from './coverage.module.css';
import { OPEN_WORDS, REACH_WORDS } from './words.ts';

export type DemandSetView = Reply<'demandSets'>['items'][number];
type Props = { here: AskedHere; sets: readonly DemandSetView[]; onSets: () => void };

export const USUAL = { set: 'example', reach: '1km', open: 'all-day' } as const;
const REACH_OPTIONS = optionsOf(REACHES, REACH_WORDS);
const OPEN_OPTIONS = optionsOf(NEW_HOURS, OPEN_WORDS);
const STATIONS = optionsOf(['real', 'synthetic'] as const, STATIONS_WORDS);

/** What is asked, all of it in the address: whose demand, how far, which stations, when, and how long new ones would be open. */
export function CoverBar({ here, sets, onSets }: Props) {
  const { asked, beside, change } = here;
  const id = useId();
  const set = beside.set ?? USUAL.set;
  const options = sets.map((one) => ({ value: one.id, label: one.title }));
  return (
    <section className={css.bar} aria-label="要看什么">
      <div className={css.field}>
        <label className={css.label} htmlFor={id}>
          需求点
        </label>
        <span className={own.sets}>
          <Select
            id={id}
            className={own.set ?? ''}
            value={set}
            options={options.some(({ value }) => value === set) ? options : [{ value: set, label: set }, ...options]}
            onChange={(next: string) => change({ set: next })}
            popupMatchSelectWidth={false}
          />
          <Button onClick={onSets}>管理需求点</Button>
        </span>
      </div>
      <Field label="多远算得着">
        <OneOf
          label="多远算得着"
          options={REACH_OPTIONS}
          value={REACHES.find((one) => one === beside.reach) ?? USUAL.reach}
          onChange={(reach) => change({ reach })}
        />
      </Field>
      <Field label="新建的站点什么时候开">
        <OneOf
          label="新建的站点什么时候开"
          options={OPEN_OPTIONS}
          value={NEW_HOURS.find((one) => one === beside.open) ?? USUAL.open}
          onChange={(open) => change({ open })}
        />
      </Field>
      <Field label="统计期">
        <PeriodPick label="统计期" value={asked.period} onChange={(period) => change({ period })} />
      </Field>
      <ScopePick here={here} />
      <Field label="截至">
        <AsOfPick label="截至" value={asked.asOf} onChange={(asOf) => change({ asOf })} />
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
