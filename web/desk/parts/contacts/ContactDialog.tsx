import { useQueryClient } from '@tanstack/react-query';
import { Alert, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { dateText, dayOf, parseDate } from '../../../../shared/kernel/instant.ts';
import { CONTACT_ROLES, type ContactRole, mobileOf } from '../../../../shared/station/contact.ts';
import { CONTACT_ROLE_WORDS } from '../../../../shared/words/station.ts';
import { newId } from '../../../platform/ids.ts';
import { useAsk } from '../../use-ask.tsx';
import { useNow } from '../../use-now.ts';
import { putAtField } from '../field-errors.ts';
import { stationIdOf } from '../ids.ts';
import type { Contact } from './contact.ts';

type Values = {
  readonly role: ContactRole;
  readonly name?: string;
  readonly mobile?: string;
  readonly purpose: string;
  readonly consentOn: string;
  readonly consent: boolean;
};

type Props = { station: string; contact: Contact | null; close: () => void };

/** A person is written down with what for and that they agreed; changing one whose number was only seen masked keeps it. */
export function ContactDialog({ station, contact, close }: Props) {
  const [form] = Form.useForm<Values>();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = useSave(station, contact);
  const today = dateText(dayOf(useNow()));
  const first: Partial<Values> =
    contact === null ? { role: 'keeper', consentOn: today } : { ...contact, name: '', consentOn: contact.consentOn };
  const submit = async (values: Values) => {
    setBusy(true);
    const answer = await save(values);
    setBusy(false);
    if (answer.ok) close();
    else setFault(putAtField(form, answer.refusal));
  };
  return (
    <Modal
      open
      title={contact === null ? '登记联系人' : '改联系人'}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ loading: isBusy }}
      onOk={form.submit}
      onCancel={close}
    >
      {fault !== null && <Alert type="error" showIcon title={fault} />}
      <Form
        name="contact"
        form={form}
        layout="vertical"
        initialValues={first}
        onFinish={submit}
        scrollToFirstError={{ focus: true }}
      >
        <ContactFields isNew={contact === null} />
      </Form>
    </Modal>
  );
}

function ContactFields({ isNew }: { isNew: boolean }) {
  const keeps = isNew ? null : '不填就保持原来的。';
  return (
    <>
      <Form.Item name="role" label="是什么人" rules={[{ required: true }]}>
        <Select options={CONTACT_ROLES.map((value) => ({ value, label: CONTACT_ROLE_WORDS[value] }))} />
      </Form.Item>
      <Form.Item
        name="name"
        label="姓名"
        extra={keeps}
        rules={[{ required: isNew, whitespace: isNew, message: '姓名还没填。' }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="mobile"
        label="手机"
        extra={keeps}
        rules={[{ required: isNew, message: '手机还没填。' }, { validator: async (_, text) => checkMobile(text) }]}
      >
        <Input inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="purpose"
        label="用途"
        rules={[{ required: true, whitespace: true, message: '写明做什么用，如：站点开门、设施维修联系。' }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="consentOn" label="本人哪天同意的" rules={[{ required: true, message: '日期还没填。' }]}>
        <Input type="date" />
      </Form.Item>
      <Form.Item
        name="consent"
        valuePropName="checked"
        rules={[
          {
            validator: async (_, agreed) =>
              agreed === true ? undefined : Promise.reject(new Error('要本人同意才能登记。')),
          },
        ]}
      >
        <Checkbox>本人知道用途，同意登记姓名和手机；离岗后可以要求抹去</Checkbox>
      </Form.Item>
    </>
  );
}

async function checkMobile(text: unknown): Promise<void> {
  if (typeof text !== 'string' || text === '' || mobileOf(text) !== null) return;
  throw new Error('手机号是 11 位数字，再核对一遍。');
}

function useSave(station: string, contact: Contact | null) {
  const today = dayOf(useNow());
  const ask = useAsk();
  const queries = useQueryClient();
  const [fresh] = useState(() => newId(window.crypto));
  return async ({ role, name, mobile, purpose, consentOn }: Values) => {
    const day = parseDate(consentOn);
    const answer = await ask('contactPut', {
      body: {
        id: newId(window.crypto),
        station: stationIdOf(station),
        contact: contact?.id ?? fresh,
        role,
        name: name?.trim() ? name : null,
        mobile: mobile?.trim() ? mobile : null,
        purpose,
        consentOn: dateText(day ?? today),
        consent: true,
      },
    });
    if (answer.ok) await queries.invalidateQueries({ queryKey: ['deskStation'] });
    return answer;
  };
}
