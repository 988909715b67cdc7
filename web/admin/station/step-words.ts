import type { Step } from '../../../shared/station/lifecycle.ts';
import type { Reply } from '../../platform/ask.ts';

export type OnDesk = Reply<'deskStation'>;

/** What a step means, above all to workers, before anybody takes it. A sentence a line. */
export const STEP_MEANS: { readonly [S in Step]: (on: OnDesk) => readonly string[] } = {
  draft: () => ['接着填，劳动者看不到。'],
  submit: () => ['提交后由另一位同志审核；审核前劳动者看不到。'],
  withdraw: () => ['拿回来接着改，审核人不再看得到它在等。劳动者本来就看不到。'],
  import: () => [],
  'accept-flagged': () => ['确认后马上发站点编码，出现在劳动者的地图上。'],
  return: () => ['退给经办人补材料，原因会写在最上面。劳动者看不到。'],
  approve: () => ['通过后进入建设中，劳动者还看不到；建好验收后发编码、上地图。'],
  accept: () => ['验收通过马上发站点编码，出现在劳动者的地图上，可以打印标牌。', '算作今天现场核实。'],
  abandon: () => ['不再建设，记录留着。劳动者本来就看不到。'],
  revise: () => [],
  confirm: () => ['劳动者会看到“今天核实”，开放时间不再提示“很久没核实”。资料本身不变。'],
  relocate: () => [],
  suspend: () => [
    '劳动者马上看到“暂停开放”和下面写的原因，会被领到最近的别处。',
    '到了恢复日期不会自己恢复，要有人点“恢复”。',
  ],
  resume: () => ['劳动者马上看到恢复开放，按开放时间算。'],
  rectify: () => ['站点照常开放；劳动者会看到“正在限期整改”、问题和期限。'],
  'pass-recheck': () => ['整改结束，劳动者看到的整改提示马上拿掉。'],
  'propose-exit': () => ['站点照常开放，劳动者现在看不到变化。', '由市级以上的另一位审核人开始公示或驳回。'],
  'reject-exit': () => ['回到提出退出之前的状态，劳动者看不到变化。'],
  'open-notice': ({ settings }) => [
    `公示 ${settings.noticeDays} 天，贴出当天不算。公示页和站点页都写明原因，谁都可以提异议。`,
    '公示期照常开放，劳动者会看到“正在公示退出”。',
  ],
  'withdraw-notice': () => ['公示马上从公示页拿掉，回到拟退出，由你们再定。'],
  'record-objection': () => ['记下一条异议；处理完之前不能退出。别写提异议的人的姓名和电话。'],
  'uphold-objection': () => ['公示结束，站点不退出。你写的答复会公开。'],
  'dismiss-objection': () => ['这条异议不成立，公示照旧。你写的答复会公开。'],
  retire: () => [
    '马上从劳动者的地图和名单上拿掉；扫旧码会看到“已退出”、原因和最近的站点。',
    '编码留着，永远不再给别的站点。接着有四件事要办：收回标牌，从高德、百度、腾讯地图下架。',
  ],
  merge: () => ['马上从地图上拿掉；旧编码、旧二维码会把人领到接替的站点。', '接着要收回标牌，从三家地图下架。'],
  reinstate: () => ['马上回到劳动者的地图上，还是原来的编码。'],
  'end-term': () => ['马上从劳动者的地图和名单上拿掉，原因写“到期结束”。接着要收回标牌、从地图下架。'],
};

/** Steps that give a station up: their button is red. */
export const GRAVE: readonly Step[] = ['abandon', 'propose-exit', 'open-notice', 'retire', 'merge', 'end-term'];
/** What one comes for in each state stands first and is filled. */
export const FIRST: readonly Step[] = [
  'draft',
  'approve',
  'accept',
  'accept-flagged',
  'resume',
  'pass-recheck',
  'retire',
];
