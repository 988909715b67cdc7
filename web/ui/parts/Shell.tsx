import type { MouseEvent, ReactNode } from 'react';
import { Link, useSearch } from 'wouter';
import { chosenHash, useChosen } from '../chosen-place.ts';
import { Icon, type IconName } from './Icon.tsx';
import css from './shell.module.css';

export type Tab = 'near' | 'map' | 'search' | 'offline';

const TABS: readonly { id: Tab; href: string; icon: IconName; word: string }[] = [
  { id: 'near', href: '/', icon: 'list', word: '附近' },
  { id: 'map', href: '/map', icon: 'map', word: '地图' },
  { id: 'search', href: '/search', icon: 'search', word: '搜索' },
  { id: 'offline', href: '/offline', icon: 'offline', word: '离线' },
];

/** A page with the bar of tabs; `skip` is the first stop of the keyboard. */
export function Shell({ tab, skip, children }: { tab: Tab | null; skip?: ReactNode; children: ReactNode }) {
  const shared = useSharedState();
  return (
    <div className={css.page}>
      {skip}
      {children}
      <nav className={css.nav} aria-label="主导航">
        {TABS.map(({ id, href, icon, word }) => (
          <Link
            key={id}
            href={href + (isTwin(id, tab) ? shared : '')}
            className={css.tab}
            aria-current={id === tab ? 'page' : undefined}
          >
            <Icon name={icon} />
            {word}
          </Link>
        ))}
      </nav>
    </div>
  );
}

/** List and map are two sights of one question, so they hand it to each other. */
function isTwin(to: Tab, from: Tab | null): boolean {
  return (from === 'near' || from === 'map') && (to === 'near' || to === 'map');
}

/** Filters and the chosen place as the address says them now. */
function useSharedState(): string {
  const search = useSearch();
  const chosen = useChosen();
  return (search === '' ? '' : `?${search}`) + (chosen === null ? '' : chosenHash(chosen));
}

type Docked = { dock: ReactNode; wide?: boolean; children: ReactNode };

/** A page whose foot holds its actions instead of the tabs. `wide`: two columns may stand side by side on a desk. */
export function DockedPage({ dock, wide = false, children }: Docked) {
  return (
    <div className={`${css.page} ${css.docked}`}>
      <div className={`${css.column} ${wide ? css.desk : ''}`}>{children}</div>
      {dock !== null && (
        <footer className={css.dock}>
          <div className={css.dockIn}>{dock}</div>
        </footer>
      )}
    </div>
  );
}

export function Column({ children }: { children: ReactNode }) {
  return <div className={css.column}>{children}</div>;
}

export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a className={css.skip} href={`#${to}`} onClick={(event) => skipTo(to, event)}>
      {children}
    </a>
  );
}

/** The fragment may hold the place the list stands on, so the browser must not write `#nearest` over it. */
function skipTo(id: string, event: MouseEvent): void {
  const target = document.getElementById(id);
  if (target === null) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}

/** Read by screen readers, not drawn. */
export function Unseen({ as: Tag = 'span', children }: { as?: 'span' | 'h1' | 'h2'; children: ReactNode }) {
  return <Tag className={css.hidden}>{children}</Tag>;
}
