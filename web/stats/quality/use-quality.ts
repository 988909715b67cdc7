import { useLocation, useSearch } from 'wouter';
import { QUALITY_KINDS, type QualityKind } from '../../../shared/stats/quality-kind.ts';
import { LIKELIHOODS, type Likelihood } from '../../../shared/stats/quality-pair.ts';
import { type Address, addressOf } from '../parts/question.ts';
import type { Board } from './words.ts';

/** What the page shows, as its address says. */
export type QualityAsked = {
  readonly union: string | undefined;
  readonly stations: 'real' | 'synthetic';
  readonly kind: QualityKind | null;
  readonly likelihood: Likelihood | null;
  readonly after: string | undefined;
};
export type QualityHere = {
  readonly asked: QualityAsked;
  /** The address with some of it said otherwise; a page of a list begins anew unless it says its place. */
  readonly href: (over: Address) => string;
  readonly change: (over: Address) => void;
};

export type BoardProps = { board: Board; here: QualityHere };

export function useQuality(): QualityHere {
  const search = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const said = (name: string) => search.get(name) ?? undefined;
  const asked: QualityAsked = {
    union: said('union'),
    stations: said('stations') === 'synthetic' ? 'synthetic' : 'real',
    kind: QUALITY_KINDS.find((one) => one === said('kind')) ?? null,
    likelihood: LIKELIHOODS.find((one) => one === said('likelihood')) ?? null,
    after: said('after'),
  };
  const held: Address = {
    union: asked.union,
    stations: asked.stations === 'synthetic' ? 'synthetic' : undefined,
    kind: asked.kind ?? undefined,
    likelihood: asked.likelihood ?? undefined,
  };
  const href = (over: Address) => addressOf('/figures/quality', held, over);
  return { asked, href, change: (over) => go(href(over)) };
}

/** What every question of the page says. */
export function scopeOf({ union, stations }: QualityAsked): { union?: string; stations: string } {
  return { stations, ...(union !== undefined && { union }) };
}
