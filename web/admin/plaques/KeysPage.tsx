import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import type { Result } from '../../../shared/kernel/result.ts';
import { Failed } from '../../desk/parts/Failed.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { When } from '../../desk/parts/When.tsx';
import { useAnswer, useAsk } from '../../desk/use-ask.tsx';
import type { Reply, Unanswered } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import css from './plaques.module.css';

type Key = Reply<'plaqueKeys'>['items'][number];

/** 标牌密钥: with which the codes of plaques are made, and which of them still count. */
export function KeysPage() {
  const { data, error, refetch } = useAnswer('plaqueKeys');
  const { why, isBusy, take } = useTaking();
  const ask = useAsk();
  const [retiring, choose] = useState<Key | null>(null);
  if (error !== null) return <Failed error={error} retry={refetch} />;
  return (
    <>
      <PageHead title="标牌密钥" note="扫码到访靠它认出是不是工会的站牌">
        <Button
          loading={isBusy}
          onClick={() => take(() => ask('plaqueKeyBegin', { body: { id: newId(window.crypto) } }))}
        >
          换新密钥
        </Button>
      </PageHead>
      <div className={css.keys}>
        <p className={css.note}>
          换了以后新印的标牌用新密钥，墙上的照样算数，不用重印。停用一个密钥，用它印的标牌扫了还能打开站点，只是不再计到访。
        </p>
        {why !== null && <Alert type="error" showIcon title={unansweredText(why)} />}
        <Table<Key>
          size="small"
          rowKey="key"
          pagination={false}
          dataSource={[...(data?.items ?? [])]}
          columns={columnsOf(choose)}
        />
      </div>
      {retiring !== null && (
        <Retire
          of={retiring}
          onClose={() => choose(null)}
          onRetire={(reason) =>
            take(() =>
              ask('plaqueKeyRetire', { params: { key: retiring.key }, body: { id: newId(window.crypto), reason } }),
            ).then(() => choose(null))
          }
        />
      )}
    </>
  );
}

function columnsOf(choose: (key: Key) => void) {
  return [
    { title: '密钥', dataIndex: 'key', width: 80 },
    {
      title: '启用',
      key: 'made',
      render: (_: unknown, { madeAt }: Key) => (madeAt === 0 ? '一开始' : <When at={madeAt} />),
    },
    {
      title: '现在',
      key: 'state',
      render: (_: unknown, { isCurrent, retiredAt }: Key) =>
        retiredAt !== null ? (
          <>
            停用了，
            <When at={retiredAt} />
          </>
        ) : isCurrent ? (
          '在用，新标牌用它'
        ) : (
          '还算数'
        ),
    },
    {
      title: '操作',
      key: 'acts',
      render: (_: unknown, key: Key) =>
        key.isCurrent || key.retiredAt !== null ? null : (
          <Button size="small" danger onClick={() => choose(key)}>
            停用密钥 {key.key}
          </Button>
        ),
    },
  ];
}

type RetireProps = { of: Key; onClose: () => void; onRetire: (reason: string) => void };

function Retire({ of, onClose, onRetire }: RetireProps) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal open title={`停用密钥 ${of.key}`} okText="停用" cancelText="不停用" onCancel={onClose} onOk={form.submit}>
      <Form form={form} layout="vertical" onFinish={({ reason }) => onRetire(reason)}>
        <Form.Item
          name="reason"
          label="为什么停用"
          rules={[{ required: true, whitespace: true, message: '写一句原因，操作日志里留着。' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** One change at a time; what the server says no to stands above the table. */
function useTaking() {
  const queries = useQueryClient();
  const [why, say] = useState<Unanswered | null>(null);
  const [isBusy, busy] = useState(false);
  const take = async (asking: () => Promise<Result<unknown, Unanswered>>) => {
    busy(true);
    const answer = await asking();
    busy(false);
    say(answer.ok ? null : answer.refusal);
    await queries.invalidateQueries({ queryKey: ['plaqueKeys'] });
  };
  return { why, isBusy, take };
}
