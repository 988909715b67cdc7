import { instant } from '../../../shared/kernel/instant.ts';
import { makeLookup } from '../../../shared/report/lookup.ts';
import type { ReportItem, ReportsState } from '../../../web/sync/reports-state.ts';
import { NOW } from './fixture.ts';
import { makeStage, type Stage } from './ports.ts';
import { DEHUA } from './world.ts';

const lookup = (n: number) => makeLookup(`4821093755${n}`);
const at = (hours: number) => instant(NOW - hours * 3_600_000);

function item(n: number, over: Partial<ReportItem>): ReportItem {
  return {
    id: `${n}`.padStart(32, '0'),
    madeAt: at(10 - n),
    kind: 'door-shut',
    title: DEHUA.name,
    station: DEHUA.code,
    text: null,
    body: null,
    stage: { kind: 'sent', lookup: lookup(n), at: at(10 - n) },
    told: { state: 'received', answer: null, answeredAt: null, at: at(1) },
    ...over,
  };
}

/** Every way in which a report may stand. */
const EVERY: readonly ReportItem[] = [
  item(1, {
    told: { state: 'dismissed', answer: '核实过，热水不收钱，收的是泡面的钱。', answeredAt: at(2), at: at(1) },
    kind: 'charged',
  }),
  item(2, {
    told: { state: 'resolved', answer: '锁换了，以后八点准时开门。\n谢谢提醒。', answeredAt: at(2), at: at(1) },
  }),
  item(3, {
    told: { state: 'accepted', answer: null, answeredAt: null, at: at(1) },
    kind: 'broken',
    text: '微波炉转不了',
  }),
  item(4, { told: { state: 'queued', answer: null, answeredAt: null, at: at(1) }, kind: 'not-found' }),
  item(5, { kind: 'all-right' }),
  item(6, {
    stage: { kind: 'refused', why: 'picture-unreadable', sentence: '照片打不开，换一张再发，或者不带照片发。' },
    kind: 'wrong-info',
    text: '电话打过去说没有这个驿站，早就搬走了，门口贴的也不是这个名字',
    told: null,
  }),
  item(7, { stage: { kind: 'waiting' }, kind: 'turned-away', told: null }),
  item(8, {
    stage: { kind: 'held', until: instant(NOW + 9000) },
    kind: 'new-place',
    title: '东门快递点旁边的小屋',
    station: null,
    told: null,
  }),
];

const said = (part: Partial<ReportsState>): ReportsState => ({
  items: EVERY,
  isKept: true,
  busy: false,
  problem: null,
  ...part,
});

export const REPORT_SCENES: { readonly [name: string]: () => Stage } = {
  reports: () => makeStage({ prefs: { theme: 'light' }, reports: said({ problem: 'offline' }) }),
  'reports-loose': () => makeStage({ prefs: { theme: 'dark' }, reports: said({ problem: 'captive', isKept: false }) }),
  'reports-elder': () => makeStage({ prefs: { theme: 'light', size: 'elder' }, reports: said({}) }),
};
