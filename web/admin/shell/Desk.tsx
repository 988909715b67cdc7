import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useMemo } from 'react';
import { Route, Router, Switch } from 'wouter';
import { makeAsk } from '../../platform/ask.ts';
import type { Page } from '../page.ts';
import { AskProvider } from '../use-ask.tsx';
import { THEME } from './theme.ts';

const ask = makeAsk({ fetch: (url, init) => window.fetch(url, init) });
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: true } } });

/** The workspace around its pages. */
export function Desk({ pages }: { pages: readonly Page[] }) {
  const routes = useMemo(() => pages.map((page) => ({ path: page.path, Page: lazy(page.load) })), [pages]);
  return (
    <ConfigProvider locale={zhCN} theme={THEME} csp={{ nonce: nonceOf(document) }}>
      <QueryClientProvider client={queries}>
        <AskProvider ask={ask}>
          <Router base="/admin">
            <Suspense fallback={null}>
              <Switch>
                {routes.map(({ path, Page }) => (
                  <Route key={path} path={path} component={Page} />
                ))}
              </Switch>
            </Suspense>
          </Router>
        </AskProvider>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

/** The number that lets Ant Design write its styles into this page. */
function nonceOf(page: Document): string {
  return page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
