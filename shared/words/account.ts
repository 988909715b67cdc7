/** States of an account (`AccountState` of `shared/actor`, which this room cannot see; whoever shows them is checked by type). */
export const ACCOUNT_STATE_WORDS = {
  active: '在用',
  invited: '等本人设密码',
  locked: '锁住了',
  disabled: '已停用',
} as const;

/** What history says became of an account. */
export const ACCOUNT_STEP_WORDS = {
  invite: '邀请',
  join: '设好密码，开始使用',
  edit: '改资料和职责',
  disable: '停用',
  enable: '启用',
  lock: '错得太多，自动锁定',
  unlock: '解锁',
  reset: '重置，重新邀请',
  'sign-in': '登录',
  'sign-out': '退出登录',
  'end-session': '结束一次登录',
  'end-sessions': '结束全部登录',
  'change-password': '换密码',
  'set-second-factor': '设两步验证',
  'use-recovery': '用掉一个恢复码',
  'renew-recovery': '换恢复码',
} as const;
