import { REPORT_KINDS, type ReportKind } from '../../report/report.ts';
import type { Counting, ReportFact, Span, SumFold } from '../fold.ts';
import { define, share } from './make.ts';
import { REPORT_NAMES } from './report-names.ts';

const HOUR_MS = 3_600_000;
/** One measure for every union, whatever it has set for itself: figures are compared. */
const ANSWER_DAYS = 3;
const DAY_MS = 24 * HOUR_MS;

function isWithin(day: number | null, { first, last }: Span): boolean {
  return day !== null && day >= first && day <= last;
}

/** Held back by the limits against abuse is not received yet. */
function isReceived(report: ReportFact, span: Span): boolean {
  return report.state !== 'queued' && isWithin(report.on, span);
}

function isAnswered(report: ReportFact, span: Span): boolean {
  return isWithin(report.answeredOn, span);
}

function hoursTaken({ at, answeredAt }: ReportFact): number | null {
  return answeredAt === null ? null : (answeredAt - at) / HOUR_MS;
}

function isInTime({ at, answeredAt }: ReportFact): boolean {
  return answeredAt !== null && answeredAt - at <= ANSWER_DAYS * DAY_MS;
}

function received(kinds: (kind: ReportKind) => boolean): SumFold {
  return { of: 'report', value: (report, span) => Number(isReceived(report, span) && kinds(report.kind)) };
}

function answered(fits: (report: ReportFact) => boolean): SumFold {
  return { of: 'report', value: (report, span) => Number(isAnswered(report, span) && fits(report)) };
}

const IN_REPORTS = { unit: '件' } as const;

export const VOICE: readonly Counting[] = [
  define({
    ...IN_REPORTS,
    id: 'voice.received',
    name: '收到反馈',
    counts: '本期内收到的问题反馈，按到达的日期。',
    leavesOut: '因短时间内太多而排队待收、截至时刻还没有放行的。',
    fold: received(() => true),
  }),
  ...REPORT_KINDS.map((kind) =>
    define({
      ...IN_REPORTS,
      id: `voice.${kind}`,
      name: REPORT_NAMES[kind],
      counts: `本期内收到的反馈中，说的是“${REPORT_NAMES[kind]}”的。`,
      fold: received((one) => one === kind),
    }),
  ),
  define({
    ...IN_REPORTS,
    id: 'voice.about-stations',
    name: '说站点的反馈',
    counts: '本期内收到的、说的是某个站点的反馈。',
    leavesOut: '推荐新地点的。',
    fold: received((kind) => kind !== 'new-place'),
  }),
  share({
    id: 'voice.confirmed-share',
    name: '证实信息都对的占比',
    counts: '“信息都对”的反馈除以说站点的反馈。',
    over: 'voice.all-right',
    under: 'voice.about-stations',
  }),
  define({
    ...IN_REPORTS,
    id: 'voice.answered',
    name: '本期答复',
    counts: '本期内办结或不予受理的反馈，不论哪一期收到。',
    fold: answered(() => true),
  }),
  define({
    ...IN_REPORTS,
    id: 'voice.in-time',
    name: '按时答复',
    counts: `本期答复的反馈中，从收到到答复不超过${ANSWER_DAYS}天（每天24小时）的。`,
    leavesOut: '各级工会自己设定的时限不影响这个数。',
    fold: answered(isInTime),
  }),
  share({
    id: 'voice.in-time-share',
    name: '按时答复率',
    counts: '按时答复除以本期答复。',
    over: 'voice.in-time',
    under: 'voice.answered',
  }),
  define({
    id: 'voice.hours-median',
    name: '答复时长中位数',
    unit: '小时',
    digits: 1,
    counts: '本期答复的反馈，从收到到答复的小时数，从小到大排在正中的那个；偶数个取中间两个的平均。',
    fold: {
      of: 'median',
      fact: 'report',
      value: (report, span) => (isAnswered(report, span) ? hoursTaken(report) : null),
    },
  }),
  define({
    ...IN_REPORTS,
    id: 'voice.waiting',
    name: '期末未答复',
    counts: '到期末收到了、还没有答复的反馈。',
    leavesOut: '还在排队待收的。',
    fold: {
      of: 'report',
      value: ({ state, answeredAt }) => Number(state !== 'queued' && answeredAt === null),
    },
  }),
];
