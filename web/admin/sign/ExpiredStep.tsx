import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { PASSWORD_PROFILES, type ProfileName } from '../../../shared/actor/password.ts';
import { putAtField } from '../../desk/parts/field-errors.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { NewPassword } from './NewPassword.tsx';
import css from './sign.module.css';

type Props = {
  profile: ProfileName;
  username: string;
  passed: (next: Reply<'signInPassword'>) => void;
  restart: () => void;
};

/** The password was right, but too old: nothing else before it is changed. */
export function ExpiredStep({ profile, username, passed, restart }: Props) {
  const ask = useAsk();
  const [form] = Form.useForm<{ password: string }>();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ password }: { password: string }) => {
    setBusy(true);
    const answer = await ask('signInPassword', { body: { password } });
    setBusy(false);
    if (answer.ok) passed(answer.value);
    else setFault(putAtField(form, answer.refusal));
  };
  const { days } = PASSWORD_PROFILES[profile];
  return (
    <>
      <p className={css.lead}>{days === null ? '密码要换一个。' : `密码每 ${days} 天要换一次，换好就能进去。`}</p>
      {fault !== null && <Alert className={css.fault ?? ''} type="error" showIcon title={fault} />}
      <Form form={form} layout="vertical" size="large" onFinish={submit} requiredMark={false}>
        <NewPassword profile={profile} username={username} />
        <Button type="primary" htmlType="submit" className={css.submit ?? ''} block loading={isBusy}>
          换好，接着登录
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
