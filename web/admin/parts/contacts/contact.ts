import type { ContactRole } from '../../../../shared/station/contact.ts';
import type { Reply } from '../../../platform/ask.ts';

/** A person behind a station, masked as lists show them. */
export type Contact = Reply<'deskStation'>['contacts'][number];

export const ROLE_WORDS: { readonly [R in ContactRole]: string } = {
  keeper: '站长',
  deputy: '副站长',
  host: '建站单位联系人',
  other: '其他',
};
