import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { STATUSES } from '../../shared/station/station.ts';
import { STANDS } from './browser.ts';

const ACTIVE = STATUSES.indexOf('active');

/** The script of a page that ends with `window.done`, in milliseconds since the script started. */
const STARTS = 'const started = performance.now(); const since = () => performance.now() - started;';

const ASK = `
const told = (request) => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});
const opened = (name, upgrade) => {
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => upgrade(request.result);
  return told(request);
};`;

const ROWS = `
const rowsOf = (n) => {
  const db = new Dexie('bench-rows-' + n);
  db.version(1).stores({ rows: 'code' });
  return db.rows;
};`;

/**
 * Run once in a profile that already visited the app: copies the stored cities into one record and all into another, and writes a database
 * of a row for each of their stations, then one of a row for each station of the nation. The national part has no
 * texts, so its rows borrow the cities' in turn. Leaves the two counts, or what went wrong, in `window.done`.
 */
const FILL = `
const text = ({ bytes, ends }, row) => {
  const part = bytes.subarray(row === 0 ? 0 : ends[row - 1] + 1, ends[row]);
  return part.length === 1 && part[0] === 0xfe ? null : new TextDecoder().decode(part);
};
const factsOf = ({ core }) => Array.from({ length: core.n }, (_, row) => ({
  code: String(core.code[row]), lng: core.lng[row] / 1e5, lat: core.lat[row] / 1e5,
  yesLo: core.yesLo[row], yesHi: core.yesHi[row], kind: core.kind[row], ...core.groups[core.group[row]],
}));
const wordsOf = ({ core, list }) => Array.from({ length: core.n }, (_, row) => ({
  name: text(list.names, row), address: text(list.addresses, row), entrance: text(list.entrances, row),
  initials: text(list.initials, row), access: list.accesses[list.access[row]], raw: list.raws[list.raw[row] - 1] ?? null,
}));
const fill = async () => {
  const app = await opened('xiejiao', () => {});
  const all = await told(app.transaction('packs').objectStore('packs').getAll());
  const cities = all.filter(({ region }) => region !== 'CN').map(({ columns }) => columns);
  const nation = all.find(({ region }) => region === 'CN').columns;
  const bytes = await opened('bench-bytes', (db) => db.createObjectStore('one'));
  const writing = bytes.transaction('one', 'readwrite').objectStore('one').put(cities, 1);
  await told(writing);
  await told(bytes.transaction('one', 'readwrite').objectStore('one').put([...cities, nation], 2));
  const words = cities.flatMap(wordsOf);
  const near = cities.flatMap(factsOf).map((facts, row) => ({ ...facts, ...words[row] }));
  await rowsOf('city').bulkAdd(near);
  await rowsOf('nation').bulkAdd(factsOf(nation).map((facts, row) => ({ ...facts, ...words[row % words.length] })));
  return { city: near.length, nation: nation.core.n };
};
fill().then((counts) => { window.done = counts; }, (error) => { window.done = { error: String(error) }; });`;

const readBytes = (record: 1 | 2): string => `
opened('bench-bytes', () => {}).then(async (db) => {
  const cities = await told(db.transaction('one').objectStore('one').get(${record}));
  if (!(cities[0].core.n > 0)) throw new Error('nothing was kept');
  window.done = since();
});`;

/** All rows, a plain scan for those in use that have water, the nearest ten by haversine, their names on the screen. */
const readRows = (size: RowStore): string => `
const here = { lng: ${STANDS.longitude}, lat: ${STANDS.latitude} };
const rad = Math.PI / 180;
const metres = ({ lng, lat }) => {
  const [x, y] = [Math.sin(((lng - here.lng) * rad) / 2), Math.sin(((lat - here.lat) * rad) / 2)];
  return 12742000 * Math.asin(Math.sqrt(y * y + Math.cos(lat * rad) * Math.cos(here.lat * rad) * x * x));
};
rowsOf('${size}').toArray().then((rows) => {
  const near = rows.filter(({ status, yesLo }) => status === ${ACTIVE} && (yesLo & 1) === 1)
    .map((row) => ({ row, away: metres(row) })).sort((a, b) => a.away - b.away).slice(0, 10);
  const list = document.createElement('ol');
  for (const { row, away } of near) {
    const item = document.createElement('li');
    item.textContent = row.name + ' ' + Math.round(away) + ' 米';
    list.append(item);
  }
  document.body.append(list);
  requestAnimationFrame(() => requestAnimationFrame(() => { window.done = near.length === 10 ? since() : -1; }));
});`;

export type RowStore = 'city' | 'nation';
export type PeerPage = 'fill' | 'bytes' | 'all' | RowStore;

/** Documents of the peers, with all their code inside; `done` on the window when they are. */
export function peerPage(kind: PeerPage): string {
  const dexie = readFileSync(createRequire(import.meta.url).resolve('dexie/dist/dexie.min.js'), 'utf8');
  if (kind === 'fill') return page([dexie, ASK + ROWS + FILL]);
  if (kind === 'bytes' || kind === 'all') return page([STARTS, ASK + readBytes(kind === 'bytes' ? 1 : 2)]);
  return page([STARTS, dexie, ROWS + readRows(kind)]);
}

function page(scripts: readonly string[]): string {
  const tags = scripts.map((script) => `<script>${script.replaceAll('</script', '<\\/script')}</script>`);
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>peer</title><body>${tags.join('')}</body></html>`;
}
