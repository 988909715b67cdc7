import type { AccountRefusal } from '../kernel/refusal.ts';
import type { OfKind, Sentences } from './sentences.ts';

type Weak = OfKind['password-weak'];

export const ACCOUNT_SENTENCES: Sentences<AccountRefusal['kind']> = {
  'not-signed-in': () => '还没登录，或者登录已经过期。登录后再做一次。',
  'fresh-sign-needed': () => '这一步要再输一次密码，输完再做。',
  'sign-in-failed': ({ attempts, lockMinutes }) =>
    `用户名或密码不对，或者账号现在不能用。连着错 ${attempts} 次会锁 ${lockMinutes} 分钟，安全管理员可以提前解锁。`,
  'sign-in-lapsed': () => '登录停得太久了，从用户名和密码重新开始。',
  'account-locked': ({ until }) => `错的次数太多，账号锁到 ${until}。到时候再试，或者找安全管理员解锁。`,
  'code-wrong': () => '验证码不对。看看手机上现在的六位数，或者用一个没用过的恢复码。',
  'set-up-code-wrong': () => '验证码不对。看看是不是“歇脚”这一条现在的六位数，手机上的时间要准。',
  'code-used': () => '这个验证码已经用过了，等手机上换出下一个再输。',
  'password-wrong': () => '密码不对，再输一遍。',
  'password-weak': (refusal) => WEAK[refusal.why](refusal),
  'invite-unknown': () => '这个链接用过了，或者已经过期。找安全管理员再要一个。',
  'username-taken': ({ username }) => `用户名 ${username} 已经有人用了，换一个。`,
  'account-unknown': () => '本级和下级工会里没有这个账号，刷新看看名单。',
  'own-account': () => '不能这样处理自己的账号，交给另一位安全管理员办。',
  'union-loop': () => '不能把工会移到它自己或它的下级下面，换一个上级。',
  'union-too-deep': ({ max }) => `工会最多 ${max} 级，移到这里就超了，换一个上级。`,
  'union-name-taken': ({ name }) => `同一个上级下面已经有${name}，换一个名字。`,
  'union-in-use': ({ unions, stations, accounts }) =>
    `下面还有 ${unions} 个工会、${stations} 个站点、${accounts} 个账号，都移走或停用以后再撤销。`,
  'union-fixed': () => '行政区划的工会只能改名，不能撤销，也不能移动。',
  'union-closed': () => '上级工会已经撤销，先恢复它，或者换一个上级。',
};

const WEAK: { readonly [W in Weak['why']]: (refusal: Weak) => string } = {
  short: ({ least }) => `密码太短，至少 ${least} 位。可以用几个不相干的词连起来。`,
  classes: ({ classes }) => `密码里大写字母、小写字母、数字、符号至少要有 ${classes} 种。`,
  username: () => '密码里不能有用户名，换一个。',
  common: () => '这个密码太常见，别人一猜就中，换一个。',
  used: ({ history }) =>
    history > 1 ? `最近 ${history} 次用过的密码不能再用，换一个。` : '新密码和原来的一样，换一个。',
};
