import { type Changed, changesBetween } from './change.ts';
import { entryChanges } from './entry-history.ts';
import { fieldName } from './field.ts';
import { REPORT_KIND_WORDS, REPORT_STATE_OFFICIAL, REPORT_STEP_WORDS } from './report.ts';
import { FUNCTION_WORDS, STEP_WORDS } from './step.ts';
import { SUBMISSION_STEP_WORDS, submissionStateWord } from './submission.ts';
import { isRecord, UNWRITTEN, valueText } from './value.ts';

/** What a row of history is about: as the store names it. */
export const HISTORY_SUBJECTS = [
  'station',
  'revision',
  'contact',
  'task',
  'entry',
  'submission',
  'partner',
  'demand',
  'report',
  'plaque',
  'objection',
  'ledger',
  'export',
  'account',
  'union',
  'setting',
  'region',
  'calendar',
  'store',
] as const;
export type HistorySubject = (typeof HISTORY_SUBJECTS)[number];

export const HISTORY_SUBJECT_WORDS: { readonly [S in HistorySubject]: string } = {
  station: '站点',
  revision: '待审变更',
  contact: '联系人',
  task: '待办事项',
  entry: '工作台账',
  submission: '上报报表',
  partner: '数据合作方',
  demand: '需求点',
  report: '问题反馈',
  plaque: '标牌',
  objection: '公示异议',
  ledger: '台账',
  export: '导出',
  account: '账号',
  union: '工会',
  setting: '设置',
  region: '行政区划',
  calendar: '节假日历',
  store: '数据库',
};

/** Steps that mean one thing wherever they stand, beside those of a station's life. */
const COMMON: { readonly [step: string]: string } = {
  fill: '随版本装入',
  put: '写入',
  purge: '清除示例',
  backup: '备份',
  restore: '从备份恢复',
  propose: '提出变更',
  'reveal-contact': '查看联系人',
  reveal: '查看',
  'erase-contact': '清除联系人',
  erase: '到期清除原文',
  move: '转移',
  open: '新建',
  done: '完成',
  void: '作废',
  'begin-key': '换新标牌密钥',
  'retire-key': '停用标牌密钥',
  'print-plaque': '印标牌',
  export: '导出',
  'export-history': '导出操作日志',
  'export-figures': '导出统计',
  'open-key': '发放密钥',
  'end-key': '停用密钥',
  create: '新建',
  invite: '邀请',
  join: '接受邀请',
  disable: '停用',
  enable: '启用',
  'change-password': '改密码',
  'reset-password': '重设密码',
  'change-settings': '改设置',
  'change-functions': '改职能',
  'set-second-factor': '设动态码',
  'reset-second-factor': '重设动态码',
  'renew-recovery': '换恢复码',
  'use-recovery': '用掉恢复码',
  'sign-in': '登录',
  'sign-out': '退出登录',
  'end-session': '结束会话',
  'end-sessions': '结束全部会话',
  reset: '重设登录',
  lock: '锁定',
  unlock: '解锁',
  upload: '上传',
  commit: '写入登记册',
  cancel: '取消',
  add: '添加',
  edit: '修改',
  rename: '改名',
  close: '停用',
  reopen: '重新启用',
  set: '设置',
  unset: '取消设置',
  record: '登记',
  answer: '答复',
  dismiss: '驳回',
  uphold: '成立',
  replace: '换成新的变更',
  lapse: '失效',
};
const CONTACT_STEPS: { readonly [step: string]: string } = {
  add: '登记联系人',
  change: '更改联系人',
  reveal: '查看联系人',
  erase: '抹去联系人',
  move: '随站点迁到新址',
};
/** `not-same`: of a pair of stations that looked like one. */
const BESIDE_STEPS: { readonly [step: string]: string } = { 'not-same': '确认不是同一个站点' };
const SUBMISSION_STEPS: { readonly [step: string]: string } = SUBMISSION_STEP_WORDS;
const ENTRY_STEPS: { readonly [step: string]: string } = {
  keep: '记一笔',
  correct: '更正',
  withdraw: '撤回',
  import: '随台账导入',
};
const REPORT_STEPS: { readonly [step: string]: string } = REPORT_STEP_WORDS;
const STATION_STEPS: { readonly [step: string]: string } = STEP_WORDS;

/** A step as a row of the log names it; one of a later release stays as it is written. */
export function historyStepWord(subject: HistorySubject, step: string): string {
  if (subject === 'report') return REPORT_STEPS[step] ?? COMMON[step] ?? step;
  if (subject === 'submission') return SUBMISSION_STEPS[step] ?? COMMON[step] ?? step;
  if (subject === 'task' && BESIDE_STEPS[step] !== undefined) return BESIDE_STEPS[step];
  if (subject === 'entry') return ENTRY_STEPS[step] ?? COMMON[step] ?? step;
  if (subject === 'contact') return CONTACT_STEPS[step] ?? COMMON[step] ?? step;
  const [first, second] =
    subject === 'station' || subject === 'revision' ? [STATION_STEPS, COMMON] : [COMMON, STATION_STEPS];
  return first[step] ?? second[step] ?? step;
}

