/**
 * Words of workers' reports: the codes are those of `shared/report`, which this room cannot see; a test compares the two.
 * Said as a worker says them, short enough for a large button.
 */
export const REPORT_KIND_WORDS = {
  'door-shut': '门关着',
  'not-found': '找不到',
  broken: '设施坏了',
  'turned-away': '被拒绝',
  charged: '收费',
  'wrong-info': '信息不对',
  other: '其他',
  'all-right': '信息都对',
  'new-place': '推荐一个新地点',
} as const;

/** The same in a few words more, under the button. */
export const REPORT_KIND_HINTS = {
  'door-shut': '该开没开',
  'not-found': '没看见门',
  broken: '不能用了',
  'turned-away': '不让进',
  charged: '用了要付钱',
  'wrong-info': '时间、地址',
  other: '写一句',
  'all-right': '跟写的一样',
} as const;

/** What has become of a report, as its sender reads it. */
export const REPORT_STATE_WORDS = {
  queued: '排队中',
  received: '收到了',
  accepted: '在处理',
  resolved: '办好了',
  dismissed: '没有办',
} as const;

/** The same as the unions call it, for the command line and their workspace. */
export const REPORT_STATE_OFFICIAL = {
  queued: '排队待收',
  received: '待受理',
  accepted: '已受理',
  resolved: '已办结',
  dismissed: '不予受理',
} as const;

export const REPORT_STEP_WORDS = {
  file: '提交',
  release: '放行',
  accept: '受理',
  resolve: '办结',
  dismiss: '不予受理',
} as const;

const STATES: ReadonlyMap<string, string> = new Map(Object.entries(REPORT_STATE_OFFICIAL));
const STEPS: ReadonlyMap<string, string> = new Map(Object.entries(REPORT_STEP_WORDS));

export function reportStateWord(state: string): string {
  return STATES.get(state) ?? '现在的状态';
}

export function reportStepWord(step: string): string {
  return STEPS.get(step) ?? '这样办';
}
