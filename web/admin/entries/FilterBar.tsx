import { Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import { OneOf } from '../../desk/parts/Chips.tsx';
import { UnionSelect } from '../../desk/parts/UnionSelect.tsx';
import { useMe } from '../../desk/signed.tsx';
import css from './entries.module.css';
import type { EntriesQuery, Query } from './query.ts';
import { StationSelect } from './StationSelect.tsx';
import type { EntriesShown } from './words.ts';

type Fields = Pick<Query, 'from' | 'to' | 'union' | 'station'>;
const EMPTY: { readonly [N in keyof Fields]-?: undefined } = {
  from: undefined,
  to: undefined,
  union: undefined,
  station: undefined,
};
const STANDING = { value: 'kept', word: '记着的' } as const;
const OVERDUE = { value: 'overdue', word: '超期没整改' } as const;
const WITHDRAWN = { value: 'withdrawn', word: '撤回的' } as const;

type Props = { entries: EntriesQuery; shown: EntriesShown | undefined };

/** Which period, union, station; and whether those that stand, those overdue, or those taken back. */
export function FilterBar({ entries: { query, kind, change }, shown }: Props) {
  const [form] = Form.useForm<Fields>();
  const { functions } = useMe();
  useEffect(() => form.setFieldsValue({ ...EMPTY, ...query } as Fields), [form, query]);
  const chosen = query.withdrawn !== undefined ? 'withdrawn' : query.overdue !== undefined ? 'overdue' : 'kept';
  const states = kind === 'inspection' ? [STANDING, OVERDUE, WITHDRAWN] : [STANDING, WITHDRAWN];
  const hasBranch = functions.some((name) => name !== 'keeper' && name !== 'inspector');
  const station = shown?.items.find((one) => one.station?.id === query.station)?.station?.name;
  return (
    <Form
      name="entries-filter"
      form={form}
      layout="vertical"
      className={css.filters ?? ''}
      onFinish={(fields: Fields) => change({ ...EMPTY, ...fields })}
    >
      <Form.Item name="from" label="从哪天">
        <Input type="date" />
      </Form.Item>
      <Form.Item name="to" label="到哪天">
        <Input type="date" />
      </Form.Item>
      {hasBranch && (
        <Form.Item name="union" label="哪个工会">
          <UnionSelect />
        </Form.Item>
      )}
      <Form.Item name="station" label="哪个站点">
        <StationSelect chosenName={station} placeholder="不限" />
      </Form.Item>
      <div className={css.ask}>
        <Button type="primary" htmlType="submit">
          查
        </Button>
        <Button onClick={() => change({ ...EMPTY, overdue: undefined, withdrawn: undefined })}>清空</Button>
      </div>
      <div className={css.states}>
        <OneOf
          label="看哪些"
          options={states}
          value={chosen}
          onChange={(next) =>
            change({
              overdue: next === 'overdue' ? '1' : undefined,
              withdrawn: next === 'withdrawn' ? '1' : undefined,
            })
          }
        />
      </div>
    </Form>
  );
}
