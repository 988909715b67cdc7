import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { FUNCTION_WORDS } from '../../../shared/words/step.ts';
import { Loading } from '../../desk/parts/Loading.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { Alone } from './Alone.tsx';
import { atCode } from './at-code.ts';
import { NewPassword } from './NewPassword.tsx';
import { Offer } from './Offer.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import css from './sign.module.css';

type Invited = Reply<'openInvite'>;

/** Where an invitation leads: the token stands behind the `#`, which browsers send to nobody. */
export function JoinPage() {
  const ask = useAsk();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [token] = useState(() => window.location.hash.slice(1));
  const [invited, setInvited] = useState<Invited | string | null>(null);
  const [recovery, setRecovery] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isHere = true;
    ask('openInvite', { body: { token: token === '' ? '-' : token } }).then((answer) => {
      if (isHere) setInvited(answer.ok ? answer.value : unansweredText(answer.refusal));
    });
    return () => {
      isHere = false;
    };
  }, [ask, token]);
  const goOn = () => {
    queries.clear();
    navigate('/', { replace: true });
  };
  const joined = (codes: readonly string[] | null) => {
    if (codes === null) goOn();
    else setRecovery(codes);
  };
  return (
    <Alone title={recovery === null ? '开始使用账号' : '存好恢复码'}>
      {invited === null && <Loading rows={4} />}
      {typeof invited === 'string' && <Alert type="error" showIcon title={invited} />}
      {recovery !== null && <RecoveryCodes codes={recovery} done={goOn} />}
      {recovery === null && invited !== null && typeof invited !== 'string' && (
        <JoinForm invited={invited} token={token} joined={joined} />
      )}
    </Alone>
  );
}

type Typed = { password: string; code?: string };
type Props = { invited: Invited; token: string; joined: (recovery: readonly string[] | null) => void };

function JoinForm({ invited, token, joined }: Props) {
  const ask = useAsk();
  const [form] = Form.useForm<Typed>();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ password, code }: Typed) => {
    const typed = (code ?? '').trim();
    const factor = typed === '' ? { ticket: null, code: null } : { ticket: invited.offer.ticket, code: typed };
    setBusy(true);
    const answer = await ask('join', { body: { token, password, ...factor } });
    setBusy(false);
    if (answer.ok) joined(answer.value.recovery);
    else setFault(atCode(form, answer.refusal));
  };
  return (
    <>
      <dl className={css.facts}>
        <dt>姓名</dt>
        <dd>{invited.fullName}</dd>
        <dt>工会</dt>
        <dd>{invited.union}</dd>
        <dt>职责</dt>
        <dd>{invited.functions.map((held) => FUNCTION_WORDS[held]).join('、')}</dd>
        <dt>用户名</dt>
        <dd>{invited.username}（登录时用）</dd>
      </dl>
      {fault !== null && <Alert className={css.fault ?? ''} type="error" showIcon title={fault} />}
      <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
        <NewPassword profile={invited.profile} username={invited.username} />
        <h2 className={css.heading}>两步验证{invited.needsSecondFactor ? '' : '（可以以后再设）'}</h2>
        <p className={css.lead}>登录时除了密码，还要手机上的验证码，别人偷到密码也进不来。</p>
        <Offer offer={invited.offer} isNeeded={invited.needsSecondFactor} />
        <Button type="primary" size="large" htmlType="submit" className={css.submit ?? ''} block loading={isBusy}>
          开始使用
        </Button>
      </Form>
    </>
  );
}
