import { Button, Form, Input, Select } from 'antd';
import { addDays, dateText, dayOf, parseDate } from '../../../../shared/kernel/instant.ts';
import { EXIT_REASONS } from '../../../../shared/station/command.ts';
import { INSPECTION_KINDS } from '../../../../shared/station/entry.ts';
import { ENTRY_MOST } from '../../../../shared/station/entry-check.ts';
import { INSPECTION_KIND_WORDS } from '../../../../shared/words/entry.ts';
import { EXIT_REASON_WORDS } from '../../../../shared/words/station.ts';
import { useNow } from '../../../desk/use-now.ts';
import css from '../entries.module.css';
import { ChoiceField } from './ChoiceField.tsx';
import { NumberField } from './NumberField.tsx';

const REASONS = EXIT_REASONS.map((value) => ({ value, label: EXIT_REASON_WORDS[value] }));

/** What was looked at and found, and by when it is put right. */
export function InspectionFields({ rectifyDays }: { rectifyDays: number }) {
  const kind = Form.useWatch('kind');
  const form = Form.useFormInstance();
  const today = dayOf(useNow());
  const hasFindings = (Form.useWatch('findings') ?? []).length > 0;
  const begin = () => {
    if (form.getFieldValue('rectifyBy')) return;
    const day = parseDate(form.getFieldValue('day') ?? '') ?? today;
    form.setFieldValue('rectifyBy', dateText(addDays(day, rectifyDays)));
  };
  return (
    <>
      <ChoiceField name="kind" label="哪种巡查" codes={INSPECTION_KINDS} words={INSPECTION_KIND_WORDS} />
      {kind === 'annual' && (
        <p className={css.hint}>记下以后算今年看过，站点从“年度复验”待办里去掉；应复验的日期自动带上。</p>
      )}
      <Form.Item name="dueOn" label="应当在哪天前巡查（没有安排就空着）">
        <Input type="date" />
      </Form.Item>
      <NumberField name="looked" label="查了几项" />
      <Findings begin={begin} />
      {hasFindings && (
        <>
          <Form.Item name="rectifyBy" label="要求哪天前整改好">
            <Input type="date" />
          </Form.Item>
          <Form.Item name="rectifiedOn" label="哪天整改好的（还没好就空着）">
            <Input type="date" max={dateText(today)} />
          </Form.Item>
        </>
      )}
    </>
  );
}

function Findings({ begin }: { begin: () => void }) {
  return (
    <Form.List name="findings">
      {(fields, { add, remove }) => (
        <fieldset className={css.findings}>
          <legend>发现的问题</legend>
          {fields.length === 0 && <p className={css.hint}>没发现问题就不用填。</p>}
          {fields.map(({ key, name }) => (
            <div key={key} className={css.finding}>
              <Form.Item
                name={[name, 'item']}
                label={`问题 ${name + 1}`}
                rules={[{ required: true, whitespace: true, message: '写一句发现了什么。' }]}
              >
                <Input maxLength={ENTRY_MOST.item} />
              </Form.Item>
              <Form.Item name={[name, 'reason']} label={`问题 ${name + 1} 属于哪类（可不选）`}>
                <Select allowClear options={REASONS} placeholder="不选" />
              </Form.Item>
              <Button onClick={() => remove(name)}>去掉问题 {name + 1}</Button>
            </div>
          ))}
          <Button
            onClick={() => {
              begin();
              add({ item: '', reason: null });
            }}
          >
            加一个问题
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
