import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAsk } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { atCode } from './at-code.ts';
import css from './sign.module.css';

type Props = { passed: (next: Reply<'signInCode'>) => void; restart: () => void };

/** The second step: six figures from the phone, or a recovery code where the phone is gone. */
export function CodeStep({ passed, restart }: Props) {
  const ask = useAsk();
  const [form] = Form.useForm<{ code: string }>();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isRecovery, setRecovery] = useState(false);
  const submit = async ({ code }: { code: string }) => {
    setBusy(true);
    const answer = await ask('signInCode', { body: { code: code.trim() } });
    setBusy(false);
    if (answer.ok) passed(answer.value);
    else setFault(atCode(form, answer.refusal));
  };
  const change = () => {
    form.resetFields();
    setFault(null);
    setRecovery(!isRecovery);
  };
  return (
    <>
      <p className={css.lead}>
        {isRecovery ? '输入一个没用过的恢复码，每个只能用一次。' : '打开手机上的验证器，输入“歇脚”现在的六位数。'}
      </p>
      {fault !== null && <Alert className={css.fault ?? ''} type="error" showIcon title={fault} />}
      <Form
        form={form}
        layout="vertical"
        size="large"
        onFinish={submit}
        requiredMark={false}
        validateTrigger="onSubmit"
      >
        <Form.Item
          key={isRecovery ? 'recovery' : 'code'}
          name="code"
          label={isRecovery ? '恢复码' : '验证码'}
          rules={[{ required: true, whitespace: true, message: isRecovery ? '输入恢复码。' : '输入六位验证码。' }]}
        >
          {isRecovery ? (
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} placeholder="xxxx-xxxx-xxxx" autoFocus />
          ) : (
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={7} autoFocus />
          )}
        </Form.Item>
        <Button type="primary" htmlType="submit" className={css.submit ?? ''} block loading={isBusy}>
          登录
        </Button>
      </Form>
      <div className={css.acts}>
        <Button className={css.plain ?? ''} type="link" onClick={change}>
          {isRecovery ? '改用验证码' : '手机不在身边，用恢复码'}
        </Button>
        <Button className={css.plain ?? ''} type="link" onClick={restart}>
          换个账号
        </Button>
      </div>
    </>
  );
}
