import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Result } from '../../../shared/kernel/result.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { When } from '../../desk/parts/When.tsx';
import { useAsk } from '../../desk/use-ask.tsx';
import { useFresh } from '../../desk/use-fresh.ts';
import type { Unanswered } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import css from './accounts.module.css';
import type { AccountWhole } from './whole.ts';

/** Where the account is signed in now. */
export function Sessions({ account }: { account: AccountWhole }) {
  const ask = useAsk();
  const fresh = useFresh();
  const queries = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);
  const { id, sessions } = account;
  const done = async (asking: () => Promise<Result<object, Unanswered>>) => {
    const answer = await fresh(asking);
    setFault(answer.ok ? null : unansweredText(answer.refusal));
    await queries.invalidateQueries({ queryKey: ['account'] });
  };
  const end = (session: string) => {
    const commandId = newId(crypto);
    return done(() => ask('endAccountSession', { params: { id, session }, body: { commandId } }));
  };
  const endAll = () => {
    const body = { commandId: newId(crypto), step: 'end-sessions', reason: null } as const;
    return done(() => ask('stepAccount', { params: { id }, body }));
  };
  return (
    <section className={css.part}>
      <h2>登录着的地方</h2>
      {fault !== null && <Alert className={css.fault ?? ''} type="error" showIcon title={fault} />}
      {sessions.length === 0 && <p className={css.note}>现在没有登录。</p>}
      <ul className={css.sessions}>
        {sessions.map((one) => (
          <li key={one.id} className={css.session}>
            <span>
              {one.agent}
              <span className={css.note}>
                <When at={one.madeAt} /> 登录，最近用过：
                <When at={one.usedAt} />
              </span>
            </span>
            <Button onClick={() => end(one.id)}>结束这次登录</Button>
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <Button onClick={endAll}>结束全部登录</Button>}
    </section>
  );
}
