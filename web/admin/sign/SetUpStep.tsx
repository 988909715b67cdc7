import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useAsk } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { atCode } from './at-code.ts';
import { Offer, type OfferFacts } from './Offer.tsx';
import css from './sign.module.css';

type Props = { offer: OfferFacts; passed: (next: Reply<'signInSetUp'>) => void; restart: () => void };

/** An account that has to have a second factor gets one before anything else. */
export function SetUpStep({ offer, passed, restart }: Props) {
  const ask = useAsk();
  const [form] = Form.useForm<{ code: string }>();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ code }: { code: string }) => {
    setBusy(true);
    const answer = await ask('signInSetUp', { body: { ticket: offer.ticket, code: code.trim() } });
    setBusy(false);
    if (answer.ok) passed(answer.value);
    else setFault(atCode(form, answer.refusal));
  };
  return (
    <>
      <p className={css.lead}>以后登录除了密码，还要手机上的验证码，别人偷到密码也进不来。</p>
      {fault !== null && <Alert className={css.fault ?? ''} type="error" showIcon title={fault} />}
      <Form form={form} layout="vertical" size="large" onFinish={submit} requiredMark={false}>
        <Offer offer={offer} isNeeded />
        <Button type="primary" htmlType="submit" className={css.submit ?? ''} block loading={isBusy}>
          设好，接着登录
        </Button>
      </Form>
      <div className={css.acts}>
        <Button className={css.plain ?? ''} type="link" onClick={restart}>
          换个账号
        </Button>
      </div>
    </>
  );
}
