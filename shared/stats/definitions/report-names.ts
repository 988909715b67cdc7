import type { ReportKind } from '../../report/report.ts';

/** The words of `shared/words`, which this room cannot see; a test compares the two. */
export const REPORT_NAMES: { readonly [K in ReportKind]: string } = {
  'door-shut': '门关着',
  'not-found': '找不到',
  broken: '设施坏了',
  'turned-away': '被拒绝',
  charged: '收费',
  'wrong-info': '信息不对',
  other: '其他',
  'all-right': '信息都对',
  'new-place': '推荐一个新地点',
};
