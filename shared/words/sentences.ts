import type { Refusal } from '../kernel/refusal.ts';

type Kind = Refusal['kind'];
export type OfKind = { readonly [K in Kind]: Extract<Refusal, { readonly kind: K }> };
/** A sentence for each of some kinds of refusal. */
export type Sentences<Some extends Kind> = { readonly [K in Some]: (refusal: OfKind[K]) => string };
