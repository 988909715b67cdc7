import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { Tag } from '../../desk/parts/Tag.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { When } from '../../desk/parts/When.tsx';
import { useAnswer, useAsk } from '../../desk/use-ask.tsx';
import css from './sign.module.css';

/** Where the account is signed in; whatever the person does not know again, they end. */
export function MySessions() {
  const ask = useAsk();
  const queries = useQueryClient();
  const { data, error, refetch } = useAnswer('mySessions');
  const [fault, setFault] = useState<string | null>(null);
  const end = async (id: string) => {
    const answer = await ask('endMySession', { params: { id } });
    setFault(answer.ok ? null : unansweredText(answer.refusal));
    await queries.invalidateQueries({ queryKey: ['mySessions'] });
  };
  return (
    <section className={css.part}>
      <h2>登录着的地方</h2>
      {data === undefined && (error === null ? <Loading rows={2} /> : <Failed error={error} retry={() => refetch()} />)}
      {fault !== null && <Alert className={css.fault ?? ''} type="error" showIcon title={fault} />}
      <ul className={css.sessions}>
        {data?.sessions.map(({ id, isThis, agent, madeAt, usedAt }) => (
          <li key={id} className={css.session}>
            <span>
              {agent} {isThis && <Tag tone="calm">就是这里</Tag>}
              <br />
              <span className={css.quiet}>
                <When at={madeAt} /> 登录，最近用过：
                <When at={usedAt} />
              </span>
            </span>
            {!isThis && <Button onClick={() => end(id)}>结束这次登录</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
