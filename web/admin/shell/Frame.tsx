import { useState } from 'react';
import { Route, Switch } from 'wouter';
import { useMe } from '../../desk/signed.tsx';
import type { DrawnPage } from './drawn.ts';
import css from './frame.module.css';
import { Header } from './Header.tsx';
import { LostPage } from './LostPage.tsx';
import { maySee } from './menu.ts';
import { PageArea } from './PageArea.tsx';
import { PhoneMenu } from './PhoneMenu.tsx';
import { SideMenu } from './SideMenu.tsx';

/** Header, menu and the page itself. */
export function Frame({ pages }: { pages: readonly DrawnPage[] }) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const { functions } = useMe();
  return (
    <>
      <a className={css.skip} href="#main">
        跳到正文
      </a>
      <div className={css.frame}>
        <Header openMenu={() => setMenuOpen(true)} />
        <SideMenu pages={pages.map(({ page }) => page)} />
        <PhoneMenu pages={pages.map(({ page }) => page)} isOpen={isMenuOpen} close={() => setMenuOpen(false)} />
        <main id="main" className={css.main} tabIndex={-1}>
          <PageArea>
            <Switch>
              {pages.flatMap(({ page, Drawn }) =>
                page.signedIn
                  ? [
                      <Route key={page.path} path={page.path}>
                        {(params) =>
                          maySee(page, functions) ? (
                            // Another station is another page: nothing typed for one stays for the next.
                            <Drawn key={JSON.stringify(params)} />
                          ) : (
                            <LostPage isKnown />
                          )
                        }
                      </Route>,
                    ]
                  : [],
              )}
              <Route>
                <LostPage isKnown={false} />
              </Route>
            </Switch>
          </PageArea>
        </main>
      </div>
    </>
  );
}
