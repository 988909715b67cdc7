import type { TestServer } from '../../fixtures/make/server.ts';
import { IN_BRANCH, type Row, type Target, type Verdicts } from './row.ts';

const DESK: Verdicts = { officer: IN_BRANCH, approver: IN_BRANCH };
/** The keys are the whole register's: the unions of this table are all below its root. */
const ROOT_ONLY = 'only a system administrator of the root may; tests/server/plaques asks as one';

/** Somebody objects on the public page, and leaves a way to be reached. */
async function objected({ app }: TestServer, { station }: Target): Promise<{ readonly objection: string }> {
  const objection = `e${station.id.slice(1)}`;
  const answer = await app.request(`/api/v1/notices/${station.code}/objections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: objection, text: '我们天天在这儿接水，别撤', contact: '机密的电话' }),
  });
  if (answer.status !== 200) throw new Error(await answer.text());
  return { objection };
}

export const PLAQUE_ROWS: readonly Row[] = [
  {
    route: 'plaqueStations',
    what: 'stations and their plaques',
    asks: 'list',
    may: DESK,
    ask: ({ station }) => ({ path: `/api/v1/plaques/stations?q=${station.code}` }),
  },
  {
    route: 'plaqueSheet',
    what: 'what stands on a plaque',
    asks: 'one',
    may: DESK,
    ask: ({ station }) => ({ path: '/api/v1/plaques/sheets', body: { codes: [station.code] } }),
  },
  {
    route: 'plaquePrint',
    what: 'a plaque printed',
    asks: 'one',
    may: DESK,
    ask: ({ station, command }) => ({
      path: '/api/v1/plaques/prints',
      body: { id: command, codes: [station.code], size: 'a5' },
    }),
  },
  {
    route: 'plaqueKeys',
    what: 'the keys of plaques',
    asks: 'one',
    may: {},
    neverDone: ROOT_ONLY,
    ask: () => ({ path: '/api/v1/plaques/keys' }),
  },
  {
    route: 'plaqueKeyBegin',
    what: 'a new key',
    asks: 'one',
    may: {},
    neverDone: ROOT_ONLY,
    ask: ({ command }) => ({ path: '/api/v1/plaques/new-key', body: { id: command } }),
  },
  {
    route: 'plaqueKeyRetire',
    what: 'a key retired',
    asks: 'one',
    may: {},
    neverDone: ROOT_ONLY,
    ask: ({ command }) => ({ path: '/api/v1/plaques/keys/1/retirement', body: { id: command, reason: '试一试' } }),
  },
  {
    route: 'objectionsTo',
    what: 'what people objected',
    asks: 'one',
    status: 'exit-notice',
    prepare: objected,
    may: DESK,
    ask: ({ station }) => ({ path: `/api/v1/notices/${station.code}/said` }),
  },
  {
    route: 'objectorReveal',
    what: 'how to reach an objector',
    asks: 'one',
    status: 'exit-notice',
    prepare: objected,
    may: DESK,
    ask: ({ station, command, made }) => ({
      path: `/api/v1/notices/${station.code}/objections/${made.objection}/contact`,
      body: { id: command },
    }),
  },
  {
    route: 'objectorErase',
    what: 'that way erased',
    asks: 'one',
    status: 'exit-notice',
    prepare: objected,
    may: DESK,
    ask: ({ station, command, made }) => ({
      path: `/api/v1/notices/${station.code}/objections/${made.objection}/erasure`,
      body: { id: command },
    }),
  },
];
