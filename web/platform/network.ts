/** What the engine hears from the page: it is back in view, or the phone has a net again. */
export type Wake = 'visible' | 'online';

export type Network = {
  subscribe(woken: (why: Wake) => void): () => void;
  isVisible(): boolean;
  /** The person asked to save data, or the browser says that the line is a mobile one; a browser that tells nothing counts as one. */
  isSparing(): boolean;
};

/** No standard, and missing in Safari and Firefox. */
type Connection = { readonly saveData?: boolean; readonly type?: string; readonly effectiveType?: string };

export function pageNetwork(page: Document, target: Window): Network {
  return {
    subscribe: (woken) => {
      const seen = () => {
        if (page.visibilityState === 'visible') woken('visible');
      };
      const back = () => woken('online');
      page.addEventListener('visibilitychange', seen);
      target.addEventListener('online', back);
      return () => {
        page.removeEventListener('visibilitychange', seen);
        target.removeEventListener('online', back);
      };
    },
    isVisible: () => page.visibilityState === 'visible',
    isSparing: () => {
      const connection: Connection | undefined = Reflect.get(target.navigator, 'connection');
      // Safari and Firefox say nothing, on the phones of people who pay by the byte as well.
      if (connection === undefined) return true;
      return (
        connection.saveData === true ||
        connection.type === 'cellular' ||
        /(^|-)(2g|3g)$/.test(connection.effectiveType ?? '')
      );
    },
  };
}
