import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { MOST } from '../../../shared/report/report.ts';
import { REPORT_STEP_WORDS } from '../../../shared/words/report.ts';
import { OneOf } from '../../desk/parts/Chips.tsx';
import css from './inbox.module.css';
import type { Answering } from './use-answering.ts';
import { kindText, type ReportView, type Settling, TEMPLATES, templatesFor } from './words.ts';

type Props = { reports: readonly ReportView[]; answer: Answering; close: () => void };

/** The union's word on one report or on several: it is read by whoever sent them. Mounted = open. */
export function AnswerDialog({ reports, answer, close }: Props) {
  const [settling, setSettling] = useState<Settling>('resolve');
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [form] = Form.useForm<{ answer?: string }>();
  const submit = async ({ answer: text }: { answer?: string }) => {
    setBusy(true);
    const said = await answer(reports, { kind: settling, answer: (text ?? '').trim() });
    setBusy(false);
    setFault(said);
    if (said === null) close();
  };
  const kinds = reports.map(({ kind }) => kind);
  return (
    <Modal
      open
      title={reports.length === 1 ? '答复这条反馈' : `一起答复 ${reports.length} 条反馈`}
      okText={`${REPORT_STEP_WORDS[settling]}并答复`}
      cancelText="先不答复"
      okButtonProps={{ loading: isBusy }}
      onOk={form.submit}
      onCancel={close}
    >
      <p className={css.what}>{[...new Set(reports.map(kindText))].join('、')}</p>
      {fault !== null && <Alert type="error" showIcon title={fault} />}
      <Form form={form} layout="vertical" onFinish={submit} disabled={isBusy}>
        <Form.Item label="怎么办的">
          <OneOf
            label="怎么办的"
            options={[
              { value: 'resolve', word: '办结' },
              { value: 'dismiss', word: '不予受理' },
            ]}
            value={settling}
            onChange={setSettling}
          />
        </Form.Item>
        <fieldset className={css.templates} aria-label="常用答复，点一下填进去再改">
          {templatesFor(settling, kinds).map(({ title, text }) => (
            <button
              key={title}
              type="button"
              className={css.template}
              onClick={() => form.setFieldsValue({ answer: withTemplate(form.getFieldValue('answer'), text) })}
            >
              {title}
            </button>
          ))}
        </fieldset>
        <Form.Item
          name="answer"
          label="答复（反馈的人看得到）"
          extra="别写人名和手机号。"
          rules={[{ required: true, whitespace: true, message: '写一句答复，别让人白等。' }]}
        >
          <Input.TextArea rows={4} maxLength={MOST.answer} showCount autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** One template takes the place of another; what the clerk wrote stays, and the template follows it. */
function withTemplate(written: string | undefined, text: string): string {
  const own = (written ?? '').trim();
  const isTemplate = Object.values(TEMPLATES).some((list) => list.some((template) => template.text === own));
  return own === '' || isTemplate ? text : `${own}\n${text}`;
}
