import { Alert, Form, Input, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import { putAtField } from '../../desk/parts/field-errors.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import css from './sign.module.css';

/** Before what cannot be taken back: is it still the same person at this desk. */
export function FreshDialog({ done }: { done: (isRight: boolean) => void }) {
  const ask = useAsk();
  const [form] = Form.useForm<{ password: string }>();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<InputRef>(null);
  const submit = async ({ password }: { password: string }) => {
    setBusy(true);
    const answer = await ask('giveFresh', { body: { password } });
    setBusy(false);
    if (answer.ok) done(true);
    else setFault(putAtField(form, answer.refusal));
  };
  return (
    <Modal
      open
      title="再输一次密码"
      okText="确认"
      cancelText="先不做"
      okButtonProps={{ loading: isBusy }}
      onOk={form.submit}
      onCancel={() => done(false)}
      // The dialog takes the keyboard for itself while it opens.
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
    >
      <p className={css.lead}>这一步比较要紧，确认是你本人在操作。之后五分钟内不再问。</p>
      {fault !== null && <Alert className={css.fault ?? ''} type="error" showIcon title={fault} />}
      <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '输入登录密码。' }]}>
          <Input.Password ref={field} autoComplete="current-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
