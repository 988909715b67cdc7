import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { AccountState } from '../../../shared/actor/account.ts';
import type { RouteBody } from '../../../shared/wire/route.ts';
import { ConfirmStep } from '../../desk/parts/ConfirmStep.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { useFresh } from '../../desk/use-fresh.ts';
import type { Reply } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import css from './accounts.module.css';
import type { AccountWhole } from './whole.ts';

type Step = RouteBody<'stepAccount'>['step'];

/** What is done, what happens then, and when it is of use. */
const STEPS: readonly {
  readonly step: Step;
  readonly title: string;
  readonly what: string;
  readonly reason: 'required' | 'optional' | 'none';
  readonly in: readonly AccountState[];
}[] = [
  {
    step: 'unlock',
    title: '解锁',
    what: '马上可以再登录，之前输错的次数清零。先跟本人核实，输错的是不是他自己。',
    reason: 'none',
    in: ['locked'],
  },
  {
    step: 'reset',
    title: '重置',
    what: '密码、两步验证和恢复码都作废，登录马上结束。你会得到一个新的一次性链接，交给本人重新设。先当面或打电话核实是本人。',
    reason: 'optional',
    in: ['active', 'locked', 'invited'],
  },
  {
    step: 'disable',
    title: '停用',
    what: '登录马上结束，以后也登不进来。他做过的事都留在日志里，账号不会删，随时可以再启用。',
    reason: 'required',
    in: ['active', 'locked', 'invited'],
  },
  {
    step: 'enable',
    title: '启用',
    what: '可以用原来的密码登录。隔得久了，启用后再重置一次更稳妥。',
    reason: 'optional',
    in: ['disabled'],
  },
];

type Props = { account: AccountWhole; invited: (invite: Reply<'inviteAccount'>['invite']) => void };

export function Steps({ account, invited }: Props) {
  const ask = useAsk();
  const fresh = useFresh();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<{ readonly step: Step; readonly commandId: string } | null>(null);
  const offered = STEPS.filter((one) => one.in.includes(account.state));
  const now = STEPS.find(({ step }) => step === asked?.step);
  const act = async (reason: string) => {
    if (asked === null) return null;
    const body = { ...asked, reason: reason === '' ? null : reason };
    const answer = await fresh(() => ask('stepAccount', { params: { id: account.id }, body }));
    if (!answer.ok) return unansweredText(answer.refusal);
    if (answer.value.invite !== null) invited(answer.value.invite);
    await queries.invalidateQueries();
    return null;
  };
  return (
    <section className={css.part}>
      <h2>停用、重置</h2>
      <div className={css.acts}>
        {offered.map(({ step, title }) => (
          <Button key={step} danger={step === 'disable'} onClick={() => setAsked({ step, commandId: newId(crypto) })}>
            {title}
          </Button>
        ))}
      </div>
      {now !== undefined && (
        <ConfirmStep
          title={now.title}
          reason={now.reason}
          isGrave={now.step === 'disable' || now.step === 'reset'}
          act={act}
          close={() => setAsked(null)}
        >
          <p>
            {account.fullName}（{account.username}）：{now.what}
          </p>
        </ConfirmStep>
      )}
    </section>
  );
}
