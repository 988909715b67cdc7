import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { Tag } from '../../desk/parts/Tag.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { useFresh } from '../../desk/use-fresh.ts';
import type { Reply } from '../../platform/ask.ts';
import { atCode } from './at-code.ts';
import { Offer, type OfferFacts } from './Offer.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import css from './sign.module.css';

/** Setting up, replacing, and new recovery codes: each with the password given once more. */
export function MySecondFactor({ account }: { account: Reply<'myAccount'> }) {
  const ask = useAsk();
  const fresh = useFresh();
  const queries = useQueryClient();
  const [offer, setOffer] = useState<OfferFacts | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const begin = async () => {
    const answer = await fresh(() => ask('offerSecondFactor'));
    setFault(answer.ok ? null : unansweredText(answer.refusal));
    if (answer.ok) setOffer(answer.value);
  };
  const renew = async () => {
    const answer = await fresh(() => ask('renewRecovery'));
    setFault(answer.ok ? null : unansweredText(answer.refusal));
    if (answer.ok) setCodes(answer.value.recovery);
  };
  const close = async () => {
    setCodes(null);
    await queries.invalidateQueries();
  };
  const { secondFactor, recoveryLeft } = account;
  return (
    <section className={css.part}>
      <h2>两步验证</h2>
      <p className={css.lead}>
        <Tag tone={secondFactor ? 'ok' : 'soon'}>{secondFactor ? '已设好' : '还没设'}</Tag>{' '}
        {secondFactor
          ? `登录时要手机上的验证码。恢复码还剩 ${recoveryLeft} 个。`
          : '设好以后，登录除了密码还要手机上的验证码，别人偷到密码也进不来。'}
      </p>
      {fault !== null && <Alert className={css.fault ?? ''} type="error" showIcon title={fault} />}
      <div className={css.acts}>
        <Button type={secondFactor ? 'default' : 'primary'} onClick={begin}>
          {secondFactor ? '换手机，重设两步验证' : '设两步验证'}
        </Button>
        {secondFactor && <Button onClick={renew}>换十个新恢复码</Button>}
      </div>
      {offer !== null && <Confirm offer={offer} close={() => setOffer(null)} done={setCodes} />}
      {codes !== null && (
        <Modal open title="存好恢复码" footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
          <RecoveryCodes codes={codes} done={close} />
        </Modal>
      )}
    </section>
  );
}

type Props = { offer: OfferFacts; close: () => void; done: (codes: readonly string[]) => void };

function Confirm({ offer, close, done }: Props) {
  const ask = useAsk();
  const fresh = useFresh();
  const [form] = Form.useForm<{ code: string }>();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ code }: { code: string }) => {
    setBusy(true);
    const answer = await fresh(() => ask('setSecondFactor', { body: { ticket: offer.ticket, code: code.trim() } }));
    setBusy(false);
    if (!answer.ok) return setFault(atCode(form, answer.refusal));
    close();
    done(answer.value.recovery);
  };
  return (
    <Modal
      open
      title="设两步验证"
      okText="确认"
      cancelText="先不设"
      okButtonProps={{ loading: isBusy }}
      onOk={form.submit}
      onCancel={close}
    >
      <p className={css.lead}>确认以后，原来手机上的验证码和恢复码都作废，别处的登录都会结束。</p>
      {fault !== null && <Alert className={css.fault ?? ''} type="error" showIcon title={fault} />}
      <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
        <Offer offer={offer} isNeeded />
      </Form>
    </Modal>
  );
}
