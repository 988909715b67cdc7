import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { newId } from '../../../platform/ids.ts';
import { useAsk } from '../../use-ask.tsx';
import { unansweredText } from '../unanswered.ts';
import type { Contact } from './contact.ts';
import css from './contacts.module.css';

type Shown = { readonly name: string; readonly mobile: string };

/** Asks what for before it shows, and says that it is written down. What was shown goes when the dialog closes. */
export function RevealDialog({ contact, close }: { contact: Contact; close: () => void }) {
  const ask = useAsk();
  const [form] = Form.useForm<{ purpose: string }>();
  const [shown, show] = useState<Shown | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const reveal = async ({ purpose }: { purpose: string }) => {
    const answer = await ask('contactReveal', {
      params: { id: contact.id },
      body: { id: newId(window.crypto), purpose },
    });
    if (answer.ok) show(answer.value);
    else setFault(unansweredText(answer.refusal));
  };
  return (
    <Modal
      open
      title="看联系人的姓名和手机"
      okText={shown === null ? '看，记入操作日志' : '看好了'}
      cancelText="不看了"
      {...(shown !== null && { cancelButtonProps: { style: { display: 'none' } } })}
      onOk={shown === null ? form.submit : close}
      onCancel={close}
    >
      <p>谁、什么时候、为什么看的，会写进操作日志，审计员查得到。</p>
      {fault !== null && <Alert type="error" showIcon title={fault} />}
      {shown === null ? (
        <Form form={form} layout="vertical" onFinish={reveal}>
          <Form.Item
            name="purpose"
            label="看来做什么"
            rules={[{ required: true, whitespace: true, message: '写明做什么用。' }]}
          >
            <Input maxLength={100} autoFocus />
          </Form.Item>
        </Form>
      ) : (
        <p className={css.shown} role="status">
          <b>{shown.name}</b> <a href={`tel:${shown.mobile}`}>{shown.mobile}</a>
        </p>
      )}
    </Modal>
  );
}
