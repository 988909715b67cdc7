import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { readAssets } from '../../server/http/assets.ts';
import { leaveChromium, sharedChromium } from '../fixtures/make/chromium.ts';
import { openTestServer, type TestOptions, type TestServer } from '../fixtures/make/server.ts';
import type { Clerk } from '../fixtures/make/signed.ts';
import { BUILT } from './stage.ts';

/** The real server in this process behind a real port, the built apps, and a real browser for the people at their desks. */
export type ClerkStage = {
  readonly origin: string;
  readonly server: TestServer;
  readonly browser: Browser;
  /** A desktop of 1366 × 768 at which the clerk is signed in; without one nobody is. */
  desktop(clerk: Clerk | null, options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
};

export async function openClerkStage(options: TestOptions = {}): Promise<ClerkStage> {
  const [assets, workspace] = [readAssets(join(BUILT, 'web')), readAssets(join(BUILT, 'workspace'))];
  const server = await openTestServer({ ...options, deps: { assets, workspace, ...options.deps } });
  const [listening, browser] = await Promise.all([listen(server), sharedChromium()]);
  const { port } = listening.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  return {
    origin,
    server,
    browser,
    desktop: async (clerk, more = {}) => {
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        ...more,
      });
      if (clerk !== null) await context.addCookies([cookieOf(clerk, origin)]);
      return context;
    },
    close: async () => {
      await leaveChromium(browser);
      await new Promise((done) => listening.close(done));
      await server.close();
    },
  };
}

function listen({ app }: TestServer): Promise<ServerType> {
  return new Promise((ready) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => ready(listening));
  });
}

function cookieOf({ cookie }: Clerk, origin: string) {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value, url: origin };
}
