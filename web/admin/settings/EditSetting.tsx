import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { SETTING_RULES } from '../../../shared/station/setting-rules.ts';
import type { SettingValue } from '../../../shared/station/settings.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { RouteBody } from '../../../shared/wire/route.ts';
import { putAtField } from '../../desk/parts/field-errors.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { useNow } from '../../desk/use-now.ts';
import { newId } from '../../platform/ids.ts';
import css from './settings.module.css';
import { ValueField } from './ValueField.tsx';
import { SETTING_WORDS, type SettingItem, valueWords } from './words.ts';

type Values = { readonly value?: SettingValue | null; readonly from?: string; readonly reason?: string };
type Props = { union: { readonly id: string; readonly name: string }; item: SettingItem; close: () => void };

/** One setting from a day on; or, where the union has said something itself, back to what is above it. */
export function EditSetting({ union, item, close }: Props) {
  const [form] = Form.useForm<Values>();
  const today = dateText(dayOf(useNow()));
  const { save, fault, isBusy } = useSaving({ form, union, item, close });
  const isOwn = item.source?.union === union.id || item.coming.length > 0;
  const { title, hint } = SETTING_WORDS[item.key];
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      footer={
        <>
          {isOwn && (
            <Button onClick={() => save({ ...form.getFieldsValue(), value: null })} disabled={isBusy}>
              改回跟上级一样（{valueWords(item.key, item.above)}）
            </Button>
          )}
          <Button onClick={close}>先不改</Button>
          <Button type="primary" onClick={form.submit} loading={isBusy}>
            改
          </Button>
        </>
      }
    >
      <Form form={form} layout="vertical" onFinish={save} initialValues={{ value: item.value, from: today }}>
        {fault !== null && <Alert type="error" showIcon title={fault} className={css.fault ?? ''} />}
        <p className={css.about}>
          {hint}
          这里改的是{union.name}和没有自己定的下级。
        </p>
        <Form.Item name="value" label={title} rules={[{ required: !isText(item), message: '填一个值。' }]}>
          <ValueField settingKey={item.key} />
        </Form.Item>
        <Form.Item name="from" label="从哪天起" rules={[{ required: true, message: '选一个日期，不早于今天。' }]}>
          <Input type="date" min={today} />
        </Form.Item>
        <Form.Item name="reason" label="原因（可不填，记入操作日志）">
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** An own standard may be emptied again. */
function isText({ key }: SettingItem): boolean {
  return SETTING_RULES[key].kind === 'items';
}

type Saving = Props & { readonly form: ReturnType<typeof Form.useForm<Values>>[0] };

function useSaving({ form, union, item, close }: Saving) {
  const ask = useAsk();
  const queries = useQueryClient();
  const [id, setId] = useState(() => newId(window.crypto));
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async ({ value, from, reason }: Values) => {
    setBusy(true);
    // A text that is no date is refused with its sentence.
    const body = { id, key: item.key, value: value ?? null, from: from ?? '', reason: reason ?? null };
    const answer = await ask('settingPut', {
      params: { union: union.id as UnionId },
      body: body as RouteBody<'settingPut'>,
    });
    setBusy(false);
    if (answer.ok) {
      await queries.invalidateQueries({ queryKey: ['settings'] });
      close();
      return;
    }
    // Refused and then changed, it is another command.
    if (answer.refusal.kind === 'refused') setId(newId(window.crypto));
    setFault(putAtField(form, answer.refusal));
  };
  return { save, fault, isBusy };
}
