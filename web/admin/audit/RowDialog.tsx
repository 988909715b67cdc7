import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { instant, isoText } from '../../../shared/kernel/instant.ts';
import {
  HISTORY_SUBJECT_WORDS,
  historyActorWord,
  historyChanges,
  historyStepWord,
} from '../../../shared/words/history.ts';
import { dateText } from '../../../shared/words/value.ts';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { DiffTable } from '../../desk/parts/DiffTable.tsx';
import { exactText } from '../../desk/parts/when.ts';
import css from './audit.module.css';
import type { AuditQuery } from './query.ts';
import type { LogRow } from './row.ts';

type Props = { row: LogRow; audit: AuditQuery; close: () => void };

/** One row with every field it has, and the ways on: all of this account, all of this station. */
export function RowDialog({ row, audit, close }: Props) {
  const narrow = (change: Parameters<AuditQuery['change']>[0]) => {
    audit.change(change);
    close();
  };
  const changes = historyChanges(row.subject, row.before, row.after);
  return (
    <Modal
      open
      width={720}
      title={`第 ${row.seq} 条：${historyStepWord(row.subject, row.step)}`}
      footer={<Button onClick={close}>关上</Button>}
      onCancel={close}
    >
      <dl className={css.facts}>
        {factsOf(row).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {changes.length > 0 && <DiffTable changes={changes} heads={['原来', row.before === null ? '写入' : '改成']} />}
      <div className={css.ways}>
        <Button onClick={() => narrow({ actor: row.actor.id })}>只看这个人做的</Button>
        {row.station !== null && (
          <Button onClick={() => narrow({ station: row.station?.id, code: undefined })}>只看这个站点的</Button>
        )}
      </div>
    </Modal>
  );
}

function factsOf(row: LogRow): readonly (readonly [string, ReactNode])[] {
  const { actor, station } = row;
  const name = actor.username === null ? '' : `（${actor.username}）`;
  return [
    // To the second: rows of one minute are told apart here.
    ['时间', `${exactText(instant(row.at))}:${isoText(instant(row.at)).slice(17, 19)}`],
    ['业务日期', dateText(row.effectiveOn)],
    ['谁做的', `${historyActorWord(actor)}${name}，账号编号 ${actor.id}`],
    ['工会', row.union.name],
    ['对象', HISTORY_SUBJECT_WORDS[row.subject]],
    ...(station === null
      ? []
      : [
          [
            '站点',
            <span key="station">
              {station.name} <CodeText code={station.code} />
            </span>,
          ] as const,
        ]),
    ['原因', row.reason ?? '没写'],
    ['对象编号', <code key="subject">{row.subjectId}</code>],
    ['操作编号', <code key="command">{row.commandId}</code>],
  ];
}
