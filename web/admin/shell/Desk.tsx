import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, useState } from 'react';
import { Route, Router, Switch } from 'wouter';
import type { Page } from '../../desk/page.ts';
import { withMust } from '../../desk/parts/Must.tsx';
import { styleNonce } from '../../platform/page-styles.ts';
import { FreshProvider } from '../sign/FreshProvider.tsx';
import { Asking } from './Asking.tsx';
import { drawnPages } from './drawn.ts';
import { Gate } from './Gate.tsx';
import { NewVersion } from './NewVersion.tsx';
import { PageArea } from './PageArea.tsx';
import { themeOf } from './theme.ts';
import { useDark } from './use-dark.ts';

/** The workspace around its pages: those that need no session stand alone, all others behind the gate. */
export function Desk({ pages }: { pages: readonly Page[] }) {
  const isDark = useDark();
  const theme = useMemo(() => themeOf(isDark), [isDark]);
  const [drawn] = useState(() => drawnPages(pages));
  return (
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      csp={{ nonce: styleNonce(document) }}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: withMust }}
    >
      <Asking>
        <FreshProvider>
          <Router base="/admin">
            <NewVersion />
            <Switch>
              {drawn.flatMap(({ page, Drawn }) =>
                page.signedIn ? (
                  []
                ) : (
                  <Route key={page.path} path={page.path}>
                    <PageArea>
                      <Drawn />
                    </PageArea>
                  </Route>
                ),
              )}
              <Route>
                <Gate pages={drawn} />
              </Route>
            </Switch>
          </Router>
        </FreshProvider>
      </Asking>
    </ConfigProvider>
  );
}
