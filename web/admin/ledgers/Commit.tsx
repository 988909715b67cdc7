import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { When } from '../../desk/parts/When.tsx';
import { useAsk } from '../../desk/use-ask.tsx';
import { pathOf } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import { Discard } from './Discard.tsx';
import css from './ledgers.module.css';
import { type Ledger, writtenBy } from './words.ts';

/** What a commit would do, and the ways on; after it, the receipt. */
export function Commit({ ledger, isEditing }: { ledger: Ledger; isEditing: boolean }) {
  return (
    <footer className={css.foot}>
      {ledger.state === 'done' ? <Done ledger={ledger} /> : <Ready ledger={ledger} isEditing={isEditing} />}
    </footer>
  );
}

function Ready({ ledger, isEditing }: { ledger: Ledger; isEditing: boolean }) {
  const { commit, isBusy, fault } = useCommit(ledger);
  const { flagged, refused } = ledger.counts ?? { flagged: 0, refused: 0 };
  const written = writtenBy(ledger);
  const left = flagged + refused;
  const isPlanning = isEditing || ledger.state === 'planning';
  return (
    <>
      {fault !== null && <Alert type="error" showIcon title={fault} role="alert" />}
      <p aria-live="polite">
        {isPlanning ? (
          '正在重新核对…'
        ) : (
          <>
            现在提交会写入 <strong>{written}</strong> 行{flagged > 0 && `；有疑点的 ${flagged} 行先存着，不公开`}
            {refused > 0 && `；拒收的 ${refused} 行留下，不会丢`}。
          </>
        )}
      </p>
      <div className={css.acts}>
        {left > 0 && (
          <Button
            icon={<DeskIcon name="download" />}
            href={pathOf('ledgerFile', { params: { id: ledger.id } })}
            download
          >
            只下载这 {left} 行（带原因）
          </Button>
        )}
        <Discard ledger={ledger} />
        <Button type="primary" disabled={isPlanning || written + flagged === 0} loading={isBusy} onClick={commit}>
          提交 {written + flagged} 行
        </Button>
      </div>
    </>
  );
}

function Done({ ledger }: { ledger: Ledger }) {
  const file = { params: { id: ledger.id }, query: { rows: 'all' } };
  return (
    <>
      <p>
        <DeskIcon name="check" /> 提交好了
        {ledger.committedAt !== null && (
          <>
            ，<When at={ledger.committedAt} />
          </>
        )}
        ：写入 <strong>{writtenBy(ledger)}</strong> 行。公开的站点已经在工友的名单上。
      </p>
      <div className={css.acts}>
        <Button icon={<DeskIcon name="download" />} href={pathOf('ledgerFile', file)} download>
          每一行的结果
        </Button>
        <Link href="/ledgers">再传一份</Link>
      </div>
    </>
  );
}

/** The same id until there is an answer: asked twice, done once. */
function useCommit(ledger: Ledger) {
  const ask = useAsk();
  const queries = useQueryClient();
  const open = useRef<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const commit = async () => {
    setBusy(true);
    open.current ??= newId(window.crypto);
    const body = { id: open.current, version: ledger.version };
    const answer = await ask('ledgerCommit', { params: { id: ledger.id }, body });
    if (answer.ok || answer.refusal.kind === 'refused') open.current = null;
    setBusy(false);
    setFault(answer.ok ? null : unansweredText(answer.refusal));
    await queries.invalidateQueries({ queryKey: ['ledger', ledger.id] });
    if (answer.ok) await queries.invalidateQueries({ queryKey: ['ledgers'] });
  };
  return { commit, isBusy, fault };
}
