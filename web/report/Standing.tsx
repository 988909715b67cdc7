import { useState } from 'react';
import { spacedLookup } from '../../shared/report/lookup.ts';
import { REPORT_KIND_WORDS } from '../../shared/words/report.ts';
import type { ReportItem, ReportsState } from '../sync/reports-state.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { usePorts } from '../ui/use-ports.tsx';
import { type ReportStatus, reportStatus } from '../ui/words/report.ts';
import { ReportIcon, type ReportIconName } from './ReportIcon.tsx';
import css from './report.module.css';

/** How one report stands: a word, a sentence, the union's answer. `live`: its changes are read out. */
export function Standing({ item, line, live = false }: { item: ReportItem; line: ReportsState; live?: boolean }) {
  const status = reportStatus(item, line);
  return (
    <div className={`${css.standing} ${css[status.tone]}`}>
      <Mark tone={status.tone} />
      <div role={live ? 'status' : undefined}>
        <b>{status.head}</b>
        {status.say !== '' && <p>{status.say}</p>}
        {item.told?.answer != null && (
          <blockquote className={css.answer}>
            <span>工会答复：</span>
            {item.told.answer}
          </blockquote>
        )}
      </div>
    </div>
  );
}

const MARKS: { readonly [T in ReportStatus['tone']]: ReportIconName | null } = {
  hand: 'kept',
  kept: 'kept',
  going: 'sent',
  sent: 'sent',
  done: null,
  'not-done': 'other',
  refused: null,
};

function Mark({ tone }: { tone: ReportStatus['tone'] }) {
  const name = MARKS[tone];
  if (name !== null) return <ReportIcon name={name} size="l" />;
  return <Icon name={tone === 'done' ? 'check' : 'warning'} size="l" />;
}

/** The code by which the answer is found on any phone; large enough to be copied down. */
export function LookupLine({ item }: { item: ReportItem }) {
  const { device } = usePorts();
  const [copied, setCopied] = useState(false);
  if (item.stage.kind !== 'sent') return null;
  const code = spacedLookup(item.stage.lookup);
  return (
    <div className={css.lookup}>
      <span>
        <small>查询码，换手机也能查</small>
        <b>{code}</b>
      </span>
      <Button onClick={() => device.copy(code).then(setCopied)}>
        <Icon name={copied ? 'check' : 'copy'} size="s" />
        <span aria-live="polite">{copied ? '复制好了' : '复制'}</span>
      </Button>
    </div>
  );
}

/** What was said, as the list and the page name it. */
export function SaidLine({ item }: { item: ReportItem }) {
  return (
    <p className={css.said}>
      <ReportIcon name={item.kind} size="s" />
      <span>
        <b>{REPORT_KIND_WORDS[item.kind]}</b>
        {item.text !== null && `：${item.text}`}
      </span>
    </p>
  );
}
