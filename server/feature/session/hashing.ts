import * as argon from '@node-rs/argon2';

/** Work an attacker has to do for every guess; memory in KiB. */
export type HashCost = { readonly memoryCost: number; readonly timeCost: number; readonly parallelism: number };

/** What OWASP recommends for argon2id. */
export const HASH_COST: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type Hashing = {
  hash(password: string): Promise<string>;
  /** Against no hash it takes as long and is false: whether an account is there cannot be heard from the time. */
  matches(hash: string | null, password: string): Promise<boolean>;
};

/** What does the work. */
export type Argon = Pick<typeof argon, 'hash' | 'verify'>;

/** argon2id. */
export function hashing(cost: HashCost, { hash, verify }: Argon = argon): Hashing {
  const nobodys = nobodysHash(cost);
  return {
    hash: (password) => hash(password, cost),
    matches: async (held, password) => {
      const isRight = await verify(held ?? nobodys, password);
      return held !== null && isRight;
    },
  };
}

/** A hash of the same cost that no password has, written down, not reckoned: that would make the first stranger wait twice. */
function nobodysHash({ memoryCost, timeCost, parallelism }: HashCost): string {
  const base64 = (bytes: number) => Buffer.alloc(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${base64(16)}$${base64(32)}`;
}
