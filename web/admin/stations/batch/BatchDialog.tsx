import { Alert, Button, DatePicker, Form, Input, Modal, Progress } from 'antd';
import { useState } from 'react';
import { useStay } from '../../../desk/use-stay.ts';
import css from '../stations.module.css';
import { confirming, countOf, isOpen, type Job, STEP_WORDS, type Step, summaryText, suspending } from './steps.ts';
import { type Batch, type Begin, useBatch } from './use-batch.ts';

type Kind = 'confirm' | 'suspend';
type Props = {
  kind: Kind;
  begin: Begin;
  /** The stations it was done to. */
  close: (done: readonly string[]) => void;
};

/** Asks once for all of them, with what workers will see; then goes through them and says of each what became of it. */
export function BatchDialog({ kind, begin, close }: Props) {
  const batch = useBatch(begin);
  const { jobs, step } = batch;
  const [isWarned, warn] = useState(false);
  useStay(batch.isRunning, () => warn(true));
  const finish = () => {
    batch.forget();
    close(jobs.flatMap(({ item, state }) => (state.kind === 'done' ? [item.id] : [])));
  };
  return (
    <Modal
      open
      title={`${STEP_WORDS[kind]} ${jobs.length} 个站点`}
      footer={null}
      closable={!batch.isRunning}
      mask={{ closable: false }}
      keyboard={!batch.isRunning}
      onCancel={finish}
    >
      {step === null ? (
        <Question kind={kind} items={jobs.map(({ item }) => item)} begin={batch.run} close={finish} />
      ) : (
        <>
          {isWarned && batch.isRunning && <Alert type="warning" showIcon role="alert" title={STAY} />}
          <Going batch={batch} again={() => batch.run(step)} close={finish} />
        </>
      )}
    </Modal>
  );
}

const STAY = '还没办完，离开就停在半路。要走先点“停下”。';

/** A day as the picker gives it. */
type Picked = { format(form: 'YYYY-MM-DD'): string };

type QuestionProps = {
  kind: Kind;
  items: readonly Job['item'][];
  begin: (step: Step) => void;
  close: () => void;
};

function Question({ kind, items, begin, close }: QuestionProps) {
  const [form] = Form.useForm<{ reason?: string; until?: Picked }>();
  const values = Form.useWatch([], form) ?? {};
  const reason = values.reason?.trim() ?? '';
  const until = values.until?.format('YYYY-MM-DD') ?? null;
  const isSuspend = kind === 'suspend';
  return (
    <Form form={form} layout="vertical" onFinish={() => begin(isSuspend ? suspending(reason, until) : confirming())}>
      <p className={css.names}>{namesText(items)}</p>
      {isSuspend && (
        <>
          <Form.Item
            name="reason"
            label="为什么暂停"
            rules={[{ required: true, whitespace: true, message: '写明原因，劳动者要看。' }]}
          >
            <Input.TextArea rows={2} maxLength={500} showCount autoFocus />
          </Form.Item>
          <Form.Item name="until" label="预计哪天恢复（不知道就空着）">
            <DatePicker placeholder="选日期" format="YYYY-MM-DD" />
          </Form.Item>
        </>
      )}
      <Alert type={isSuspend ? 'warning' : 'info'} title="劳动者会看到" description={seenText(kind, reason, until)} />
      <div className={css.dialogFoot}>
        <Button onClick={close}>先不做</Button>
        <Button type="primary" danger={isSuspend} htmlType="submit">
          {STEP_WORDS[kind]} {items.length} 个
        </Button>
      </div>
    </Form>
  );
}

/** How the stations will read on a phone. */
function seenText(kind: Kind, reason: string, until: string | null): string {
  if (kind === 'confirm') return '“今天核实”。开放时间、设施都照登记的算，没有改动。';
  const back = until === null ? '没说哪天恢复' : `${Number(until.slice(5, 7))}月${Number(until.slice(8))}日恢复`;
  return `“暂停开放，${back}。${reason === '' ? '（你写的原因）' : reason}”，马上生效，附近别的站点会排到前面。`;
}

const NAMED = 4;

function namesText(items: readonly Job['item'][]): string {
  const named = items.slice(0, NAMED).map(({ name }) => name);
  return items.length > NAMED ? `${named.join('、')}等 ${items.length} 个` : named.join('、');
}

function Going({ batch, again, close }: { batch: Batch; again: () => void; close: () => void }) {
  const { jobs, isRunning } = batch;
  const answered = countOf(jobs, 'done') + countOf(jobs, 'refused');
  const left = jobs.filter(isOpen).length;
  return (
    <>
      <Progress
        percent={Math.round((answered / jobs.length) * 100)}
        status={isRunning ? 'active' : 'normal'}
        aria-label="办理进度"
      />
      <p role="status">{isRunning ? `正在办，已办 ${answered} 个` : summaryText(jobs)}</p>
      <ul className={css.results}>
        {jobs.map((job) => (
          <li key={job.item.id}>
            <b>{job.item.name}</b>
            <span>{stateText(job)}</span>
          </li>
        ))}
      </ul>
      <div className={css.dialogFoot}>
        {isRunning && <Button onClick={batch.halt}>停下</Button>}
        {!isRunning && left > 0 && <Button onClick={again}>接着办剩下的 {left} 个</Button>}
        {!isRunning && (
          <Button type="primary" onClick={close}>
            知道了
          </Button>
        )}
      </div>
    </>
  );
}

function stateText({ state }: Job): string {
  switch (state.kind) {
    case 'waiting':
      return '还没办';
    case 'doing':
      return '正在办';
    case 'done':
      return '办好了';
    case 'refused':
    case 'unanswered':
      return state.why;
  }
}
