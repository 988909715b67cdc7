import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Radio } from 'antd';
import { useState } from 'react';
import { TABLES, type TableId } from '../../../shared/stats/definition.ts';
import { TABLE_WORDS } from '../../../shared/wire/figures-words.ts';
import { parse } from '../../../shared/wire/parse.ts';
import { ROUTES } from '../../../shared/wire/route.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { newId } from '../../platform/ids.ts';
import type { Asked } from '../parts/question.ts';
import css from './workbooks.module.css';

type Wish = { tables: TableId[]; format: 'xlsx' | 'csv' | 'json' | 'geojson' };

const FIRST: Wish = { tables: [...TABLES], format: 'xlsx' };
const FORMATS = [
  { value: 'xlsx', label: 'Excel（每张表一页，带封面和口径）' },
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
  { value: 'geojson', label: 'GeoJSON（数进去的站点，GCJ-02）' },
];

/** Which tables, in which form, and the button that begins. */
export function AskFile({ asked }: { asked: Asked }) {
  const [form] = Form.useForm<Wish>();
  const { begin, fault, isBusy } = useBeginning(asked);
  return (
    <Form form={form} layout="vertical" initialValues={FIRST} onFinish={begin} className={css.ask ?? ''}>
      <Form.Item
        name="tables"
        label="哪些表"
        rules={[{ type: 'array', min: 1, message: '至少选一张表。' }]}
        extra={
          <>
            <Button size="small" onClick={() => form.setFieldsValue({ tables: [...TABLES] })}>
              全选
            </Button>{' '}
            <Button size="small" onClick={() => form.setFieldsValue({ tables: [] })}>
              都不选
            </Button>
          </>
        }
      >
        <Checkbox.Group options={TABLES.map((value) => ({ value, label: TABLE_WORDS[value] }))} />
      </Form.Item>
      <Form.Item name="format" label="格式">
        <Radio.Group options={FORMATS} />
      </Form.Item>
      {fault !== null && <Alert type="error" showIcon title={fault} />}
      <Button type="primary" htmlType="submit" loading={isBusy} icon={<DeskIcon name="download" />}>
        开始做
      </Button>
    </Form>
  );
}

/** The same intent pressed twice is one file: its id changes when there was an answer. */
function useBeginning(asked: Asked) {
  const ask = useAsk();
  const queries = useQueryClient();
  const [id, setId] = useState(() => newId(window.crypto));
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const begin = async (wish: Wish) => {
    const body = parse(ROUTES.figureFileAsk.body, { ...asked, ...wish, id });
    if (!body.ok) return setFault(sentence(body.refusal));
    setBusy(true);
    const answer = await ask('figureFileAsk', { body: body.value });
    setBusy(false);
    setFault(answer.ok ? null : unansweredText(answer.refusal));
    if (answer.ok || answer.refusal.kind === 'refused') setId(newId(window.crypto));
    await queries.invalidateQueries({ queryKey: ['figureFiles'] });
  };
  return { begin, fault, isBusy };
}
