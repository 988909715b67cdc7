import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useSync } from '../use-ports.tsx';

const APP = '歇脚';

/**
 * What a browser does by itself on a new page and an app of one page must do: name the tab, begin at the top, and put
 * the keyboard where the reading begins. Going back, the browser restores the height, and the focus returns to the link
 * that had been followed. Rendered behind the page, in the same `Suspense`, so that it runs when the page is there.
 */
export function Arrived({ isBack }: { isBack: GoingBack }) {
  const [path] = useLocation();
  const { phase } = useSync();
  const from = useRef(path);
  const ours = useRef(APP);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the phone has read changes the heading
  useEffect(() => {
    // A page that has named itself knows better.
    if (document.title !== APP && document.title !== ours.current) return;
    const words = document.querySelector('h1')?.textContent ?? '';
    ours.current = words === '' ? APP : `${words} · ${APP}`;
    document.title = ours.current;
  }, [path, phase]);
  useEffect(() => {
    if (from.current === path) return;
    const left = from.current;
    from.current = path;
    if (!isBack.current) window.scrollTo(0, 0);
    // A page that opened a dialog, or a field that asked for the keyboard, keeps it.
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const link = isBack.current ? linkTo(left) : null;
    focusOn(link ?? document.querySelector('h1'));
  }, [path, isBack]);
  return null;
}

/** True while the last change of the address was the browser's own back or forward. */
type GoingBack = { readonly current: boolean };

/**
 * Call it where the router is first asked: on the window listeners run in the order they came, React draws within the
 * router's, and layout effects come before its subscription.
 */
export function useGoingBack(): GoingBack {
  const isBack = useRef(false);
  useLayoutEffect(() => {
    const back = () => {
      isBack.current = true;
    };
    const on = () => {
      isBack.current = false;
    };
    window.addEventListener('popstate', back);
    window.addEventListener('pushState', on);
    return () => {
      window.removeEventListener('popstate', back);
      window.removeEventListener('pushState', on);
    };
  }, []);
  return isBack;
}

function linkTo(path: string): HTMLElement | null {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')];
  return links.find((one) => one.pathname === path) ?? null;
}

function focusOn(target: HTMLElement | null): void {
  if (target === null) return;
  // A heading takes the focus only when it says so.
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
