/** States of an account (`AccountState` of `shared/actor`, which this room cannot see; whoever shows them is checked by type). */
export const ACCOUNT_STATE_WORDS = {
  active: '在用',
  invited: '等本人设密码',
  locked: '锁住了',
  disabled: '已停用',
} as const;
