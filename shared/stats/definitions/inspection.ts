import { type Day, dateText, parseDate } from '../../kernel/instant.ts';
import type { EntryBody } from '../../station/entry.ts';
import { SETTING_DEFAULTS } from '../../station/settings.ts';
import type { Beside, Counting, EntryFact, Span, SumFold } from '../fold.ts';
import type { Stand } from '../stand.ts';
import { dayWithin, isOf, isWithin, within } from './entry-sums.ts';
import { define, share } from './make.ts';

type Inspection = EntryBody['inspection'];

const REVIEW_DAYS = SETTING_DEFAULTS['review-days'];

/** Days on which somebody saw it on the spot, as was written down. */
function looksAt({ verified, verifiedOn }: Stand, { entries }: Beside): readonly Day[] {
  const looks = entries.flatMap((entry) => (isOf(entry, 'inspection') ? (parseDate(entry.day) ?? []) : []));
  return verified === 'on-site' && verifiedOn !== null ? [...looks, verifiedOn] : looks;
}

/** Due within the span: the last look before it is a year old by its end, or there was none. */
function isDue(stand: Stand, beside: Beside): boolean {
  const { first, last } = beside.span;
  const before = looksAt(stand, beside).filter((day) => day < first);
  return before.length === 0 || Math.max(...before) + REVIEW_DAYS <= last;
}

function isDone(stand: Stand, beside: Beside): boolean {
  return looksAt(stand, beside).some((on) => isWithin({ on }, beside.span));
}

/** Findings of inspections whose state at the end of the span is as said; also of inspections before the span. */
function findings(said: (body: Inspection, span: Span) => boolean): SumFold {
  const value = ({ entry }: EntryFact, span: Span) =>
    isOf(entry, 'inspection') && said(entry.body, span) ? entry.body.findings.length : 0;
  return { of: 'entry', kind: 'inspection', value };
}

const inTime = ({ rectifyBy, rectifiedOn }: Inspection): boolean =>
  rectifiedOn !== null && (rectifyBy === null || rectifiedOn <= rectifyBy);

function isOverdue({ rectifyBy, rectifiedOn }: Inspection, { last }: Span): boolean {
  const end = dateText(last);
  return rectifyBy !== null && rectifyBy < end && (rectifiedOn === null || rectifiedOn > end);
}

/** `within` knows no day; this one compares it with the day it was due. */
function byDue(isAsked: (day: string, dueOn: string) => boolean): SumFold {
  return {
    of: 'entry',
    kind: 'inspection',
    value: ({ entry, on }, span) =>
      isOf(entry, 'inspection') && entry.body.dueOn !== null && isWithin({ on }, span)
        ? Number(isAsked(entry.day, entry.body.dueOn))
        : 0,
  };
}

export const INSPECTION: readonly Counting[] = [
  define({
    id: 'inspection.due',
    name: '应巡查站点',
    counts: `期末站点里，统计期开始前最近一次到站查看（巡查或现场核实）到期末满 ${REVIEW_DAYS} 天的，和从没有记过的。`,
    leavesOut: '工会自己设的复验天数：各地用同一个天数才好比。',
    fold: { of: 'closing', reads: ['entries'], value: (stand, beside) => Number(isDue(stand, beside)) },
  }),
  define({
    id: 'inspection.due-done',
    name: '应巡查已巡查',
    counts: '应巡查站点里统计期内到站查看过的。',
    fold: {
      of: 'closing',
      reads: ['entries'],
      value: (stand, beside) => Number(isDue(stand, beside) && isDone(stand, beside)),
    },
  }),
  share({
    id: 'inspection.due-share',
    name: '巡查完成率',
    counts: '应巡查已巡查的站点数除以应巡查站点数。',
    over: 'inspection.due-done',
    under: 'inspection.due',
  }),
  define({
    id: 'inspection.count',
    name: '巡查次数',
    unit: '次',
    counts: '工作台账里日期在统计期内的巡查，各种都算。',
    leavesOut: '撤回的记录。',
    fold: within('inspection', () => 1),
  }),
  define({
    id: 'inspection.annual',
    name: '年度复验',
    unit: '次',
    counts: '巡查次数里的年度复验。',
    fold: within('inspection', ({ kind }) => Number(kind === 'annual')),
  }),
  define({
    id: 'inspection.on-time',
    name: '按期完成',
    unit: '次',
    counts: '写明了应巡查日期、并且不晚于那天完成的巡查。',
    leavesOut: '没有写明应巡查日期的。',
    fold: byDue((day, dueOn) => day <= dueOn),
  }),
  define({
    id: 'inspection.late',
    name: '逾期完成',
    unit: '次',
    counts: '写明了应巡查日期、晚于那天才完成的巡查。',
    fold: byDue((day, dueOn) => day > dueOn),
  }),
  define({
    id: 'inspection.findings',
    name: '发现问题',
    counts: '统计期内的巡查发现的问题，一项算一个。',
    fold: within('inspection', ({ findings: found }) => found.length),
  }),
  define({
    id: 'inspection.rectified',
    name: '整改完成问题',
    counts: '整改完成日期在统计期内的问题，不论哪一期发现。',
    fold: findings(({ rectifiedOn }, span) => dayWithin(rectifiedOn, span)),
  }),
  define({
    id: 'inspection.rectified-in-time',
    name: '按期整改问题',
    counts: '整改完成问题里不晚于整改期限的；没写期限的算按期。',
    fold: findings((body, span) => dayWithin(body.rectifiedOn, span) && inTime(body)),
  }),
  share({
    id: 'inspection.in-time-share',
    name: '按期整改率',
    counts: '按期整改问题数除以整改完成问题数。',
    over: 'inspection.rectified-in-time',
    under: 'inspection.rectified',
  }),
  define({
    id: 'inspection.overdue',
    name: '逾期未整改问题',
    counts: '到期末整改期限已过、还没整改完的问题，不论哪一期发现。',
    fold: findings(isOverdue),
  }),
];
