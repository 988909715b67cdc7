/** What a row of the history is about, as people look for it. */
export const KINDS = [
  { value: 'all', word: '全部' },
  { value: 'life', word: '生命周期' },
  { value: 'facts', word: '资料变更' },
  { value: 'people', word: '联系人' },
  { value: 'rest', word: '其他' },
] as const;
export type Kind = (typeof KINDS)[number]['value'];

const FACTS: readonly string[] = ['draft', 'revise', 'confirm'];

export function kindOf({ subject, step }: { readonly subject: string; readonly step: string }): Kind {
  if (subject === 'contact') return 'people';
  if (subject === 'revision' || (subject === 'station' && FACTS.includes(step))) return 'facts';
  return subject === 'station' || subject === 'objection' ? 'life' : 'rest';
}
