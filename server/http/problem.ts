import type { Refusal } from '../../shared/kernel/refusal.ts';
import { problemOf } from '../../shared/wire/problem.ts';

/** The refusal as an RFC 9457 answer; to a write it repeats the id that was asked under. */
export function problemResponse(refusal: Refusal, id: string | null = null): Response {
  const problem = problemOf(refusal);
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  });
  if ('retrySeconds' in refusal) headers.set('retry-after', String(refusal.retrySeconds));
  return new Response(JSON.stringify(id === null ? problem : { ...problem, id }), { status: problem.status, headers });
}
