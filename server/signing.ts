import { PASSWORD_PROFILES } from '../shared/actor/password.ts';
import type { Instant } from '../shared/kernel/instant.ts';
import { demoAccounts } from './demo.ts';
import type { Deps } from './deps.ts';
import { dataRoot } from './feature/regions/read.ts';
import { loadCommonPasswords } from './feature/session/common-passwords.ts';
import { HASH_COST, hashing } from './feature/session/hashing.ts';
import { signedByCookie } from './feature/session/signed-by.ts';
import type { Signing } from './feature/session/signing.ts';
import type { World } from './open.ts';

/** How people sign in at this deployment, as its environment says; with demo accounts where there may be some. */
export async function signingOf(
  world: World,
  { secure, now }: { readonly secure: boolean; readonly now: () => Instant },
): Promise<Pick<Deps, 'signing' | 'signedBy'>> {
  const { env, store } = world;
  const secondFactor = env.SECOND_FACTOR ?? (env.NODE_ENV === 'production' ? 'required' : 'optional');
  const signing: Signing = {
    profile: PASSWORD_PROFILES[env.PASSWORD_PROFILE],
    needsSecondFactor: secondFactor === 'required',
    idleMs: env.IDLE_MINUTES * 60_000,
    hashing: hashing(HASH_COST),
    isListed: loadCommonPasswords(dataRoot()),
    demo: await demoAccounts(world),
  };
  return { signing, signedBy: signedByCookie({ store, now, secure, idleMs: signing.idleMs }) };
}
