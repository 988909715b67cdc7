import type { Refusal } from '../../shared/kernel/refusal.ts';
import { problemOf } from '../../shared/wire/problem.ts';

/** The refusal as an RFC 9457 answer. */
export function problemResponse(refusal: Refusal): Response {
  const problem = problemOf(refusal);
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
  if ('retrySeconds' in refusal) headers.set('retry-after', String(refusal.retrySeconds));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
