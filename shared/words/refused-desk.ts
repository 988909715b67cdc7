import type { DeskRefusal } from '../kernel/refusal.ts';
import { BACKUP_SENTENCES, INBOX_SENTENCES } from './refused-backup.ts';
import { LEDGER_SENTENCES } from './refused-ledger.ts';
import { STATION_WORK_SENTENCES } from './refused-station.ts';
import type { Sentences } from './sentences.ts';
import { dateText } from './value.ts';

export const DESK_SENTENCES: Sentences<DeskRefusal['kind']> = {
  'plaque-needs-origin': ({ name }) => `标牌上的二维码还没有网址。请系统管理员设好 ${name} 再打印，示例站点可以先试。`,
  'plaque-unpublished': ({ code }) => `编码 ${code} 的站点没有对外公布，不能印标牌。验收通过以后再印。`,
  'plaque-key-unknown': ({ key }) => `没有编号是 ${key} 的标牌密钥，核对一下。`,
  'plaque-key-current': ({ key }) => `现在印的标牌用的就是密钥 ${key}。先换新密钥，再停用它。`,
  'visit-tag': () => '扫到的不是工会站牌上的二维码，这一次到访没有记。',
  'visit-day': ({ from, to }) => `到访的日期要在${dateText(from)}到${dateText(to)}之间，这一次没有记。`,
  'notice-closed': () => '这个站点现在不在公示期里，提不了异议。有意见打 12351 告诉工会。',
  'objection-unknown': () => '没有这个查询码的异议。照着那 12 位数字再输一遍。',
  ...INBOX_SENTENCES,
  ...BACKUP_SENTENCES,
  ...STATION_WORK_SENTENCES,
  'body-not-file': () => '发来的不是文件，换成文件再发。',
  ...LEDGER_SENTENCES,
  'cursor-unknown': () => '这一页的位置对不上了，从第一页看起。',
  'view-unknown': () => '没有这个视图，可能已经删了，或者是别人的。',
  'view-name-taken': ({ name }) => `已经有叫“${name}”的视图，换个名字。`,
  'views-full': ({ max }) => `最多存 ${max} 个视图，先删掉不用的。`,
  'export-unknown': () => '没有这份导出。文件只留 7 天，过了就重新导出。',
  'export-unfinished': () => '还没导完，等进度到头再下载。',
  'exports-busy': ({ max }) => `同时最多导 ${max} 份，等前面的导完。`,
  'nothing-to-export': () => '按现在的条件一个站点也没有，放宽条件再导出。',
};
