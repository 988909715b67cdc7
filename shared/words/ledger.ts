/** Where an uploaded ledger stands, as its list names it. */
export const LEDGER_STATE_WORDS = {
  staging: '正在接收',
  planning: '正在核对',
  ready: '等你核对',
  committing: '正在提交',
  done: '已提交',
} as const;

/** What becomes of a row. */
export const LEDGER_KIND_WORDS = {
  new: '新增',
  changed: '有改动',
  same: '没变化',
  flagged: '有疑点',
  refused: '拒收',
} as const;

export function ledgerStateWord(state: string): string {
  for (const [known, word] of Object.entries(LEDGER_STATE_WORDS)) if (known === state) return word;
  return '已经变了';
}
