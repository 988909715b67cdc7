import { useQueryClient } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { ConfirmStep } from '../../desk/parts/ConfirmStep.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { Tag } from '../../desk/parts/Tag.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { When } from '../../desk/parts/When.tsx';
import { useAnswer, useAsk } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import { NewKey } from './NewKey.tsx';
import css from './open-data.module.css';

type Partner = Reply<'partners'>['items'][number];

/** 开放数据: where anybody finds it, and the keys of those who ask by program. */
export function OpenDataPage() {
  const { data, error, refetch } = useAnswer('partners');
  const [ending, end] = useState<Partner | null>(null);
  const [isMaking, make] = useState(false);
  return (
    <>
      <PageHead title="开放数据" note="合作方凭密钥查询站点、统计和口径">
        <Button type="primary" onClick={() => make(true)}>
          发一个密钥
        </Button>
      </PageHead>
      <p className={css.note}>
        谁都能下载的每日文件在<a href="/open">公开页面</a>。密钥只给要用程序查询的单位，用法见
        <a href="/api/docs">接口文档</a>
        。每个密钥单独限速，停用以后立刻不能用。
      </p>
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading rows={4} />}
      {data?.items.length === 0 && <Empty text="还没有给谁发过密钥。" />}
      {data !== undefined && data.items.length > 0 && (
        <Table<Partner>
          size="small"
          rowKey="id"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={[...data.items]}
          columns={columnsOf(end)}
        />
      )}
      {isMaking && <NewKey close={() => make(false)} />}
      {ending !== null && <EndKey of={ending} close={() => end(null)} />}
    </>
  );
}

function columnsOf(end: (partner: Partner) => void) {
  return [
    { title: '合作方', dataIndex: 'name' },
    { title: '工会', key: 'union', render: (_: unknown, { union }: Partner) => union.name },
    { title: '发放', key: 'made', render: (_: unknown, { madeAt }: Partner) => <When at={madeAt} /> },
    { title: '用到', dataIndex: 'endsOn' },
    { title: '现在', key: 'state', render: (_: unknown, partner: Partner) => <State of={partner} /> },
    {
      title: '操作',
      key: 'acts',
      render: (_: unknown, partner: Partner) =>
        partner.isGood ? (
          <Button size="small" danger onClick={() => end(partner)} aria-label={`停用 ${partner.name} 的密钥`}>
            停用
          </Button>
        ) : null,
    },
  ];
}

function State({ of: { isGood, endedAt } }: { of: Partner }) {
  if (isGood) return <Tag tone="ok">在用</Tag>;
  return <Tag tone="calm">{endedAt === null ? '过期了' : '停用了'}</Tag>;
}

function EndKey({ of, close }: { of: Partner; close: () => void }) {
  const ask = useAsk();
  const queries = useQueryClient();
  const [id] = useState(() => newId(window.crypto));
  const act = async (reason: string) => {
    const answer = await ask('partnerEnd', { params: { id: of.id }, body: { id, reason } });
    await queries.invalidateQueries({ queryKey: ['partners'] });
    return answer.ok ? null : unansweredText(answer.refusal);
  };
  return (
    <ConfirmStep title="停用密钥" reason="required" isGrave act={act} close={close}>
      <p>{of.name} 的程序马上就查不到数据了，不能再启用；要用就另发一个。</p>
    </ConfirmStep>
  );
}
