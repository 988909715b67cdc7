import { EXIT_TASKS, type ExitTask } from '../../../shared/station/after-exit.ts';
import type { WorkKind } from '../../../shared/station/work.ts';
import type { DeskIconName } from '../../desk/parts/DeskIcon.tsx';
import type { Reply } from '../../platform/ask.ts';

export type Pile = Reply<'work'>['piles'][number];

/** What a pile is called, what there is to do, and where all of it stands (null: unfolded in place). */
export type PileWords = {
  readonly title: string;
  readonly todo: string;
  readonly icon: DeskIconName;
  readonly all: string | null;
};

export const PILE_WORDS: { readonly [K in WorkKind]: PileWords } = {
  rectify: { title: '整改快到期', todo: '到期前复查', icon: 'warning', all: '/stations?status=rectifying&sort=due' },
  notice: {
    title: '公示到期',
    todo: '没有异议就办退出',
    icon: 'megaphone',
    all: '/stations?status=exit-notice&sort=due',
  },
  term: { title: '临时站点到期', todo: '到期后确认结束', icon: 'clock', all: null },
  contract: { title: '合同快到期', todo: '续签或改经营方式', icon: 'doc', all: null },
  review: { title: '该年度复验', todo: '到现场看一遍', icon: 'check', all: null },
  report: { title: '反馈超期没答', todo: '答复劳动者', icon: 'report', all: '/reports?overdue=1' },
  'submit-figures': { title: '上报待交', todo: '核对报表再上报', icon: 'upload', all: '/figures/submissions' },
  'sign-figures': { title: '上报待签', todo: '看报表，签认或退回', icon: 'check', all: '/figures/submissions' },
  objection: { title: '公示有异议', todo: '答复异议', icon: 'report', all: null },
  approve: { title: '等我审核', todo: '看材料，通过或退回', icon: 'doc', all: '/stations?status=submitted' },
  accept: { title: '等我验收', todo: '按标准逐条核对', icon: 'check', all: '/stations?status=approved' },
  revision: { title: '变更等我同意', todo: '对照改动', icon: 'edit', all: null },
  'exit-proposed': {
    title: '拟退出等公示',
    todo: '开始公示或驳回',
    icon: 'minus',
    all: '/stations?status=exit-proposed',
  },
  returned: { title: '材料被退回', todo: '补好再提交', icon: 'undo', all: '/stations?status=returned' },
  draft: { title: '我的草稿', todo: '写完提交', icon: 'edit', all: '/stations?status=draft' },
  flagged: { title: '导入时有疑点', todo: '答复疑点才上线', icon: 'upload', all: '/stations?doubt=waiting' },
  task: { title: '退出后要做的事', todo: '收标牌、地图下架', icon: 'list', all: null },
  hours: { title: '开放时间太久没核对', todo: '打电话核对', icon: 'clock', all: '/stations?hours=old' },
};

/** Piles with a day: what comes first. */
export const DATED: readonly WorkKind[] = [
  'rectify',
  'notice',
  'term',
  'contract',
  'review',
  'report',
  'submit-figures',
  'sign-figures',
];

export function isExitTask(text: string): text is ExitTask {
  return EXIT_TASKS.some((task) => task === text);
}
