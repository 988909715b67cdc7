import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form, Input } from 'antd';
import { useState } from 'react';
import { putAtField } from '../../desk/parts/field-errors.ts';
import { useMe } from '../../desk/signed.tsx';
import { useAsk } from '../../desk/use-ask.tsx';
import { useFresh } from '../../desk/use-fresh.ts';
import type { Reply } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import { AccountFields, type TypedFacts } from './AccountFields.tsx';
import css from './accounts.module.css';
import { InviteLink } from './InviteLink.tsx';

type Typed = TypedFacts & { username: string };
type Invite = Reply<'inviteAccount'>['invite'];

/** A new account: what it is for, and then the link for the person it is for. */
export function InviteDrawer({ close }: { close: () => void }) {
  const ask = useAsk();
  const fresh = useFresh();
  const queries = useQueryClient();
  const { union } = useMe();
  const [form] = Form.useForm<Typed>();
  // One id for one invitation: sent again after a broken line it is the same one.
  const [commandId, setCommandId] = useState(() => newId(crypto));
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [made, setMade] = useState<{ readonly invite: Invite; readonly fullName: string } | null>(null);
  const submit = async ({ stations, ...typed }: Typed) => {
    const body = { ...typed, commandId, stations: stations ?? [] };
    setBusy(true);
    const answer = await fresh(() => ask('inviteAccount', { body }));
    setBusy(false);
    if (!answer.ok) return setFault(putAtField(form, answer.refusal));
    setMade({ invite: answer.value.invite, fullName: typed.fullName });
    await queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  return (
    <Drawer open title="邀请一个人" size={480} onClose={close}>
      {made !== null && <InviteLink {...made} done={close} />}
      {made === null && (
        <Form
          form={form}
          layout="vertical"
          onFinish={submit}
          onValuesChange={() => setCommandId(newId(crypto))}
          requiredMark={false}
          initialValues={{ union: union.id, functions: [] }}
        >
          {fault !== null && <Alert className={css.fault ?? ''} type="error" showIcon title={fault} />}
          <Form.Item
            name="username"
            label="用户名"
            extra="登录用，定了不能改：3–32 位字母、数字、点、横线。"
            rules={[
              { required: true, message: '想一个用户名。' },
              {
                pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{2,31}$/,
                message: '只用字母、数字、点、横线，3–32 位，如 limin。',
              },
            ]}
          >
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <AccountFields unionName={union.name} known={[]} />
          <p className={css.note}>邀请以后得到一个一次性链接，72 小时内有效。密码由本人定，别人看不到。</p>
          <div className={css.acts}>
            <Button type="primary" htmlType="submit" loading={isBusy}>
              邀请
            </Button>
            <Button onClick={close}>先不邀请</Button>
          </div>
        </Form>
      )}
    </Drawer>
  );
}
