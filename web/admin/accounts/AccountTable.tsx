import { Button, Table, type TableProps } from 'antd';
import { ACCOUNT_STATE_WORDS } from '../../../shared/words/account.ts';
import { FUNCTION_WORDS } from '../../../shared/words/step.ts';
import { Tag } from '../../desk/parts/Tag.tsx';
import { When } from '../../desk/parts/When.tsx';
import type { Reply } from '../../platform/ask.ts';
import css from './accounts.module.css';
import { STATE_TONES } from './words.ts';

export type AccountLine = Reply<'accounts'>['accounts'][number];

export function AccountTable({ accounts, open }: { accounts: readonly AccountLine[]; open: (id: string) => void }) {
  return (
    <div className={css.table}>
      <Table<AccountLine>
        size="small"
        rowKey="id"
        dataSource={[...accounts]}
        columns={columns(open)}
        pagination={false}
      />
    </div>
  );
}

function columns(open: (id: string) => void): NonNullable<TableProps<AccountLine>['columns']> {
  return [
    {
      title: '姓名和用户名',
      key: 'name',
      render: (_, { id, fullName, username }) => (
        <>
          <Button className={css.name ?? ''} type="link" onClick={() => open(id)}>
            {fullName}
          </Button>
          <span className={css.under}>{username}</span>
        </>
      ),
    },
    {
      title: '职责',
      key: 'functions',
      render: (_, { functions }) => functions.map((held) => FUNCTION_WORDS[held]).join('、'),
    },
    { title: '工会', key: 'union', responsive: ['md'], render: (_, { union }) => union.name },
    {
      title: '状态',
      key: 'state',
      render: (_, { state }) => <Tag tone={STATE_TONES[state]}>{ACCOUNT_STATE_WORDS[state]}</Tag>,
    },
    {
      title: '两步验证',
      key: 'secondFactor',
      responsive: ['md'],
      render: (_, { secondFactor }) => (secondFactor ? '已设' : <Tag tone="soon">没设</Tag>),
    },
    {
      title: '最近登录',
      key: 'signedAt',
      responsive: ['md'],
      render: (_, { signedAt }) => (signedAt === null ? '没登录过' : <When at={signedAt} />),
    },
  ];
}
