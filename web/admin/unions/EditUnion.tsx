import { useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { UnionId } from '../../../shared/station/station.ts';
import type { RouteBody } from '../../../shared/wire/route.ts';
import { putAtField } from '../../desk/parts/field-errors.ts';
import { UnionSelect } from '../../desk/parts/UnionSelect.tsx';
import { useAsk } from '../../desk/use-ask.tsx';
import { newId } from '../../platform/ids.ts';
import { DOING_WORDS, type Doing, type UnionItem } from './words.ts';

type Edit = RouteBody<'unionEdit'>['edit'];
type Values = {
  readonly edit?: { readonly name?: string; readonly parent?: string; readonly as?: 'town' | 'industry' };
  readonly reason?: string;
};

/** One change of the tree, with its reason; the id of the command stays the same until it is done, however often it is sent. */
export function EditUnion({ doing, union, close }: { doing: Doing; union: UnionItem; close: () => void }) {
  const [form] = Form.useForm<Values>();
  const ask = useAsk();
  const queries = useQueryClient();
  const [id, setId] = useState(() => newId(window.crypto));
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async (values: Values) => {
    setBusy(true);
    const answer = await ask('unionEdit', {
      body: { id, edit: editOf(doing, union, values), reason: values.reason ?? null },
    });
    setBusy(false);
    if (answer.ok) {
      await queries.invalidateQueries({ queryKey: ['unions'] });
      close();
      return;
    }
    // Refused and then changed, it is another command.
    if (answer.refusal.kind === 'refused') setId(newId(window.crypto));
    setFault(putAtField(form, answer.refusal));
  };
  return (
    <Modal
      open
      title={`${DOING_WORDS[doing]}：${union.name}`}
      okText={DOING_WORDS[doing]}
      cancelText="先不做"
      okButtonProps={{ danger: doing === 'close', loading: isBusy }}
      onOk={form.submit}
      onCancel={close}
    >
      <Form form={form} layout="vertical" onFinish={save} initialValues={{ edit: firstOf(doing, union) }}>
        {fault !== null && <Alert type="error" showIcon title={fault} style={{ marginBottom: 12 }} />}
        <p style={{ marginBottom: 12 }}>{MEANS[doing]}</p>
        <Fields doing={doing} union={union} />
        <Form.Item name="reason" label="原因（可不填，记入操作日志）">
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

const MEANS: { readonly [D in Doing]: string } = {
  add: '新工会建好后，安全管理员可以给它开账号，站点也可以改由它主管。',
  rename: '站点页和操作日志以后都用新名字，旧的记录不变。',
  move: '它和它的下级一起移过去，新上级从现在起能看到它们的站点。',
  close: '没有下级工会、站点和能用的账号时才能撤销；撤销后还可以恢复。',
  reopen: '恢复后可以再开账号、再管站点。',
};

function Fields({ doing, union }: { doing: Doing; union: UnionItem }) {
  if (doing === 'close' || doing === 'reopen') return null;
  if (doing === 'move') {
    return (
      <Form.Item
        name={['edit', 'parent']}
        label="移到哪个上级下面"
        rules={[{ required: true, message: '选一个上级工会。' }]}
      >
        <UnionSelect />
      </Form.Item>
    );
  }
  const mayBeTown = union.kind === 'region' && (union.level === 'county' || union.level === 'city');
  return (
    <>
      {doing === 'add' && (
        <Form.Item name={['edit', 'as']} label="哪一种">
          <Radio.Group
            options={[
              ...(mayBeTown ? [{ value: 'town', label: '乡镇街道工会' }] : []),
              { value: 'industry', label: '行业工会' },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item
        name={['edit', 'name']}
        label="工会名称"
        rules={[{ required: true, whitespace: true, message: '写上工会的全名。' }]}
      >
        <Input maxLength={60} autoFocus />
      </Form.Item>
    </>
  );
}

function firstOf(doing: Doing, union: UnionItem): NonNullable<Values['edit']> {
  if (doing === 'rename') return { name: union.name };
  const isTown = union.kind === 'region' && union.level === 'county';
  return doing === 'add' ? { as: isTown ? 'town' : 'industry' } : {};
}

function editOf(doing: Doing, { id }: UnionItem, { edit = {} }: Values): Edit {
  // Ids of the list are ids of unions.
  const union = id as UnionId;
  const name = edit.name?.trim() ?? '';
  if (doing === 'add') return { kind: 'add', as: edit.as ?? 'industry', parent: union, name };
  if (doing === 'rename') return { kind: 'rename', union, name };
  if (doing === 'move') return { kind: 'move', union, parent: (edit.parent ?? '') as UnionId };
  return { kind: doing, union };
}
