import type { AccountState } from '../../../shared/actor/account.ts';
import type { AccountFunction } from '../../../shared/station/lifecycle.ts';
import type { Tone } from '../../desk/parts/Tag.tsx';

/** What each function may do, in one line, for whoever hands it out. */
export const FUNCTION_NOTES: { readonly [F in AccountFunction]: string } = {
  officer: '登记、变更、暂停、整改、提出退出',
  approver: '审核、验收、公示、退出；不能批自己经手的',
  keeper: '只管自己的站点：时间、故障、日志',
  inspector: '只看名单里的站点，填巡查表',
  analyst: '看统计、导出，看不到个人信息',
  auditor: '看操作日志，不办业务',
  'security-admin': '管账号和解锁，不办业务',
  'system-admin': '管设置和备份，不办业务',
};

export const STATE_TONES: { readonly [S in AccountState]: Tone } = {
  active: 'ok',
  invited: 'info',
  locked: 'soon',
  disabled: 'calm',
};
