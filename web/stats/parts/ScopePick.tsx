import { Button, Select } from 'antd';
import { useId } from 'react';
import { UnionSelect } from '../../desk/parts/UnionSelect.tsx';
import { useMe } from '../../desk/signed.tsx';
import css from './question.module.css';
import { aboveStep, NATION_CODE, type Step, useWayDown } from './regions.ts';
import type { AskedHere } from './use-asked.ts';

const WHOLE: { readonly [L in Step['level']]: string } = { 省: '全国', 市: '全省', 县区: '全市' };

/** Whose stations, and where: a union of the own branch, then province, city and county from above to below. */
export function ScopePick({ here: { asked, change } }: { here: AskedHere }) {
  const { union } = useMe();
  const id = useId();
  // A union that stands for no division has stations anywhere.
  const top = asked.union === undefined ? (union.region ?? NATION_CODE) : regionOfUnion(asked.union);
  const steps = useWayDown(asked.region ?? null, top);
  return (
    <>
      <div className={css.field}>
        <label className={css.label} htmlFor={id}>
          工会
        </label>
        <span className={css.union}>
          <UnionSelect
            id={id}
            value={asked.union ?? union.id}
            {...(asked.union === undefined && { chosenName: union.name })}
            onChange={(next) =>
              change({ union: next === union.id ? undefined : next, region: undefined, row: undefined })
            }
          />
          {asked.union !== undefined && (
            <Button onClick={() => change({ union: undefined, region: undefined, row: undefined })}>回本会</Button>
          )}
        </span>
      </div>
      {steps.map((step) => (
        <div key={step.level} className={css.field}>
          <label className={css.label} htmlFor={`${id}${step.level}`}>
            {step.level}
          </label>
          <Select
            id={`${id}${step.level}`}
            className={css.division ?? ''}
            value={step.here ?? ''}
            options={[
              { value: '', label: WHOLE[step.level] },
              ...step.all.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            onChange={(code: string) =>
              change({ region: code === '' ? (aboveStep(steps, step) ?? undefined) : code, row: undefined })
            }
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
          />
        </div>
      ))}
    </>
  );
}

/** Unions of divisions have the division's code for an id. */
function regionOfUnion(union: string): string {
  return /^\d{6}$/.test(union) ? union : NATION_CODE;
}
