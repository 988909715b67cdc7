import type { RouteParams } from '../../../shared/wire/route.ts';

/** Which union's submission of which period, as an address or an answer names it; the server judges both. */
export function whichOf(union: string, period: string): RouteParams<'submission'> {
  return { union, period } as RouteParams<'submission'>;
}
