import { Alert } from 'antd';
import { Link, useSearch } from 'wouter';
import { isReportId, type ReportId } from '../../../shared/report/report.ts';
import { REPORT_KIND_WORDS } from '../../../shared/words/report.ts';
import { AMENITY_WORDS } from '../../../shared/words/station.ts';
import { useAnswer } from '../use-ask.tsx';

/** What a worker said, above a form that was opened because of it: `?from=<id of the report>`. Nothing where it was not. */
export function ReportHint() {
  const from = new URLSearchParams(useSearch()).get('from') ?? '';
  return isReportId(from) ? <Hint id={from} /> : null;
}

function Hint({ id }: { id: ReportId }) {
  const { data } = useAnswer('inboxReport', { params: { id } });
  // Without it the form is none the worse.
  if (data === undefined) return null;
  const { kind, amenity, text, place } = data.report;
  const about = amenity === null ? REPORT_KIND_WORDS[kind] : `${REPORT_KIND_WORDS[kind]}：${AMENITY_WORDS[amenity]}`;
  const where = place === null ? null : [place.name, place.address].filter((part) => part !== '').join('，');
  const title = [`劳动者反馈“${about}”`, where, text].filter((part) => part !== null && part !== '').join('。');
  return <Alert type="info" showIcon title={title} description={<Link href="/reports">改完回问题反馈答复他</Link>} />;
}
