import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { instant } from '../../../shared/kernel/instant.ts';
import { putAtField } from '../../desk/parts/field-errors.ts';
import { When } from '../../desk/parts/When.tsx';
import { exactText } from '../../desk/parts/when.ts';
import { useMe } from '../../desk/signed.tsx';
import { useAsk } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { NewPassword } from './NewPassword.tsx';
import css from './sign.module.css';

type Typed = { current: string; password: string };

export function MyPassword({ account }: { account: Reply<'myAccount'> }) {
  const ask = useAsk();
  const queries = useQueryClient();
  const { username } = useMe();
  const [form] = Form.useForm<Typed>();
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<{ readonly type: 'error' | 'info'; readonly text: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ current, password }: Typed) => {
    setBusy(true);
    const answer = await ask('changePassword', { body: { current, password } });
    setBusy(false);
    if (!answer.ok) {
      const text = putAtField(form, answer.refusal);
      return setSaid(text === null ? null : { type: 'error', text });
    }
    setOpen(false);
    form.resetFields();
    setSaid({ type: 'info', text: '密码换好了，别处的登录都已结束。' });
    await queries.invalidateQueries();
  };
  return (
    <section className={css.part}>
      <h2>密码</h2>
      <p className={css.lead}>
        <When at={account.passwordSince} /> 定的
        {account.passwordEnds !== null && <>，{exactText(instant(account.passwordEnds))} 前要换</>}。
      </p>
      {said !== null && <Alert className={css.fault ?? ''} type={said.type} showIcon title={said.text} role="status" />}
      {!isOpen && <Button onClick={() => setOpen(true)}>换密码</Button>}
      {isOpen && (
        <Form className={css.narrow ?? ''} form={form} layout="vertical" onFinish={submit} requiredMark={false}>
          <Form.Item name="current" label="现在的密码" rules={[{ required: true, message: '输入现在的密码。' }]}>
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <NewPassword profile={account.profile} username={username} />
          <p className={css.lead}>换好以后，别处的登录都会结束，这里继续用。</p>
          <div className={css.acts}>
            <Button type="primary" htmlType="submit" loading={isBusy}>
              换密码
            </Button>
            <Button onClick={() => setOpen(false)}>先不换</Button>
          </div>
        </Form>
      )}
    </section>
  );
}
