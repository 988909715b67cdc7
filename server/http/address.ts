import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The asking address for rate limits: the socket's, or the last one a trusted proxy added. */
export function addressReader(trustProxy: boolean): (context: Context) => string {
  return (context) => {
    if (trustProxy) {
      const last = context.req.header('x-forwarded-for')?.split(',').pop()?.trim();
      if (last) return last;
    }
    return socketAddress(context);
  };
}

/** In-process requests (tests, `app.request`) have no socket. */
function socketAddress(context: Context): string {
  const bound: unknown = context.env;
  if (typeof bound !== 'object' || bound === null || !('incoming' in bound)) return 'local';
  return getConnInfo(context).remote.address ?? 'unknown';
}
