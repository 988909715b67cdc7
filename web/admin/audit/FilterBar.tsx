import { Button, Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import {
  HISTORY_SUBJECT_WORDS,
  HISTORY_SUBJECTS,
  historyActorWord,
  historyStepOptions,
} from '../../../shared/words/history.ts';
import { UnionSelect } from '../../desk/parts/UnionSelect.tsx';
import css from './audit.module.css';
import type { AuditQuery, Query } from './query.ts';
import type { LogRow } from './row.ts';

type Props = { audit: AuditQuery; rows: readonly LogRow[] };
type Fields = Omit<Query, 'before' | 'station'>;

/** What is looked for. Who did it is chosen from those on the page, or in a row. */
export function FilterBar({ audit: { query, change }, rows }: Props) {
  const [form] = Form.useForm<Fields>();
  // Another row's button or going back may have changed the address.
  useEffect(() => form.setFieldsValue({ ...EMPTY, ...query } as Fields), [form, query]);
  return (
    <Form
      form={form}
      layout="vertical"
      className={css.filters ?? ''}
      onFinish={(fields: Fields) => change({ ...EMPTY, ...fields, station: undefined })}
    >
      <Form.Item name="from" label="从哪天">
        <Input type="date" />
      </Form.Item>
      <Form.Item name="to" label="到哪天">
        <Input type="date" />
      </Form.Item>
      <Form.Item name="actor" label="谁做的">
        <Select allowClear placeholder="不限" options={actorsOf(rows, query.actor)} popupMatchSelectWidth={false} />
      </Form.Item>
      <Form.Item name="union" label="哪个工会">
        <UnionSelect />
      </Form.Item>
      <Form.Item name="subject" label="对象">
        <Select
          allowClear
          placeholder="不限"
          options={HISTORY_SUBJECTS.map((value) => ({ value, label: HISTORY_SUBJECT_WORDS[value] }))}
        />
      </Form.Item>
      <Form.Item name="step" label="做了什么">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="不限"
          options={STEPS}
          popupMatchSelectWidth={false}
        />
      </Form.Item>
      <Form.Item name="code" label="站点编码">
        <Input inputMode="numeric" maxLength={40} />
      </Form.Item>
      <Form.Item name="reason" label="原因里有">
        <Input maxLength={60} />
      </Form.Item>
      <div className={css.ask}>
        <Button type="primary" htmlType="submit">
          查
        </Button>
        <Button onClick={() => change({ ...EMPTY, station: undefined })}>清空</Button>
      </div>
      {query.station !== undefined && (
        <p className={css.narrow}>
          只看一个站点的记录。
          <Button type="link" onClick={() => change({ station: undefined })}>
            看全部
          </Button>
        </p>
      )}
    </Form>
  );
}

const EMPTY = {
  from: undefined,
  to: undefined,
  actor: undefined,
  union: undefined,
  subject: undefined,
  step: undefined,
  code: undefined,
  reason: undefined,
};
const STEPS = historyStepOptions().map(({ step, word }) => ({ value: step, label: word }));

function actorsOf(rows: readonly LogRow[], chosen: string | undefined) {
  const found = new Map([
    ['system', '系统'],
    ['worker', '户外劳动者'],
  ]);
  for (const { actor } of rows) found.set(actor.id, historyActorWord(actor));
  if (chosen !== undefined && !found.has(chosen)) found.set(chosen, historyActorWord({ id: chosen, name: null }));
  return [...found].map(([value, label]) => ({ value, label }));
}
