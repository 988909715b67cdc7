import type { StationReportKind } from '../../shared/report/report.ts';
import { REPORT_KIND_HINTS, REPORT_KIND_WORDS } from '../../shared/words/report.ts';
import { ReportIcon } from './ReportIcon.tsx';
import css from './report.module.css';

/** What is said most comes first. */
const WRONG: readonly StationReportKind[] = [
  'door-shut',
  'not-found',
  'broken',
  'turned-away',
  'charged',
  'wrong-info',
  'other',
];

/** One tap says it. */
export function Kinds({ onSay }: { onSay: (kind: StationReportKind) => void }) {
  return (
    <>
      <h2 className={css.ask}>哪里不对，点一下</h2>
      <div className={css.kinds}>
        {WRONG.map((kind) => (
          <Kind key={kind} kind={kind} onSay={onSay} />
        ))}
      </div>
      <h2 className={css.ask}>都对的话</h2>
      <div className={css.kinds}>
        <Kind kind="all-right" onSay={onSay} />
      </div>
    </>
  );
}

function Kind({ kind, onSay }: { kind: StationReportKind; onSay: (kind: StationReportKind) => void }) {
  return (
    <button type="button" className={css.kind} onClick={() => onSay(kind)}>
      <ReportIcon name={kind} size="l" />
      <span>
        <b>{REPORT_KIND_WORDS[kind]}</b>
        <small>{REPORT_KIND_HINTS[kind]}</small>
      </span>
    </button>
  );
}
