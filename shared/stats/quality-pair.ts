import { nameSimilarity, normaliseName } from '../station/text.ts';

/** What of two stations is compared. `metres`: between them, up to `NEAR`. */
export type Likeness = {
  readonly metres: number;
  readonly names: readonly [string, string];
  readonly addresses: readonly [string, string];
  readonly hosts: readonly [string | null, string | null];
};

export const LIKELIHOODS = ['likely', 'maybe', 'look'] as const;
/** 很可能, 可能, 要看一看. */
export type Likelihood = (typeof LIKELIHOODS)[number];
export const BECAUSE = ['same-door', 'near', 'same-name', 'like-name', 'same-host', 'same-address'] as const;
export type Because = (typeof BECAUSE)[number];

export type PairScore = {
  readonly score: number;
  readonly likelihood: Likelihood;
  readonly because: readonly Because[];
};

/** Stations further from each other are not asked about. */
const NEAR = 50;
const SAME_DOOR = 5;
const SAME = 0.999;
const ALIKE = 0.6;
/** What each sign counts for at most; together 100. */
const WEIGHTS = { metres: 30, name: 35, host: 20, address: 15 } as const;
const LIKELY = 70;
const MAYBE = 45;

/**
 * How much two stations look like one, 0–100: the nearer, the liker their names, the same host and the same address. 70 and more is
 * likely, 45 and more may be. It asks; people answer.
 */
export function scorePair({ metres, names, addresses, hosts }: Likeness): PairScore {
  const name = nameSimilarity(...names);
  const isSameHost = areSame(hosts[0], hosts[1]);
  const address = areSame(...addresses) ? 1 : nameSimilarity(...addresses);
  const near = Math.max(0, 1 - metres / NEAR);
  const score = Math.round(
    WEIGHTS.metres * near + WEIGHTS.name * name + (isSameHost ? WEIGHTS.host : 0) + WEIGHTS.address * address,
  );
  const because: (Because | null)[] = [
    metres <= SAME_DOOR ? 'same-door' : 'near',
    name >= SAME ? 'same-name' : name >= ALIKE ? 'like-name' : null,
    isSameHost ? 'same-host' : null,
    areSame(...addresses) ? 'same-address' : null,
  ];
  return { score, likelihood: likelihoodOf(score), because: because.filter((one) => one !== null) };
}

export function likelihoodOf(score: number): Likelihood {
  return score >= LIKELY ? 'likely' : score >= MAYBE ? 'maybe' : 'look';
}

/** Nothing written down is the same as nothing. */
function areSame(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [left, right] = [normaliseName(a), normaliseName(b)];
  return left !== '' && left === right;
}
