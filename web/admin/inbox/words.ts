import type { ReportKind } from '../../../shared/report/report.ts';
import type { Status } from '../../../shared/station/station.ts';
import { REPORT_KIND_WORDS } from '../../../shared/words/report.ts';
import { AMENITY_WORDS } from '../../../shared/words/station.ts';
import type { Reply } from '../../platform/ask.ts';

export type Group = Reply<'inbox'>['groups'][number];
export type ReportView = Group['reports'][number];
export type Settling = 'resolve' | 'dismiss';

/** `设施坏了：微波炉`. */
export function kindText({ kind, amenity }: Pick<ReportView, 'kind' | 'amenity'>): string {
  const word = REPORT_KIND_WORDS[kind];
  return amenity === null ? word : `${word}：${AMENITY_WORDS[amenity]}`;
}

type Template = { readonly title: string; readonly text: string; readonly kinds: readonly ReportKind[] };

/** Answers that fit often; each is changed before it goes out. The first that fits the kind stands first. */
export const TEMPLATES: { readonly [S in Settling]: readonly Template[] } = {
  resolve: [
    {
      title: '按时开门了',
      text: '已经和站点说好，从今天起按公布的时间开门。再遇到关着门，直接打 12351。',
      kinds: ['door-shut'],
    },
    {
      title: '时间改对了',
      text: '开放时间有变动，已经在地图上改好。让您白跑一趟，抱歉。',
      kinds: ['door-shut', 'wrong-info'],
    },
    { title: '修好了', text: '坏的设施已经修好，可以用了。', kinds: ['broken'] },
    { title: '位置说清了', text: '已经补上怎么找到门的说明，位置也核对过了。', kinds: ['not-found', 'wrong-info'] },
    {
      title: '提醒过站点',
      text: '已经提醒站点：户外劳动者都能进，不用买东西，也不收费。',
      kinds: ['turned-away', 'charged'],
    },
    { title: '资料改好了', text: '站点资料已经改好，谢谢告诉我们。', kinds: ['wrong-info', 'all-right', 'other'] },
    { title: '记下了地点', text: '这个地点已经记下，建成以后会出现在地图上。', kinds: ['new-place'] },
  ],
  dismiss: [
    { title: '不在开放时间', text: '您来的时候不在开放时间里，开放时间见站点页。', kinds: ['door-shut'] },
    {
      title: '核实没有问题',
      text: '我们到现场看过，没有发现说的情况。再遇到，拍张照发来。',
      kinds: ['broken', 'not-found', 'turned-away', 'charged', 'other'],
    },
    { title: '暂时不具备条件', text: '这个地点现在还没有建站条件，附近的站点在地图上能查到。', kinds: ['new-place'] },
    { title: '同一件事已在办', text: '这件事已经在办，办好会在地图上更新。', kinds: [] },
  ],
};

/** The fitting ones first, all of them to be had. */
export function templatesFor(settling: Settling, kinds: readonly ReportKind[]): readonly Template[] {
  const fits = (template: Template) => template.kinds.some((kind) => kinds.includes(kind));
  const all = TEMPLATES[settling];
  return [...all.filter(fits), ...all.filter((template) => !fits(template))];
}

/** States from which the life cycle knows the step: the server decides when it is taken. */
export const REVISABLE: readonly Status[] = ['active', 'rectifying', 'exit-proposed', 'exit-notice'];
export const RECTIFIABLE: readonly Status[] = ['active', 'suspended'];

/** What a rectification begins with: `劳动者反馈 3 次：门关着、设施坏了：微波炉。` */
export function findingText({ total, reports }: Pick<Group, 'total' | 'reports'>): string {
  const kinds = [...new Set(reports.map(kindText))].join('、');
  return `劳动者反馈${total > 1 ? ` ${total} 次` : ''}：${kinds}。`;
}

/** `26 小时`, `3 天`; `还没有` of nothing. */
export function hoursText(hours: number | null): string {
  if (hours === null) return '还没有';
  if (hours < 1) return '不到 1 小时';
  return hours < 72 ? `${hours} 小时` : `${Math.round(hours / 2.4) / 10} 天`;
}
