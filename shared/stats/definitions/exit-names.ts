import type { ExitReason } from '../../station/command.ts';

/** The words of `shared/words`, which this room cannot see; a test compares the two. */
export const EXIT_NAMES: { readonly [R in ExitReason]: string } = {
  NOT_OPEN: '长期不开门',
  FACILITY_UNREPAIRED: '设施坏了没修好',
  SUPPLY_SHORT: '物资长期缺',
  COMPLAINT_UNRESOLVED: '投诉没解决',
  SAFETY: '有安全问题',
  LOW_USE: '很少有人用',
  HOST_LEFT: '建站单位撤了',
  MISUSE_OR_CHARGE: '挪作他用或收费',
  FALSE_DATA: '信息不实',
  MERGE: '并到别的站点',
  TERM_END: '到期结束',
  OTHER: '其他原因',
};
