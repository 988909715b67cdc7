import { Alert, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { TableId } from '../../../shared/stats/definition.ts';
import type { SubmissionFault } from '../../../shared/stats/submission.ts';
import { TABLE_WORDS } from '../../../shared/wire/figures-words.ts';
import { SAID_MOST } from '../../../shared/wire/routes/submissions.ts';
import { Means } from './Means.tsx';
import css from './submissions.module.css';
import type { Whole } from './words.ts';

type Props = {
  whole: Whole;
  act: (faults: SubmissionFault[]) => Promise<string | null>;
  close: () => void;
};
const WHOLE = '';
const EMPTY: SubmissionFault = { table: null, row: null, text: '' };
const MOST = 40;

/** What is to be put right, a line for each: which table, which row of it, what. Mounted = open. */
export function ReturnDialog({ whole, act, close }: Props) {
  const [faults, setFaults] = useState<readonly SubmissionFault[]>([EMPTY]);
  const [said, setSaid] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const put = (at: number, part: Partial<SubmissionFault>) =>
    setFaults(faults.map((fault, i) => (i === at ? { ...fault, ...part } : fault)));
  const send = async () => {
    const written = faults.map((fault) => ({ ...fault, text: fault.text.trim() })).filter(({ text }) => text !== '');
    if (written.length === 0) return setSaid('写明要改什么，对方才知道怎么改。');
    setBusy(true);
    const wrong = await act(written);
    setBusy(false);
    setSaid(wrong);
    if (wrong === null) close();
  };
  return (
    <Modal
      open
      title="退回"
      okText="退回"
      cancelText="先不做"
      okButtonProps={{ loading: isBusy }}
      onOk={send}
      onCancel={close}
      width={640}
    >
      <div className={css.dialog}>
        <Means step="return" whole={whole} />
        {faults.map((fault, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and none is taken out
          <FaultLine key={at} at={at} fault={fault} whole={whole} put={(part) => put(at, part)} />
        ))}
        {faults.length < MOST && <Button onClick={() => setFaults([...faults, EMPTY])}>再加一条</Button>}
        {said !== null && <Alert type="error" showIcon title={said} />}
      </div>
    </Modal>
  );
}

type LineProps = {
  at: number;
  fault: SubmissionFault;
  whole: Whole;
  put: (part: Partial<SubmissionFault>) => void;
};

function FaultLine({ at, fault, whole: { tables }, put }: LineProps) {
  const rows = tables.find(({ table }) => table === fault.table)?.rows ?? [];
  const nth = `第 ${at + 1} 条`;
  return (
    <fieldset className={css.faultLine}>
      <legend className={css.label}>{nth}</legend>
      <Select<TableId | typeof WHOLE>
        aria-label={`${nth}：哪张表`}
        value={fault.table ?? WHOLE}
        options={[
          { value: WHOLE, label: '整份报表' },
          ...tables.map(({ table }) => ({ value: table, label: TABLE_WORDS[table] })),
        ]}
        onChange={(table) => put({ table: table === WHOLE ? null : table, row: null })}
      />
      <Select<string>
        aria-label={`${nth}：哪一行`}
        disabled={fault.table === null}
        value={fault.row ?? WHOLE}
        options={[{ value: WHOLE, label: '整张表' }, ...rows.map(({ key, name }) => ({ value: key, label: name }))]}
        onChange={(row) => put({ row: row === WHOLE ? null : row })}
        showSearch={{ optionFilterProp: 'label' }}
      />
      <Input.TextArea
        aria-label={`${nth}：要改什么`}
        aria-required
        autoFocus={at === 0}
        rows={2}
        maxLength={SAID_MOST}
        placeholder="要改什么"
        value={fault.text}
        onChange={({ target }) => put({ text: target.value })}
      />
    </fieldset>
  );
}
