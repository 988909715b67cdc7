import type { AccountRefusal } from '../kernel/refusal.ts';
import type { Sentences } from './sentences.ts';

export const ACCOUNT_SENTENCES: Sentences<AccountRefusal['kind']> = {
  'not-signed-in': () => '还没登录，或者登录已经过期。登录后再做一次。',
  'fresh-sign-needed': () => '这一步要再输一次密码，输完再做。',
};
