import { lazy, Suspense, useLayoutEffect } from 'react';
import { Route, Switch, useLocation, useSearch } from 'wouter';
import { Find } from './find/Find.tsx';
import { Arrived, useGoingBack } from './ui/parts/Arrived.tsx';
import { Guard } from './ui/parts/Guard.tsx';
import { Shell } from './ui/parts/Shell.tsx';
import type { Ports, Theme } from './ui/ports.ts';
import { PortsProvider, usePorts, usePrefs } from './ui/use-ports.tsx';

const StationPage = lazy(() => import('./station/StationPage.tsx').then((page) => ({ default: page.StationPage })));
const Search = lazy(() => import('./find/search/Search.tsx').then((page) => ({ default: page.Search })));
const Share = lazy(() => import('./find/share/Share.tsx').then((page) => ({ default: page.Share })));
const Offline = lazy(() => import('./find/offline/Offline.tsx').then((page) => ({ default: page.Offline })));
const ReportPage = lazy(() => import('./report/ReportPage.tsx').then((page) => ({ default: page.ReportPage })));
const MinePage = lazy(() => import('./report/MinePage.tsx').then((page) => ({ default: page.MinePage })));
const SuggestPage = lazy(() => import('./report/SuggestPage.tsx').then((page) => ({ default: page.SuggestPage })));
const NoticesPage = lazy(() => import('./notices/NoticesPage.tsx').then((page) => ({ default: page.NoticesPage })));
const Lost = lazy(() => import('./ui/parts/Lost.tsx').then((page) => ({ default: page.Lost })));
const About = lazy(() => import('./find/about/About.tsx').then((page) => ({ default: page.About })));

/** The only place that knows every slice. The first list is in the first chunk, all else comes when asked for. */
export function App({ ports }: { ports: Ports }) {
  return (
    <Guard path="/">
      <PortsProvider ports={ports}>
        <Dress />
        <Pages />
      </PortsProvider>
    </Guard>
  );
}

/** A page that fails fails alone; while its part is on the way the bar stays where it is. */
function Pages() {
  const isBack = useGoingBack();
  const [path] = useLocation();
  return (
    <Guard path={path}>
      <Suspense fallback={path.startsWith('/s/') ? null : <Shell tab={null}>{null}</Shell>}>
        <Switch>
          <Route path="/">
            <Find key="list" sight="list" />
          </Route>
          <Route path="/index.html">
            <Find key="list" sight="list" />
          </Route>
          <Route path="/map">
            <Find key="map" sight="map" />
          </Route>
          <Route path="/s/:code" component={StationPage} />
          <Route path="/search" component={Search} />
          <Route path="/share" component={Share} />
          <Route path="/offline" component={Offline} />
          <Route path="/about" component={About} />
          <Route path="/report/:code" component={ReportPage} />
          <Route path="/mine" component={MinePage} />
          <Route path="/suggest" component={SuggestPage} />
          <Route path="/notices/:code?" component={NoticesPage} />
          <Route component={Lost} />
        </Switch>
        <Arrived isBack={isBack} />
      </Suspense>
    </Guard>
  );
}

/** Puts size and colours on the document before it is painted, so that nothing jumps; `?elder=1` in a shared link turns 大字 on. */
function Dress() {
  const { prefs } = usePorts();
  const { theme, size } = usePrefs();
  const search = useSearch();
  useLayoutEffect(() => {
    if (new URLSearchParams(search).get('elder') === '1') prefs.set({ size: 'elder' });
  }, [search, prefs]);
  useLayoutEffect(() => {
    if (size === 'elder') document.documentElement.dataset.size = 'elder';
    else delete document.documentElement.dataset.size;
  }, [size]);
  useLayoutEffect(() => dressTheme(theme), [theme]);
  return null;
}

const CONTRAST = '(prefers-contrast: more)';
const DARK = '(prefers-color-scheme: dark)';

/** A chosen theme stands; `auto` follows the phone: more contrast first, then dark. */
function dressTheme(theme: Theme): () => void {
  const queries = [window.matchMedia(CONTRAST), window.matchMedia(DARK)] as const;
  const put = () => {
    const [contrast, dark] = queries;
    const root = document.documentElement;
    root.dataset.theme = theme === 'auto' ? autoTheme(contrast.matches, dark.matches) : theme;
    // The phone's own bar follows what was chosen here, not what the phone is set to.
    const paper = getComputedStyle(root).getPropertyValue('--paper').trim();
    for (const bar of document.querySelectorAll('meta[name="theme-color"]')) bar.setAttribute('content', paper);
  };
  put();
  for (const query of queries) query.addEventListener('change', put);
  return () => {
    for (const query of queries) query.removeEventListener('change', put);
  };
}

function autoTheme(contrast: boolean, dark: boolean): Exclude<Theme, 'auto'> {
  if (contrast) return 'sun';
  return dark ? 'dark' : 'light';
}
