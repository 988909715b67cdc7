import type { Unanswered } from '../../platform/ask.ts';

/** Why there was no answer, as a sentence for people. */
export function unansweredText(why: Unanswered): string {
  if (why.kind === 'refused') return why.problem.detail;
  return FAULTS[why.fault];
}

const FAULTS: { readonly [F in Extract<Unanswered, { kind: 'fault' }>['fault']]: string } = {
  offline: '没连上服务器，填的内容还在。看看网络，再试一次。',
  captive: '回答的不是本站，可能被网络登录页拦了。换个网络再试一次。',
  server: '服务器这会儿忙不过来，填的内容还在。过一会儿再试。',
};
