import type { StationReportKind } from '../../shared/report/report.ts';
import { REPORT_KIND_HINTS, REPORT_KIND_WORDS } from '../../shared/words/report.ts';
import { ReportIcon } from './ReportIcon.tsx';
import css from './report.module.css';

/** What is said most comes first; that all is well comes last, and is one tap like the others. */
const ALL: readonly StationReportKind[] = [
  'door-shut',
  'not-found',
  'broken',
  'turned-away',
  'charged',
  'wrong-info',
  'other',
  'all-right',
];

/** One tap says it. */
export function Kinds({ onSay }: { onSay: (kind: StationReportKind) => void }) {
  return (
    <>
      <h2 className={css.ask}>
        哪里不对？
        <wbr />
        都对也说一声
      </h2>
      <div className={css.kinds}>
        {ALL.map((kind) => (
          <button key={kind} type="button" className={css.kind} onClick={() => onSay(kind)}>
            <ReportIcon name={kind} size="l" />
            <span>
              <b>{REPORT_KIND_WORDS[kind]}</b>
              <small>{REPORT_KIND_HINTS[kind]}</small>
            </span>
          </button>
        ))}
      </div>
    </>
  );
}
