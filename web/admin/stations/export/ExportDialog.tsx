import { Alert, Button, Checkbox, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { EXPORT_COLUMNS, type ExportColumn } from '../../../../shared/wire/list-columns.ts';
import { EXPORT_COLUMN_WORDS } from '../../../../shared/wire/list-words.ts';
import { stationIdOf } from '../../../desk/parts/ids.ts';
import { unansweredText } from '../../../desk/parts/unanswered.ts';
import { useMe } from '../../../desk/signed.tsx';
import { useAsk } from '../../../desk/use-ask.tsx';
import { newId } from '../../../platform/ids.ts';
import { keptOf, type Query } from '../query.ts';
import css from '../stations.module.css';
import { ExportFiles } from './ExportFiles.tsx';

type Props = {
  query: Query;
  /** Only these; empty: all that pass. */
  stations: readonly string[];
  close: () => void;
};
type Wish = {
  format: 'xlsx' | 'csv' | 'geojson';
  datum: 'gcj02' | 'bd09';
  columns: ExportColumn[];
  personal: boolean;
};

const FIRST: Wish = { format: 'xlsx', datum: 'gcj02', columns: [...EXPORT_COLUMNS], personal: false };

/** Makes a file of the list, and shows those that were made: the window may be closed meanwhile. */
export function ExportDialog({ query, stations, close }: Props) {
  const ask = useAsk();
  const [id, setId] = useState(() => newId(window.crypto));
  const [fault, setFault] = useState<string | null>(null);
  const [made, setMade] = useState(0);
  const begin = async ({ personal = false, ...wish }: Wish) => {
    const chosen = stations.map(stationIdOf);
    const answer = await ask('stationExport', {
      body: { id, query: keptOf(query), stations: chosen, personal, ...wish },
    });
    setFault(answer.ok ? null : unansweredText(answer.refusal));
    if (answer.ok || answer.refusal.kind === 'refused') setId(newId(window.crypto));
    if (answer.ok) setMade(made + 1);
  };
  return (
    <Modal
      open
      title={stations.length > 0 ? `导出选中的 ${stations.length} 个站点` : '导出站点名单'}
      footer={null}
      width={640}
      onCancel={close}
    >
      <Wishes begin={begin} />
      {fault !== null && <Alert type="error" showIcon title={fault} />}
      <ExportFiles made={made} />
    </Modal>
  );
}

function Wishes({ begin }: { begin: (wish: Wish) => Promise<void> }) {
  const [form] = Form.useForm<Wish>();
  const { functions } = useMe();
  const mayRead = functions.some((name) => name === 'officer' || name === 'approver');
  return (
    <Form form={form} layout="vertical" initialValues={FIRST} onFinish={begin}>
      <Form.Item name="format" label="格式">
        <Radio.Group
          options={[
            { value: 'xlsx', label: 'Excel（超过 2 万个自动改成 CSV）' },
            { value: 'csv', label: 'CSV' },
            { value: 'geojson', label: 'GeoJSON' },
          ]}
        />
      </Form.Item>
      <Form.Item name="datum" label="坐标" extra="都不是 WGS-84：国内公开的地图不能用 WGS-84。">
        <Radio.Group
          options={[
            { value: 'gcj02', label: 'GCJ-02（高德、腾讯）' },
            { value: 'bd09', label: 'BD-09（百度）' },
          ]}
        />
      </Form.Item>
      <details className={css.columns}>
        <summary>选列（默认全部 {EXPORT_COLUMNS.length} 列）</summary>
        <Form.Item name="columns" noStyle rules={[{ required: true, type: 'array', min: 1, message: '至少选一列。' }]}>
          <Checkbox.Group
            className={css.boxes ?? ''}
            options={EXPORT_COLUMNS.map((value) => ({ value, label: EXPORT_COLUMN_WORDS[value][0] }))}
          />
        </Form.Item>
      </details>
      {mayRead && (
        <Form.Item name="personal" valuePropName="checked">
          <Checkbox>带上联系人姓名和电话（个人信息，会记进操作日志）</Checkbox>
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit">
        开始导出
      </Button>
    </Form>
  );
}
