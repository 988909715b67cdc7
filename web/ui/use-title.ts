import { useEffect } from 'react';

const APP = '歇脚';

/** Names the page for tabs, history and screen readers; the app's own name comes back with the next page. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${APP}`;
    return () => {
      document.title = APP;
    };
  }, [title]);
}
