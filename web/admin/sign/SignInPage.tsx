import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Reply } from '../../platform/ask.ts';
import { Alone } from './Alone.tsx';
import { CodeStep } from './CodeStep.tsx';
import { ExpiredStep } from './ExpiredStep.tsx';
import { NameStep } from './NameStep.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { SetUpStep } from './SetUpStep.tsx';
import css from './sign.module.css';

type Next = Reply<'signIn'>;

const TITLES: { readonly [N in Next['next']]: string } = {
  in: '登录好了',
  code: '输入验证码',
  password: '密码到期了，换一个',
  'set-up': '先设好两步验证',
};

/** Username and password, then whatever the account still needs. */
export function SignInPage() {
  const search = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [at, setAt] = useState<Next | null>(null);
  const [username, setUsername] = useState('');
  const goOn = () => {
    // Answers to whoever was here before are not theirs who comes now.
    queries.clear();
    navigate(wayIn(search.get('next')), { replace: true });
  };
  const passed = (next: Next) => {
    // Told at the end, whatever came between the recovery code and it.
    const recoveryLeft = next.recoveryLeft ?? at?.recoveryLeft ?? null;
    if (next.next === 'in' && next.recovery === null && recoveryLeft === null) goOn();
    else setAt({ ...next, recoveryLeft });
  };
  const restart = () => setAt(null);
  return (
    <Alone title={at === null ? '登录' : TITLES[at.next]}>
      {at === null && search.get('why') === 'idle' && (
        <Alert className={css.fault ?? ''} type="info" showIcon title="好一会儿没有操作，已经退出登录。" />
      )}
      {at === null && <NameStep passed={passed} named={setUsername} />}
      {at?.next === 'code' && <CodeStep passed={passed} restart={restart} />}
      {at?.next === 'password' && (
        <ExpiredStep profile={at.profile} username={username} passed={passed} restart={restart} />
      )}
      {at?.next === 'set-up' && at.offer !== null && <SetUpStep offer={at.offer} passed={passed} restart={restart} />}
      {at?.next === 'in' && at.recovery !== null && <RecoveryCodes codes={at.recovery} done={goOn} />}
      {at?.next === 'in' && at.recovery === null && <CodesLeft left={at.recoveryLeft ?? 0} goOn={goOn} />}
    </Alone>
  );
}

/** A recovery code was used: after the last one only a security administrator can help. */
function CodesLeft({ left, goOn }: { left: number; goOn: () => void }) {
  return (
    <>
      <p className={css.lead}>
        {left === 0
          ? '恢复码用完了。到“我的账号”换一部手机设两步验证，或者换十个新的恢复码。'
          : `用掉了一个恢复码，还剩 ${left} 个。手机找不回来的话，到“我的账号”重设两步验证。`}
      </p>
      <Button type="primary" block onClick={goOn} autoFocus>
        进入工作台
      </Button>
    </>
  );
}

/** Only ways inside the workspace, whatever a link says. */
function wayIn(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/login') ? next : '/';
}
