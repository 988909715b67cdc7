import type { MiddlewareHandler } from 'hono';

/**
 * What a page may load. `tiles`: origins of the operator's street tiles, the only foreign pictures it may show; `nonce`: of
 * the styles it may write into itself, null for none.
 */
export function pagePolicy(tiles: readonly string[], nonce: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
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
  const csp = pagePolicy(tiles, null);
  return async (context, next) => {
    await next();
    const headers = context.res.headers;
    headers.set('x-content-type-options', 'nosniff');
    if (!headers.get('content-type')?.startsWith('text/html')) return;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', csp);
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('permissions-policy', 'geolocation=(self), camera=(self), microphone=(), payment=()');
    headers.set('referrer-policy', 'no-referrer');
    if (secure) headers.set('strict-transport-security', 'max-age=31536000');
  };
}
