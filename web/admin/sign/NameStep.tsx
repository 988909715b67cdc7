import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { putAtField } from '../../desk/parts/field-errors.ts';
import { useAnswer, useAsk } from '../../desk/use-ask.tsx';
import type { Reply, Unanswered } from '../../platform/ask.ts';
import css from './sign.module.css';

type Typed = { username: string; password: string };

type Props = { passed: (next: Reply<'signIn'>) => void; named: (username: string) => void };

export function NameStep({ passed, named }: Props) {
  const ask = useAsk();
  const [form] = Form.useForm<Typed>();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ username, password }: Typed) => {
    setBusy(true);
    named(username.trim());
    const answer = await ask('signIn', { body: { username: username.trim(), password } });
    setBusy(false);
    if (answer.ok) passed(answer.value);
    else setFault(putAtField(form, atPassword(answer.refusal)));
  };
  return (
    <>
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
          name="username"
          label="用户名"
          rules={[{ required: true, whitespace: true, message: '输入用户名。' }]}
        >
          <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '输入密码。' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" className={css.submit ?? ''} block loading={isBusy}>
          登录
        </Button>
      </Form>
      <Demo pick={(username) => form.setFieldsValue({ username })} />
      <p className={css.forgot}>忘了密码、换了手机，或者还没有账号：找本工会的安全管理员。</p>
    </>
  );
}

/** Which of the two was wrong is not said; the password is what is typed again. */
function atPassword(why: Unanswered): Unanswered {
  if (why.kind !== 'refused' || why.problem.kind !== 'sign-in-failed') return why;
  return { ...why, problem: { ...why.problem, field: 'password' } };
}

/** On a trial machine: who there is to look round as. */
function Demo({ pick }: { pick: (username: string) => void }) {
  const { data } = useAnswer('session');
  if (data === undefined || data.demo.length === 0) return null;
  return (
    <section className={css.demo} aria-label="示例账号">
      <p>试用环境有示例账号，密码打印在启动服务的窗口里：</p>
      <div className={css.demoList}>
        {data.demo.map(({ username, name }) => (
          <Button key={username} size="small" title={username} onClick={() => pick(username)}>
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}
