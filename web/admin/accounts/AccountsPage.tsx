import { Button } from 'antd';
import { useRef, useState } from 'react';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { AccountDrawer } from './AccountDrawer.tsx';
import { AccountTable } from './AccountTable.tsx';
import css from './accounts.module.css';
import { Filters, type Wanted } from './Filters.tsx';
import { InviteDrawer } from './InviteDrawer.tsx';

const ALL: Wanted = { q: '', function: null, state: null, union: null };

/** The accounts of the own branch, as their security administrator keeps them. */
export function AccountsPage() {
  const [wanted, setWanted] = useState(ALL);
  /** The last username of every page before this one. */
  const [before, setBefore] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<string | null>(null);
  const [isInviting, setInviting] = useState(false);
  const answer = useAnswer('accounts', { query: queryOf(wanted, before) });
  const { error, refetch } = answer;
  // The page before stays until the next one is there.
  const held = useRef(answer.data);
  held.current = answer.data ?? held.current;
  const data = held.current;
  const want = (next: Wanted) => {
    setWanted(next);
    setBefore([]);
  };
  const last = data?.accounts[data.accounts.length - 1];
  return (
    <>
      <PageHead title="账号" {...(data && { note: `本级和下级 ${numberText(data.total)} 个` })}>
        <Button type="primary" icon={<DeskIcon name="plus" />} onClick={() => setInviting(true)}>
          邀请
        </Button>
      </PageHead>
      <Filters wanted={wanted} onChange={want} />
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.accounts.length === 0 && (
        <Empty text="没有符合条件的账号。">
          <Button onClick={() => want(ALL)}>去掉全部条件</Button>
        </Empty>
      )}
      {data !== undefined && data.accounts.length > 0 && <AccountTable accounts={data.accounts} open={setShown} />}
      {data !== undefined && (before.length > 0 || data.hasMore) && (
        <div className={css.foot}>
          <Button disabled={before.length === 0} onClick={() => setBefore(before.slice(0, -1))}>
            上一页
          </Button>
          <Button
            disabled={!data.hasMore || last === undefined}
            onClick={() => last && setBefore([...before, last.username])}
          >
            下一页
          </Button>
        </div>
      )}
      {shown !== null && <AccountDrawer id={shown} close={() => setShown(null)} />}
      {isInviting && <InviteDrawer close={() => setInviting(false)} />}
    </>
  );
}

function queryOf({ q, function: held, state, union }: Wanted, before: readonly string[]) {
  const after = before[before.length - 1];
  return {
    ...(q !== '' && { q }),
    ...(held !== null && { function: held }),
    ...(state !== null && { state }),
    ...(union !== null && { union }),
    ...(after !== undefined && { after }),
  };
}
