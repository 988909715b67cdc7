import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { addDays, dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { parse } from '../../../shared/wire/parse.ts';
import { ROUTES } from '../../../shared/wire/route.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { useFresh } from '../../desk/use-fresh.ts';
import { useNow } from '../../desk/use-now.ts';
import { newId } from '../../platform/ids.ts';
import css from './open-data.module.css';

type Wish = { name: string; endsOn: string };

/** Makes a key and shows it, this once. */
export function NewKey({ close }: { close: () => void }) {
  const [form] = Form.useForm<Wish>();
  const { make, key, fault, isBusy } = useMaking();
  const nextYear = dateText(addDays(dayOf(useNow()), 365));
  if (key !== null) return <KeyShown of={key} close={close} />;
  return (
    <Modal
      open
      title="发一个密钥"
      okText="发密钥"
      cancelText="先不发"
      okButtonProps={{ loading: isBusy }}
      onOk={form.submit}
      onCancel={close}
    >
      <Form form={form} layout="vertical" initialValues={{ endsOn: nextYear }} onFinish={make}>
        <Form.Item
          name="name"
          label="给哪个单位"
          extra="写单位名称，不写个人。操作日志里留着。"
          rules={[{ required: true, whitespace: true, message: '写上单位名称。' }]}
        >
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="endsOn" label="用到哪天" rules={[{ required: true, message: '选一天。' }]}>
          <Input type="date" />
        </Form.Item>
      </Form>
      {fault !== null && <Alert type="error" showIcon title={fault} />}
    </Modal>
  );
}

function KeyShown({ of, close }: { of: string; close: () => void }) {
  return (
    <Modal open title="密钥发好了" onCancel={close} footer={<Button onClick={close}>记下了，关上</Button>}>
      <p>只显示这一次，关上以后谁也看不到了。现在就交给对方保管。</p>
      <code className={css.key}>{of}</code>
      <p className={css.note}>请求头这样写：</p>
      <code className={css.key}>Authorization: Bearer {of}</code>
    </Modal>
  );
}

/** The same intent pressed twice is one key. */
function useMaking() {
  const ask = useAsk();
  const fresh = useFresh();
  const queries = useQueryClient();
  const [id, setId] = useState(() => newId(window.crypto));
  const [key, setKey] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const make = async (wish: Wish) => {
    const body = parse(ROUTES.partnerMake.body, { ...wish, id });
    if (!body.ok) return setFault(sentence(body.refusal));
    setBusy(true);
    const answer = await fresh(() => ask('partnerMake', { body: body.value }));
    setBusy(false);
    setFault(answer.ok ? null : unansweredText(answer.refusal));
    if (!answer.ok && answer.refusal.kind === 'refused') setId(newId(window.crypto));
    if (answer.ok) setKey(answer.value.key);
    await queries.invalidateQueries({ queryKey: ['partners'] });
  };
  return { make, key, fault, isBusy };
}
