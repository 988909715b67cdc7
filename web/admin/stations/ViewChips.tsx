import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { ListColumn } from '../../../shared/wire/list-columns.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { putAtField } from '../../desk/parts/field-errors.ts';
import { numberText } from '../../desk/parts/number-text.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import { conditionsOf, filterOf, keptOf, type ListQuery, type Query, sameQuery } from './query.ts';
import css from './stations.module.css';

type Views = Reply<'listViews'>;
type View = Views['views'][number];
type Props = {
  list: ListQuery;
  counts: Reply<'stationCounts'> | undefined;
  views: Views | undefined;
  columns: readonly ListColumn[];
};

type Given = { readonly name: string; readonly query: Query; readonly count: number };

/** What a clerk asks for again and again: given to everybody, then kept by oneself and colleagues. */
export function ViewChips({ list, counts, views, columns }: Props) {
  const [isSaving, setSaving] = useState(false);
  const here = conditionsOf(list.query);
  const kept = views?.views ?? [];
  const open = kept.find((view) => sameQuery(conditionsOf(view.query), here));
  return (
    <div className={css.views}>
      {counts &&
        givenOf(counts).map(({ name, query, count }) => (
          <Chip key={name} isOn={open === undefined && sameQuery(query, here)} go={() => list.replace(query)}>
            {name} {numberText(count)}
          </Chip>
        ))}
      {kept.map((view) => (
        <Chip key={view.id} isOn={open?.id === view.id} go={() => list.replace(opened(view))}>
          {view.name}
          {!view.own && <span className={css.quiet}>共享</span>}
        </Chip>
      ))}
      {open === undefined && filterOf(list.query) !== null && Object.keys(keptOf(list.query)).length > 0 && (
        <Button type="link" icon={<DeskIcon name="plus" />} onClick={() => setSaving(true)}>
          存为视图
        </Button>
      )}
      {open?.own === true && <Drop view={open} />}
      {isSaving && <Save query={keptOf(list.query)} columns={columns} close={() => setSaving(false)} />}
    </div>
  );
}

function givenOf(counts: Reply<'stationCounts'>): readonly Given[] {
  const given = [
    { name: '全部', query: {}, count: counts.total },
    { name: `时间超 ${counts.oldDays} 天`, query: { hours: 'old' }, count: counts.old },
    { name: '有疑点', query: { doubt: 'any' }, count: counts.doubt },
    { name: '整改中', query: { status: 'rectifying' }, count: counts.status.rectifying ?? 0 },
    { name: '整改逾期', query: { doubt: 'overdue' }, count: counts.overdue },
    { name: '台账待核对', query: { doubt: 'waiting' }, count: counts.waiting },
  ];
  return given.filter(({ count }, at) => at < 4 || count > 0);
}

function opened({ query, columns }: View): Query {
  return columns.length === 0 ? query : { ...query, columns: columns.join(',') };
}

function Chip({ isOn, go, children }: { isOn: boolean; go: () => void; children: React.ReactNode }) {
  return (
    <button type="button" className={css.view} aria-pressed={isOn} onClick={go}>
      {children}
    </button>
  );
}

function Drop({ view }: { view: View }) {
  const ask = useAsk();
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const drop = async () => {
    const answer = await ask('listViewDrop', { body: { id: view.id } });
    if (!answer.ok) message.error(unansweredText(answer.refusal));
    await queries.invalidateQueries({ queryKey: ['listViews'] });
  };
  const confirm = () =>
    modal.confirm({
      title: `删掉视图“${view.name}”`,
      content: view.shared ? '同事那里也会没有这个视图。站点不受影响。' : '站点不受影响。',
      okText: '删掉',
      cancelText: '先不删',
      onOk: drop,
    });
  return (
    <Button type="link" icon={<DeskIcon name="trash" />} onClick={confirm}>
      删掉这个视图
    </Button>
  );
}

type SaveProps = { query: Query; columns: readonly ListColumn[]; close: () => void };

function Save({ query, columns, close }: SaveProps) {
  const [form] = Form.useForm<{ name: string; shared?: boolean }>();
  const [fault, setFault] = useState<string | null>(null);
  const [id] = useState(() => newId(window.crypto));
  const ask = useAsk();
  const queries = useQueryClient();
  const save = async ({ name, shared = false }: { name: string; shared?: boolean }) => {
    const answer = await ask('listViewSave', { body: { id, name, query, columns: [...columns], shared } });
    if (answer.ok) {
      await queries.invalidateQueries({ queryKey: ['listViews'] });
      return close();
    }
    const { refusal } = answer;
    const isTaken = refusal.kind === 'refused' && refusal.problem.kind === 'view-name-taken';
    if (isTaken) form.setFields([{ name: 'name', errors: [unansweredText(refusal)] }]);
    else setFault(putAtField(form, refusal));
  };
  return (
    <Modal open title="存为视图" okText="存下" cancelText="先不存" onOk={form.submit} onCancel={close}>
      <Form form={form} layout="vertical" onFinish={save}>
        {fault !== null && <p role="alert">{fault}</p>}
        <Form.Item
          name="name"
          label="视图名字"
          rules={[{ required: true, whitespace: true, message: '起个名字，比如“德化街待核对”。' }]}
        >
          <Input maxLength={20} autoFocus />
        </Form.Item>
        <Form.Item name="shared" valuePropName="checked">
          <Checkbox>本工会的同事也能看到</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}
