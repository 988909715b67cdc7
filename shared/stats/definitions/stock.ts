import type { Counting } from '../fold.ts';
import { define } from './make.ts';

const ONE = () => 1;

export const STOCK: readonly Counting[] = [
  define({
    id: 'stock.opening',
    name: '期初站点',
    counts: '上一统计期最后一天在册的站点：正常、暂停、限期整改、拟退出、退出公示中。上期已经签报的，按签报时所知计。',
    leavesOut: '草稿、待审核、建设中、已退出、已合并、已迁走、已放弃的。',
    fold: { of: 'opening', value: ONE },
  }),
  define({
    id: 'stock.corrected-in',
    name: '更正增加',
    counts: '上期签报以后才记入、补计到期初的站点。',
    fold: { of: 'correction', way: 'in' },
    adds: false,
  }),
  define({
    id: 'stock.corrected-out',
    name: '更正减少',
    counts: '上期签报时计入、后来知道期初不该计入的站点。',
    fold: { of: 'correction', way: 'out' },
    adds: false,
  }),
  define({
    id: 'stock.new',
    name: '新增',
    counts: '本期内第一次成为在册的站点：验收、导入、补审通过。',
    leavesOut: '迁址后换新编码的，它是移入。',
    fold: { of: 'flow', flow: 'new' },
  }),
  define({
    id: 'stock.reinstated',
    name: '恢复登记',
    counts: '本期内由已退出恢复为在册的站点，用原来的编码。',
    fold: { of: 'flow', flow: 'reinstated' },
  }),
  define({
    id: 'stock.moved-in',
    name: '移入',
    counts: '本期内迁址换新编码的新址，以及因区划、工会、类型、面积、共建方式、建站单位类型等改变而转到本格的站点。',
    leavesOut: '在同一格之内的变更。所以各行相加可以多于合计。',
    fold: { of: 'flow', flow: 'moved-in' },
    adds: false,
  }),
  define({
    id: 'stock.retired',
    name: '退出',
    counts: '本期内退出或到期结束的站点。',
    leavesOut: '并入别的站点的、迁走的。示例站点被清除的，只在示例范围里计在这里。',
    fold: { of: 'flow', flow: 'retired' },
  }),
  define({
    id: 'stock.merged',
    name: '合并',
    counts: '本期内并入别的站点的站点。',
    fold: { of: 'flow', flow: 'merged' },
  }),
  define({
    id: 'stock.moved-out',
    name: '移出',
    counts: '本期内迁址换新编码的旧址，以及因区划、工会、类型、面积、共建方式、建站单位类型等改变而离开本格的站点。',
    leavesOut: '在同一格之内的变更。所以各行相加可以多于合计。',
    fold: { of: 'flow', flow: 'moved-out' },
    adds: false,
  }),
  define({
    id: 'stock.closing',
    name: '期末站点',
    counts: '统计期最后一天（还没过完的，截至时刻那一天）在册的站点：正常、暂停、限期整改、拟退出、退出公示中。',
    leavesOut: '草稿、待审核、建设中、已退出、已合并、已迁走、已放弃的。示例站点只在示例范围里计。',
    fold: { of: 'closing', value: ONE },
    national: true,
  }),
  define({
    id: 'stock.suspended',
    name: '期末暂停',
    counts: '期末站点中正在暂停的。',
    fold: { of: 'closing', value: ({ status }) => Number(status === 'suspended') },
  }),
  define({
    id: 'stock.leaving',
    name: '期末拟退出',
    counts: '期末站点中拟退出或在退出公示中的。',
    fold: { of: 'closing', value: ({ status }) => Number(status === 'exit-proposed' || status === 'exit-notice') },
  }),
];
