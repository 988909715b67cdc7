import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { ROOT_UNION } from '../../../shared/actor/actor.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { When } from '../../desk/parts/When.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer, useAsk } from '../../desk/use-ask.tsx';
import type { Reply, Unanswered } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import css from './plaques.module.css';

const NOTE = '扫码到访靠它认出是不是工会的站牌';

type Key = Reply<'plaqueKeys'>['items'][number];

/** 标牌密钥: with which the codes of plaques are made. They are the whole register's, so its root alone keeps them. */
export function KeysPage() {
  const { union } = useMe();
  if (union.id === ROOT_UNION) return <Keys />;
  return (
    <>
      <PageHead title="标牌密钥" note={NOTE} />
      <Empty text="标牌密钥全国一套，由中华全国总工会的系统管理员换和停用。这里没有要办的。" />
    </>
  );
}

/** The keys and which of them still count. */
function Keys() {
  const { data, error, refetch } = useAnswer('plaqueKeys');
  const { why, isBusy, take } = useTaking();
  const ask = useAsk();
  const [retiring, choose] = useState<Key | null>(null);
  return (
    <>
      <PageHead title="标牌密钥" note={NOTE}>
        <Button
          loading={isBusy}
          onClick={() => take(() => ask('plaqueKeyBegin', { body: { id: newId(window.crypto) } }))}
        >
          换新密钥
        </Button>
      </PageHead>
      {error !== null && <Failed error={error} retry={refetch} />}
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
