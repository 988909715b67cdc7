import type { AccountFunction, Step } from '../station/lifecycle.ts';

/** Chinese words for life-cycle steps and functions, as a button or a history line names them. */
export const STEP_WORDS: { readonly [S in Step]: string } = {
  draft: '起草',
  submit: '提交',
  withdraw: '撤回',
  import: '导入',
  'accept-flagged': '确认导入',
  return: '退回',
  approve: '审核通过',
  accept: '验收',
  abandon: '放弃建设',
  revise: '变更',
  confirm: '核实',
  relocate: '迁址',
  suspend: '暂停',
  resume: '恢复',
  rectify: '限期整改',
  'pass-recheck': '复查通过',
  'propose-exit': '提出退出',
  'reject-exit': '驳回退出',
  'open-notice': '开始公示',
  'withdraw-notice': '撤回公示',
  'record-objection': '登记异议',
  'uphold-objection': '异议成立',
  'dismiss-objection': '异议不成立',
  retire: '退出',
  merge: '合并',
  reinstate: '恢复登记',
  'end-term': '到期结束',
};

/** What accounts do beside the steps: `Task` of `shared/actor`, which this room cannot see; a test compares the two. */
export const TASK_WORDS = {
  'read-station': '查看站点资料',
  'read-contact': '查看联系人',
  'read-history': '查看操作日志',
  'answer-reports': '答复问题反馈',
  'print-plaque': '打印标牌',
  'read-figures': '查看统计',
  'keep-demand': '管理需求点',
  'submit-figures': '上报统计',
  'sign-figures': '签认统计',
  'settle-doubts': '答复数据疑点',
  export: '导出',
  'fill-inspection': '填写巡查',
  'keep-logbook': '记站点日志',
  'keep-entries': '记工作台账',
  'manage-accounts': '管理账号',
  'change-settings': '修改设置',
  'make-backup': '备份',
} as const;

export const FUNCTION_WORDS: { readonly [F in AccountFunction]: string } = {
  officer: '经办人',
  approver: '审核人',
  keeper: '站长',
  inspector: '巡查员',
  analyst: '统计员',
  auditor: '审计员',
  'security-admin': '安全管理员',
  'system-admin': '系统管理员',
};
