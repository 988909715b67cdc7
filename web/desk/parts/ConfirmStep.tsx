import { Alert, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import css from './parts.module.css';

type Props = {
  /** What is done, as the button names it: `暂停`. */
  title: string;
  /** What happens then, above all to workers. */
  children: ReactNode;
  reason: 'required' | 'optional' | 'none';
  /** Ends or closes something: the button is red. */
  isGrave?: boolean;
  /** Does it; answers the sentence of what went wrong, or null. */
  act: (reason: string) => Promise<string | null>;
  close: () => void;
};

const REASON_MOST = 500;

/** Asks once more before a step, with what it means to workers, and why it is taken. Mounted = open. */
export function ConfirmStep({ title, children, reason, isGrave = false, act, close }: Props) {
  const [form] = Form.useForm<{ reason?: string }>();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async ({ reason: why }: { reason?: string }) => {
    setBusy(true);
    const said = await act((why ?? '').trim());
    setBusy(false);
    setFault(said);
    if (said === null) close();
  };
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText="先不做"
      okButtonProps={{ danger: isGrave, loading: isBusy }}
      onOk={form.submit}
      onCancel={close}
    >
      <div className={css.what}>
        {children}
        {fault !== null && <Alert type="error" showIcon title={fault} />}
      </div>
      <Form form={form} layout="vertical" onFinish={submit}>
        {reason !== 'none' && (
          <Form.Item
            name="reason"
            label={reason === 'optional' ? '原因（可不填）' : '原因'}
            rules={[{ required: reason === 'required', whitespace: true, message: '写明原因，以后查得到。' }]}
          >
            <Input.TextArea rows={3} maxLength={REASON_MOST} showCount autoFocus />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
