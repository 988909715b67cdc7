import type { SubmissionState, SubmissionStep, Warning, WarningId } from '../../../shared/stats/submission.ts';
import type { Tone } from '../../desk/parts/Tag.tsx';
import type { Reply } from '../../platform/ask.ts';

export type Board = Reply<'submissions'>;
export type Whole = Reply<'submission'>;
export type Cell = Board['own'][number];

export const STATE_TONE: { readonly [S in SubmissionState]: Tone } = {
  open: 'calm',
  submitted: 'soon',
  returned: 'late',
  signed: 'ok',
};

export const KIND_WORDS = { month: '月报', quarter: '季报', year: '年报' } as const;

/** A warning as a sentence. `figure` and `about` as the server found them. */
export const WARNING_WORDS: { readonly [W in WarningId]: (found: Pick<Warning, 'figure' | 'about'>) => string } = {
  identity: ({ about }) => `期初加增减不等于期末：${about.join('、')}。`,
  'closing-moved': ({ figure }) =>
    `期末站点比上期${(figure ?? 0) < 0 ? '少' : '多'}了 ${Math.abs(figure ?? 0)} 个，超过一成。`,
  'children-missing': ({ figure, about }) => `下级还有 ${figure ?? 0} 家没有签认：${namesText(about)}。`,
  'amenities-unknown': ({ figure }) => `设施有一半以上不清楚，共 ${figure ?? 0} 项。`,
  'hours-unknown': ({ figure }) => `${figure ?? 0} 个站点的开放时间不清楚。`,
  'reports-overdue': ({ figure }) => `${figure ?? 0} 条劳动者反馈超期没有答复。`,
  'no-visits': () => '本期没有到访数。',
  'no-inspections': () => '本期没有巡查记录。',
  unverified: ({ figure }) => `一半以上的站点位置没有核实过，共 ${figure ?? 0} 个。`,
};

const NAMED = 8;

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, NAMED).join('、');
  return names.length > NAMED ? `${shown}等` : shown;
}

/** What a step leads to, told before it is taken. */
export const STEP_MEANS: { readonly [S in SubmissionStep]: (above: string | null) => readonly string[] } = {
  submit: (above) => [
    '各表的数从现在起定住，以后的改动不再改变它。',
    above === null ? '由本级另一位审核人签认或退回。' : `由${above}的审核人签认或退回；退回以后可以改了再报。`,
  ],
  return: () => ['退回以后由对方改好再报，数按那时候的重算。', '写明哪张表、哪一行、要改什么。'],
  sign: () => ['签认以后这一期永远不再改变，也不能撤回。', '以后才知道的事，记在下一期的“补记”里。'],
};
