import {
  addPlugins,
  cleanupOutdatedCaches,
  getCacheKeyForURL,
  matchPrecache,
  type PrecacheEntry,
  precache,
} from 'workbox-precaching';
import { isOurs, ruleFor } from './rules.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

const SHELL = '/index.html';

// One file that is not ours or not whole fails the install: the version before stays, and it is tried again later.
addPlugins([
  {
    cacheWillUpdate: async ({ request, response }) => {
      const { status, redirected, headers } = response;
      const came = { status, redirected, type: headers.get('content-type') ?? '' };
      return isOurs(request.url, came) ? response : null;
    },
  },
]);
precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const isKept = (url: string): boolean => getCacheKeyForURL(url) !== undefined;
  const rule = ruleFor(request, self.location.origin, isKept);
  if (rule !== 'network') event.respondWith(kept(rule === 'shell' ? SHELL : request.url, request));
});

/** The browser may have cleared the cache and left the worker: then the network is asked as if there were none. */
async function kept(url: string, request: Request): Promise<Response> {
  return (await matchPrecache(url)) ?? fetch(request);
}

// The person said so (platform/install): a version is never swapped under somebody by itself.
self.addEventListener('message', ({ data }) => {
  if (typeof data === 'object' && data !== null && Reflect.get(data, 'type') === 'SKIP_WAITING') self.skipWaiting();
});
