import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { putAtField } from '../../desk/parts/field-errors.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { useFresh } from '../../desk/use-fresh.ts';
import { newId } from '../../platform/ids.ts';
import { AccountFields, type TypedFacts } from './AccountFields.tsx';
import css from './accounts.module.css';
import type { AccountWhole } from './whole.ts';

/** Name, union, functions and stations; says what saving does to who is signed in. */
export function EditForm({ account }: { account: AccountWhole }) {
  const ask = useAsk();
  const fresh = useFresh();
  const queries = useQueryClient();
  const [form] = Form.useForm<TypedFacts>();
  const [isOpen, setOpen] = useState(false);
  const [commandId, setCommandId] = useState(() => newId(crypto));
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { id, rev, fullName, union, functions, stations } = account;
  const submit = async ({ stations: chosen, ...typed }: TypedFacts) => {
    const body = { ...typed, commandId, rev, stations: chosen ?? [] };
    setBusy(true);
    const answer = await fresh(() => ask('editAccount', { params: { id }, body }));
    setBusy(false);
    if (!answer.ok) return setFault(putAtField(form, answer.refusal));
    setOpen(false);
    await queries.invalidateQueries();
  };
  return (
    <section className={css.part}>
      <h2>资料和职责</h2>
      {!isOpen && <Button onClick={() => setOpen(true)}>修改</Button>}
      {isOpen && (
        <Form
          form={form}
          layout="vertical"
          onFinish={submit}
          onValuesChange={() => setCommandId(newId(crypto))}
          requiredMark={false}
          initialValues={{ fullName, union: union.id, functions, stations: stations.map((one) => one.id) }}
        >
          {fault !== null && <Alert className={css.fault ?? ''} type="error" showIcon title={fault} />}
          <AccountFields unionName={union.name} known={stations} />
          <p className={css.note}>改了工会、职责或站点，这个人的登录马上结束，重新登录后按新的来。只改姓名不影响。</p>
          <div className={css.acts}>
            <Button type="primary" htmlType="submit" loading={isBusy}>
              保存
            </Button>
            <Button onClick={() => setOpen(false)}>先不改</Button>
          </div>
        </Form>
      )}
    </section>
  );
}
