import { createRoot } from 'react-dom/client';
import { App } from '../../../web/App.tsx';
import { SCENES } from './scenes.ts';

const KEY = 'scene';
const asked = new URLSearchParams(window.location.search).get(KEY);
// Links inside the app drop the query, so a reload remembers the scene.
if (asked !== null) sessionStorage.setItem(KEY, asked);
const make = SCENES[sessionStorage.getItem(KEY) ?? 'light'];
const root = document.getElementById('root');
if (root === null || make === undefined) throw new Error('no such scene');
const stage = make();
// Tests change the world under the page: a fix that comes late, a net that goes.
Object.assign(window, { stage });
createRoot(root).render(<App ports={stage.ports} />);
