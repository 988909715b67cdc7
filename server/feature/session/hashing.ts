import { hash, verify } from '@node-rs/argon2';
import type { HashCost } from './signing.ts';

export type Hashing = {
  hash(password: string): Promise<string>;
  /** Against no hash it takes as long and is false: whether an account is there cannot be heard from the time. */
  matches(hash: string | null, password: string): Promise<boolean>;
};

/** argon2id. */
export function hashing(cost: HashCost): Hashing {
  let nobodys: Promise<string> | null = null;
  return {
    hash: (password) => hash(password, cost),
    matches: async (held, password) => {
      nobodys ??= hash('nobody has this password', cost);
      const isRight = await verify(held ?? (await nobodys), password);
      return held !== null && isRight;
    },
  };
}
