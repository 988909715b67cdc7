import './ui/theme/base.css';
import { createRoot } from 'react-dom/client';
import { instant } from '../shared/kernel/instant.ts';
import { App } from './App.tsx';
import { DEFAULT_PREFS, type Ports, type Source } from './ui/ports.ts';

function fixed<T>(value: T): Source<T> {
  return { get: () => value, subscribe: () => () => undefined };
}

/** Until the platform is wired the phone holds nothing, knows no place, and the screens say so. */
const NOTHING: Ports = {
  sync: {
    ...fixed({
      phase: 'empty',
      table: null,
      cities: [],
      calendar: null,
      serverTime: null,
      busy: false,
      problem: 'offline',
    }),
    refresh: () => undefined,
    ensureCity: () => undefined,
  },
  locate: { ...fixed({ kind: 'idle' }), request: () => undefined },
  prefs: { ...fixed(DEFAULT_PREFS), set: () => undefined },
  clock: { now: () => instant(Date.now()), subscribe: () => () => undefined },
  update: { ...fixed(false), accept: () => undefined },
  keep: { ...fixed('unknown'), ask: () => undefined },
  device: { copy: async () => false, share: null, speak: null },
  regions: { load: async () => null },
};

const root = document.getElementById('root');
if (root === null) throw new Error('index.html lost its #root');
createRoot(root).render(<App ports={NOTHING} />);
