import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES, type RouteName } from '../../shared/wire/route.ts';
import { stationReport } from '../fixtures/make/report.ts';
import { openTestServer, type TestServer } from '../fixtures/make/server.ts';
import { handMadeStations } from '../fixtures/world/stations.ts';

/**
 * Law 7, the half without an account, written by hand: what anyone may ask of any station. It must then say nothing that
 * only a union may know. A route that asks for no session and is not in the table fails.
 */
const WHO: { readonly [route: string]: 'anyone' } = {
  nearest: 'anyone',
  station: 'anyone',
  search: 'anyone',
  regions: 'anyone',
  feed: 'anyone',
  packs: 'anyone',
  calendar: 'anyone',
  config: 'anyone',
  health: 'anyone',
  metrics: 'anyone',
  // Workers have no account: whoever stands before the door may say what is wrong with it.
  report: 'anyone',
  // Whoever has the code: it is the receipt.
  reportAnswer: 'anyone',
  // Whoever scanned a plaque: a day and a station, nothing of them.
  visit: 'anyone',
  // A public notice is for everybody, and everybody may object.
  notices: 'anyone',
  objection: 'anyone',
  objectionAnswer: 'anyone',
  // Whoever has a partner's key, which the handler asks for: published facts and figures without small numbers of people.
  openStations: 'anyone',
  openFigures: 'anyone',
  openDefinitions: 'anyone',
  // Nobody is signed in before signing in: name and password, the code after it, an invitation's token.
  session: 'anyone',
  signIn: 'anyone',
  signInCode: 'anyone',
  signInPassword: 'anyone',
  signInSetUp: 'anyone',
  openInvite: 'anyone',
  join: 'anyone',
};
const SIGNING_IN = ['signIn', 'signInCode', 'signInPassword', 'signInSetUp', 'openInvite', 'join'];

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ stations: handMadeStations() });
});
afterAll(() => server.close());

describe('law 7: what may be asked without an account', () => {
  test('is written down for every route there is, and for no other', () => {
    const open = Object.entries(ROUTES).flatMap(([name, { who }]) => (who === 'anyone' ? [name] : []));
    expect(Object.keys(WHO).sort()).toEqual(open.sort());
  });

  test('only reads, but for the places where workers are heard and people sign in', () => {
    const names: RouteName[] = [];
    for (const [name, { method, who }] of Object.entries(ROUTES)) {
      const isWrite: boolean = (method as string) !== 'GET';
      if (isWrite && (who as string) === 'anyone') names.push(name as RouteName);
    }
    expect(names.sort()).toEqual(['objection', 'report', 'visit', ...SIGNING_IN].sort());
  });

  test('a report and its answer name no other report, no sender and nothing the sender wrote', async () => {
    const all = await server.store.stationsById(handMadeStations().map(({ id }) => id));
    const code = all.flatMap((station) => station.code ?? [])[0] ?? '';
    const sent = await server.app.request('/api/v1/reports', {
      method: 'POST',
      body: JSON.stringify(stationReport(code, { text: '机密的话' })),
      headers: { 'content-type': 'application/json' },
    });
    const receipt = await sent.json();
    expect(Object.keys(receipt).sort()).toEqual(['at', 'id', 'lookup', 'state']);
    const told = await (await server.get(`/api/v1/reports/${receipt.lookup}`)).json();
    expect(Object.keys(told).sort()).toEqual(['answer', 'answeredAt', 'at', 'kind', 'lookup', 'state', 'station']);
    expect(JSON.stringify([receipt, told])).not.toContain('机密');
    expect(JSON.stringify(told)).not.toContain(receipt.id);
  });
});
