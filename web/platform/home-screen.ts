import { type Cell, cell } from './cell.ts';

/** `ready`: the browser will ask when told to. `by-hand`: an iPhone, where only the person can do it. `done`: opened from there. */
export type HomeScreenState = 'ready' | 'by-hand' | 'done' | 'none';
export type HomeScreen = Pick<Cell<HomeScreenState>, 'get' | 'subscribe'> & { ask(): void };

/** Chromium's event, which the standard library of types does not know. */
type Offer = Event & { prompt(): Promise<unknown> };

/** The browser's own banner is held back: whoever wants the app on the home screen finds the row that asks. */
export function pageHomeScreen(target: Window): HomeScreen {
  const state = cell<HomeScreenState>(firstState(target));
  let offer: Offer | null = null;
  target.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (!isOffer(event)) return;
    offer = event;
    state.put('ready');
  });
  target.addEventListener('appinstalled', () => {
    offer = null;
    state.put('done');
  });
  return {
    get: state.get,
    subscribe: state.subscribe,
    ask: () => {
      // An offer can be used once, whatever the person answers.
      const asked = offer;
      offer = null;
      if (asked === null) return;
      state.put('none');
      asked.prompt().catch(() => undefined);
    },
  };
}

function firstState(target: Window): HomeScreenState {
  if (target.matchMedia('(display-mode: standalone)').matches) return 'done';
  // Safari on iPhone alone has this property.
  const standalone: unknown = Reflect.get(target.navigator, 'standalone');
  if (typeof standalone !== 'boolean') return 'none';
  return standalone ? 'done' : 'by-hand';
}

function isOffer(event: Event): event is Offer {
  return typeof Reflect.get(event, 'prompt') === 'function';
}
