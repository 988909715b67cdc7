/** Repeatable chance: the same seed gives the same throws on every machine. Not for secrets. */
export type Dice = {
  /** 0 ≤ x < 1. */
  next(): number;
  /** 0 … n − 1. */
  below(n: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** A value of a table of shares; the shares need not add up to one. */
  among<T>(shares: readonly (readonly [T, number])[]): T;
  /** Mean 1, never negative, mostly small. */
  exponential(): number;
  /** 32 hex digits. */
  id(): string;
};

/** sfc32, seeded by a text through 32-bit FNV-1a four times over. */
export function diceOf(seed: string): Dice {
  let [a, b, c, d] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), hash(seed, 4)];
  const raw = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) raw();
  const next = () => raw() / 4_294_967_296;
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)] ?? list[0],
    among: (shares) => amongOf(shares, next()),
    exponential: () => -Math.log(1 - next()),
    id: () => Array.from({ length: 4 }, () => raw().toString(16).padStart(8, '0')).join(''),
  };
}

function amongOf<T>(shares: readonly (readonly [T, number])[], throwAt: number): T {
  let left = throwAt * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
  }
  const last = shares[shares.length - 1];
  if (!last) throw new Error('a table of shares without rows');
  return last[0];
}

function hash(text: string, salt: number): number {
  let sum = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum;
}
