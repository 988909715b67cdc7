import { Drawer } from 'antd';
import { useState } from 'react';
import { instant } from '../../../shared/kernel/instant.ts';
import { ACCOUNT_STATE_WORDS } from '../../../shared/words/account.ts';
import { FUNCTION_WORDS } from '../../../shared/words/step.ts';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { Tag } from '../../desk/parts/Tag.tsx';
import { When } from '../../desk/parts/When.tsx';
import { exactText } from '../../desk/parts/when.ts';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import css from './accounts.module.css';
import { EditForm } from './EditForm.tsx';
import { InviteLink } from './InviteLink.tsx';
import { Sessions } from './Sessions.tsx';
import { Steps } from './Steps.tsx';
import type { AccountWhole } from './whole.ts';
import { STATE_TONES } from './words.ts';

type Invite = Reply<'inviteAccount'>['invite'];

/** One account: what it is, and what its administrator may do with it. */
export function AccountDrawer({ id, close }: { id: string; close: () => void }) {
  const { data, error, refetch } = useAnswer('account', { params: { id } });
  const [invite, setInvite] = useState<Invite | null>(null);
  const me = useMe();
  return (
    <Drawer open title={data?.fullName ?? '账号'} size={520} onClose={close}>
      {data === undefined && (error === null ? <Loading /> : <Failed error={error} retry={() => refetch()} />)}
      {data !== undefined && invite !== null && (
        <InviteLink invite={invite} fullName={data.fullName} done={() => setInvite(null)} />
      )}
      {data !== undefined && invite === null && (
        <>
          <Facts account={data} />
          {data.id === me.id ? (
            <p className={css.part}>这是你自己的账号。职责由另一位安全管理员改，密码和两步验证在“我的账号”。</p>
          ) : (
            <>
              <EditForm key={data.rev} account={data} />
              <Steps account={data} invited={setInvite} />
            </>
          )}
          <Sessions account={data} />
        </>
      )}
    </Drawer>
  );
}

function Facts({ account }: { account: AccountWhole }) {
  const { username, union, functions, state, lockedUntil, secondFactor, signedAt, stations } = account;
  return (
    <dl className={css.facts}>
      <dt>用户名</dt>
      <dd>{username}</dd>
      <dt>状态</dt>
      <dd>
        <Tag tone={STATE_TONES[state]}>{ACCOUNT_STATE_WORDS[state]}</Tag>
        {lockedUntil !== null && <> 到 {exactText(instant(lockedUntil))}</>}
      </dd>
      <dt>工会</dt>
      <dd>{union.name}</dd>
      <dt>职责</dt>
      <dd>{functions.map((held) => FUNCTION_WORDS[held]).join('、')}</dd>
      {stations.length > 0 && (
        <>
          <dt>负责的站点</dt>
          <dd>{stations.map(({ name }) => name).join('、')}</dd>
        </>
      )}
      <dt>两步验证</dt>
      <dd>{secondFactor ? '已设' : '没设'}</dd>
      <dt>最近登录</dt>
      <dd>{signedAt === null ? '没登录过' : <When at={signedAt} />}</dd>
    </dl>
  );
}
