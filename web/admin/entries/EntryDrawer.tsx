import { Alert, Button, Drawer, Form, Input } from 'antd';
import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { ENTRY_MOST, entryTerm } from '../../../shared/station/entry-check.ts';
import { ENTRY_KIND_WORDS, entryFieldName } from '../../../shared/words/entry.ts';
import { useNow } from '../../desk/use-now.ts';
import { Clash } from './Clash.tsx';
import css from './entries.module.css';
import { FieldsOf } from './fields/FieldsOf.tsx';
import { StationSelect } from './StationSelect.tsx';
import { type Opened, useEntryForm } from './use-entry-form.ts';

type Props = { opened: Opened; rectifyDays: number; done: (id: string) => void; close: () => void };

/** Its id too, for the buttons below it. */
const FORM = 'entry';

/** One entry of a kind: kept anew, or put right. Mounted = open. */
export function EntryDrawer({ opened, rectifyDays, done, close }: Props) {
  const { kind, entry } = opened;
  const term = entryTerm(kind);
  const keeping = useEntryForm(opened, done);
  const today = dateText(dayOf(useNow()));
  const title = `${entry === null ? '记' : '更正'}${ENTRY_KIND_WORDS[kind]}`;
  return (
    <Drawer
      open
      title={title}
      size={480}
      onClose={close}
      footer={
        <div className={css.acts}>
          <Button type="primary" htmlType="submit" form={FORM} loading={keeping.isBusy}>
            保存
          </Button>
          <Button onClick={close}>先不记</Button>
        </div>
      }
    >
      <Form
        name={FORM}
        form={keeping.form}
        layout="vertical"
        requiredMark={false}
        initialValues={keeping.first}
        onValuesChange={keeping.changed}
        onFinish={() => keeping.submit(keeping.form.getFieldsValue(true))}
      >
        <Above keeping={keeping} id={entry?.id ?? null} />
        <StationField opened={opened} />
        <Form.Item name={term} label={entryFieldName(term)}>
          {term === 'month' ? (
            <Input type="month" max={today.slice(0, 7)} />
          ) : term === 'year' ? (
            <YearInput />
          ) : (
            <Input type="date" max={today} />
          )}
        </Form.Item>
        <FieldsOf kind={kind} rectifyDays={rectifyDays} />
        <Form.Item name="note" label="说明（可不填）" extra="不写个人的姓名和电话。">
          <Input.TextArea rows={2} maxLength={ENTRY_MOST.note} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

function YearInput({ value, onChange, id }: { value?: number | null; onChange?: (year: number) => void; id?: string }) {
  return (
    <Input
      type="number"
      inputMode="numeric"
      {...(id !== undefined && { id })}
      value={value ?? ''}
      onChange={({ target }) => onChange?.(Number(target.value))}
    />
  );
}

/** What stands above the form: that it goes on where one stopped, what went wrong, who was faster. */
function Above({ keeping, id }: { keeping: ReturnType<typeof useEntryForm>; id: string | null }) {
  return (
    <div className={css.above}>
      {keeping.isRestored && (
        <Alert
          type="info"
          showIcon
          title="接着上次没保存的填。"
          action={
            <Button size="small" onClick={keeping.startOver}>
              从头填
            </Button>
          }
        />
      )}
      {keeping.fault !== null && <Alert type="error" showIcon title={keeping.fault} />}
      {keeping.clash !== null && id !== null && <Clash id={id} typed={keeping.form.getFieldsValue(true)} />}
    </div>
  );
}

/** Of a station, or of the union as a whole. */
const OF_EITHER: readonly Opened['kind'][] = ['funding', 'activity', 'gift', 'reach'];

function StationField({ opened: { kind, entry } }: { opened: Opened }) {
  const result = Form.useWatch('result');
  if (kind === 'honour' && result === 'quota') return null;
  const isOptional = OF_EITHER.includes(kind);
  return (
    <Form.Item
      name="station"
      label={isOptional ? '站点（不选就是工会整体的）' : '站点'}
      rules={[{ required: !isOptional, message: '选一个站点。' }]}
    >
      <StationSelect chosenName={entry?.station?.name} isFixed={entry !== null} />
    </Form.Item>
  );
}