/** Every step there is a word for, once each: two kinds of subject may share one. */
export function historyStepOptions(): readonly { readonly step: string; readonly word: string }[] {
  const all = [STATION_STEPS, REPORT_STEPS, ENTRY_STEPS, SUBMISSION_STEPS, BESIDE_STEPS, COMMON];
  const steps = [...new Set(all.flatMap((words) => Object.keys(words)))];
  return steps.map((step) => {
    const words = new Set(all.map((each) => each[step]).filter((word) => word !== undefined));
    return { step, word: [...words].join('、') };
  });
}

/** Whoever is no account. */
const NOBODYS: { readonly [actor: string]: string } = { system: '系统', worker: '户外劳动者', visitor: '公众' };

export function historyActorWord({ id, name }: { readonly id: string; readonly name: string | null }): string {
  return name ?? NOBODYS[id] ?? `账号 ${id.slice(0, 8)}`;
}

type Loose = { readonly [field: string]: unknown };

/** Fields of rows that are about no station; of those `field.ts` knows the names. */
const NAMES: { readonly [field: string]: string } = {
  state: '状态',
  erased: '原文已清除',
  epoch: '数据批次',
  serialBase: '序号起点',
  functions: '职能',
  username: '用户名',
  disabled: '已停用',
  passwordSince: '密码定于',
  secondFactor: '两步验证',
  recoveryLeft: '剩下的恢复码',
  lockedUntil: '锁到',
  renamed: '改了姓名',
  by: '凭什么登录',
  session: '哪次登录',
  parent: '上级工会',
  level: '层级',
  task: '事项',
  due: '期限',
  rows: '条数',
  count: '条数',
  sha256: '校验值',
  what: '内容',
  file: '文件',
  filter: '条件',
  subject: '对象',
  total: '总数',
  format: '格式',
  size: '尺寸',
  key: '编号',
  years: '年份',
  version: '版本',
  endedAt: '停用于',
  tables: '表',
};
/** How somebody proved who they are. */
const PROOFS: { readonly [proof: string]: string } = {
  password: '密码',
  code: '密码和验证码',
  recovery: '密码和恢复码',
  'set-up': '密码和新设的两步验证',
};
const FUNCTIONS: { readonly [name: string]: string } = FUNCTION_WORDS;
/** Fields that mean something else there than elsewhere. */
const OWN_NAMES: { readonly [S in HistorySubject]?: { readonly [field: string]: string } } = {
  report: { kind: '说的是' },
  submission: { asOf: '截至第几条记录', hash: '校验值', count: '提醒' },
};
const REPORT_WORDS: { readonly [code: string]: string } = { ...REPORT_KIND_WORDS, ...REPORT_STATE_OFFICIAL };

/** What a row changed, in words, a line for each thing. */
export function historyChanges(subject: HistorySubject, before: Loose | null, after: Loose): readonly Changed[] {
  if (subject === 'station' || subject === 'revision') return changesBetween(before, after);
  if (subject === 'entry') return entryChanges(before, after);
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])];
  return fields.flatMap((field) => {
    const [was, is] = [wordOf(subject, field, before?.[field]), wordOf(subject, field, after[field])];
    return was === is ? [] : [{ field, name: nameOf(subject, field), before: was, after: is, note: null }];
  });
}

/** A field nobody gave a name is shown as it is written: a log leaves nothing out. */
function nameOf(subject: HistorySubject, field: string): string {
  const own = OWN_NAMES[subject]?.[field] ?? NAMES[field];
  if (own !== undefined) return own;
  const name = fieldName(field);
  return name === '这一项' ? field : name;
}

function wordOf(subject: HistorySubject, field: string, value: unknown): string {
  if (typeof value === 'string' && subject === 'submission') return submissionStateWord(value);
  if (typeof value === 'string' && subject === 'report') return REPORT_WORDS[value] ?? valueText(field, value);
  if (field === 'functions' && Array.isArray(value)) {
    return value.length === 0 ? UNWRITTEN : value.map((name) => FUNCTIONS[String(name)] ?? String(name)).join('、');
  }
  if (subject === 'account' && field === 'by') return PROOFS[String(value)] ?? valueText(field, value);
  const isPlain = Array.isArray(value) ? value.every((one) => !isRecord(one)) : !isRecord(value);
  return isPlain ? valueText(field, value) : JSON.stringify(value);
}
