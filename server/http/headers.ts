import type { MiddlewareHandler } from 'hono';

/** `tiles`: origins of the operator's street tiles, the only foreign pictures a page may show. */
function policy(tiles: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' data: blob:", ...tiles].join(' '),
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Every answer says not to guess its type; documents alone carry the long policies, so a delta stays a few hundred bytes. */
export function securityHeaders(secure: boolean, tiles: readonly string[] = []): MiddlewareHandler {
  const csp = policy(tiles);
  return async (context, next) => {
    await next();
    const headers = context.res.headers;
    headers.set('x-content-type-options', 'nosniff');
    if (!headers.get('content-type')?.startsWith('text/html')) return;
    headers.set('content-security-policy', csp);
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('permissions-policy', 'geolocation=(self), camera=(self), microphone=(), payment=()');
    headers.set('referrer-policy', 'no-referrer');
    if (secure) headers.set('strict-transport-security', 'max-age=31536000');
  };
}
