import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountFunction } from '../../../shared/station/lifecycle.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';
import { handMadeStations } from '../../fixtures/world/stations.ts';
import { browserOf, codeAt, later, PASSWORD, personAt, setUp, signIn } from './people.ts';

let server: TestServer;
let admin: Clerk;
beforeAll(async () => {
  server = await openTestServer({ stations: handMadeStations(), deps: { trustProxy: true } });
  admin = clerkAt(server.app, { union: '410100', functions: ['security-admin'] });
});
afterAll(() => server.close());

let ids = 0;
const commandId = () => (++ids).toString(16).padStart(32, 'd');
const HOUR = 3_600_000;

const facts = (over: object = {}) => ({
  fullName: '王芳',
  union: '410102',
  functions: ['officer'] as AccountFunction[],
  stations: [] as string[],
  ...over,
});

async function invite(over: object = {}, by = admin) {
  const response = await by.post('/api/v1/accounts', {
    commandId: commandId(),
    username: `user${ids}`,
    ...facts(over),
  });
  return { status: response.status, body: await response.json() };
}

const tokenIn = (invited: { body: { invite: { path: string } } }) => invited.body.invite.path.split('#')[1] ?? '';

async function step(id: string, what: string, by = admin) {
  const response = await by.post(`/api/v1/accounts/${id}/steps`, { commandId: commandId(), step: what, reason: null });
  return { status: response.status, body: await response.json() };
}

describe('an invitation', () => {
  test('leads to a password of one’s own and into the workspace', async () => {
    const invited = await invite({ username: 'wang.fang' });
    expect(invited.body.invite.path).toMatch(/^\/admin\/join#[\w-]{43}$/);
    const browser = browserOf(server);
    const token = tokenIn(invited);
    const opened = await browser.post('/api/v1/join/open', { token });
    expect(opened.body).toMatchObject({ username: 'wang.fang', fullName: '王芳', union: '中原区总工会' });
    const joined = await browser.post('/api/v1/join', { token, password: PASSWORD, ticket: null, code: null });
    expect(joined.body).toEqual({ recovery: null });
    expect((await browser.get('/api/v1/me')).body).toMatchObject({ username: 'wang.fang', functions: ['officer'] });
    expect(await signIn(browserOf(server), 'wang.fang')).toMatchObject({ next: 'in' });
  });

  test('sets up the second factor in the same breath', async () => {
    const invited = await invite();
    const browser = browserOf(server);
    const token = tokenIn(invited);
    const { offer, username } = (await browser.post('/api/v1/join/open', { token })).body;
    const code = codeAt(offer.secret, server.clock.now);
    const { ticket } = offer;
    const wrong = await browser.post('/api/v1/join', { token, password: PASSWORD, ticket, code: '000000' });
    expect(wrong.body.kind).toBe('set-up-code-wrong');
    const joined = await browser.post('/api/v1/join', { token, password: PASSWORD, ticket, code });
    expect(joined.body.recovery).toHaveLength(10);
    expect(await signIn(browserOf(server), username)).toMatchObject({ next: 'code' });
  });

  test('is used once, and by the first', async () => {
    const token = tokenIn(await invite());
    const [one, two] = [browserOf(server), browserOf(server)];
    const body = { token, password: PASSWORD, ticket: null, code: null };
    const answers = await Promise.all([one.post('/api/v1/join', body), two.post('/api/v1/join', body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await browserOf(server).post('/api/v1/join/open', { token })).body.kind).toBe('invite-unknown');
  });

  test('is over after 72 hours, and when a later one takes its place', async () => {
    const invited = await invite();
    const token = tokenIn(invited);
    const reset = await step(invited.body.id, 'reset');
    expect((await browserOf(server).post('/api/v1/join/open', { token })).status).toBe(404);
    const next = reset.body.invite.path.split('#')[1];
    later(server, 72 * HOUR - 1);
    expect((await browserOf(server).post('/api/v1/join/open', { token: next })).status).toBe(200);
    later(server, 1000);
    expect((await browserOf(server).post('/api/v1/join/open', { token: next })).status).toBe(404);
  });

  test('asked for again under its id is the same one, and under its id for somebody else is refused', async () => {
    const body = { commandId: commandId(), username: 'once.only', ...facts() };
    const [one, two] = [await admin.post('/api/v1/accounts', body), await admin.post('/api/v1/accounts', body)];
    expect(await two.json()).toEqual(await one.json());
    const other = await admin.post('/api/v1/accounts', { ...body, username: 'somebody.else' });
    expect((await other.json()).kind).toBe('receipt-conflict');
  });

  test('is refused for a name that is taken, for administrators in one, for a keeper of no station or of one elsewhere', async () => {
    await invite({ username: 'taken.name' });
    expect((await invite({ username: 'Taken.Name' })).body).toMatchObject({
      kind: 'username-taken',
      field: 'username',
    });
    expect((await invite({ functions: ['auditor', 'security-admin'] })).body.kind).toBe('separate-accounts');
    expect((await invite({ functions: ['officer', 'system-admin'] })).body.kind).toBe('separate-accounts');
    expect((await invite({ functions: [] })).body).toMatchObject({ kind: 'field-required', field: 'functions' });
    expect((await invite({ functions: ['keeper'] })).body).toMatchObject({ kind: 'field-required', field: 'stations' });
    const all = await server.store.stationsById(handMadeStations().map(({ id }) => id));
    const elsewhere = all.find(({ union }) => !union.startsWith('4101'))?.id;
    const here = all.find(({ union }) => union === '410102')?.id;
    expect([typeof elsewhere, typeof here]).toEqual(['string', 'string']);
    expect((await invite({ functions: ['keeper'], stations: [elsewhere] })).body.kind).toBe('station-unknown');
    expect((await invite({ functions: ['keeper'], stations: [here] })).status).toBe(200);
  });
});

test('whatever is typed, and wherever, is taken as text or refused, and breaks nothing', async () => {
  const hostile = [
    '\u0000',
    '\ud800',
    "'; drop table account --",
    '%',
    '_',
    '../../etc/passwd',
    '<img src=x>',
    'é'.repeat(700),
  ];
  for (const text of hostile) {
    const browser = browserOf(server);
    const answers = [
      await browser.post('/api/v1/session', { username: text, password: text }),
      await browser.post('/api/v1/session/code', { code: text }),
      await browser.post('/api/v1/session/second-factor', { ticket: text, code: text }),
      await browser.post('/api/v1/join/open', { token: text }),
      await browser.post('/api/v1/join', { token: text, password: text, ticket: text, code: text }),
      await invite({ username: text }),
      await invite({ functions: [text] }),
      await invite({ union: text }),
      await invite({ functions: ['keeper'], stations: [text] }),
    ];
    const listed = await admin.get(`/api/v1/accounts?q=${encodeURIComponent(text.replace('\ud800', '?'))}`);
    for (const status of [...answers.map((one) => one.status), listed.status])
      expect([200, 400, 403, 404]).toContain(status);
    expect(answers.map((one) => one.body.kind)).not.toContain('internal');
  }
  const { body } = await invite({ fullName: '王\u0000芳\n' });
  expect((await server.store.accountById(body.id))?.name).toBe('王 芳');
});

describe('whose accounts somebody keeps', () => {
  test('are those of the own branch; others are not there, and cannot be made', async () => {
    const county = await personAt(server, undefined, {
      ...facts(),
      name: '刘',
      union: '410102' as UnionId,
      stations: [],
    });
    const province = await personAt(server, undefined, {
      ...facts(),
      name: '陈',
      union: '410000' as UnionId,
      stations: [],
    });
    const beijing = await personAt(server, undefined, {
      ...facts(),
      name: '孙',
      union: '110105' as UnionId,
      stations: [],
    });
    expect((await admin.get(`/api/v1/accounts/${county.id}`)).status).toBe(200);
    const nobody = await (await admin.get(`/api/v1/accounts/${'0'.repeat(32)}`)).json();
    for (const { id } of [province, beijing]) {
      expect(await (await admin.get(`/api/v1/accounts/${id}`)).json()).toEqual(nobody);
      expect((await step(id, 'disable')).body.kind).toBe('account-unknown');
    }
    const listed = await (await admin.get('/api/v1/accounts?q=person')).json();
    const names = listed.accounts.map(({ id }: { id: string }) => id);
    expect(names).toContain(county.id);
    expect(names).not.toContain(province.id);
    expect(names).not.toContain(beijing.id);
    expect((await admin.get('/api/v1/accounts?union=110105')).status).toBe(404);
    expect((await invite({ union: '410000' })).body.kind).toBe('union-unknown');
    expect((await invite({ union: '110105' })).body.kind).toBe('union-unknown');
  });

  test('nobody else keeps any', async () => {
    for (const held of ['officer', 'approver', 'auditor', 'system-admin'] as const) {
      const other = clerkAt(server.app, { union: '410100', functions: [held] });
      expect((await other.get('/api/v1/accounts')).status, held).toBe(404);
      expect((await invite({}, other)).body.kind, held).toBe('not-permitted');
    }
  });

  test('they are kept with the password freshly given', async () => {
    const tired = clerkAt(server.app, { union: '410100', functions: ['security-admin'] }, { isFresh: false });
    expect((await invite({}, tired)).body.kind).toBe('fresh-sign-needed');
    expect((await tired.get('/api/v1/accounts')).status).toBe(200);
  });

  test('finds by name, function and state, page by page', async () => {
    const { body } = await invite({ username: 'rare.analyst', fullName: '欧阳静', functions: ['analyst'] });
    const ask = async (query: string) => (await (await admin.get(`/api/v1/accounts?${query}`)).json()).accounts;
    for (const query of [
      `q=${encodeURIComponent('欧阳')}`,
      'q=RARE',
      'function=analyst',
      'function=analyst&state=invited',
    ])
      expect(
        (await ask(query)).map(({ id }: { id: string }) => id),
        query,
      ).toContain(body.id);
    expect(await ask('q=%25')).toEqual([]);
    expect((await ask('function=analyst&state=active')).map(({ id }: { id: string }) => id)).not.toContain(body.id);
  });
});

describe('what is done to an account ends its sessions', () => {
  async function signedIn() {
    const person = await personAt(server);
    const browser = browserOf(server);
    await signIn(browser, person.username);
    expect((await browser.get('/api/v1/me')).status).toBe(200);
    return { ...person, browser };
  }

  test('disabling does, at once, and nobody signs in until it is enabled again', async () => {
    const { id, username, browser } = await signedIn();
    expect((await step(id, 'disable')).status).toBe(200);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    expect(await signIn(browserOf(server), username)).toMatchObject({ kind: 'sign-in-failed' });
    await step(id, 'enable');
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    expect(await signIn(browser, username)).toMatchObject({ next: 'in' });
  });

  test('other functions do, and the next session has them; another name alone does not', async () => {
    const { id, username, browser } = await signedIn();
    const edit = (rev: number, over: object) =>
      admin.post(`/api/v1/accounts/${id}`, { commandId: commandId(), rev, ...facts(over) });
    const { rev } = await (await admin.get(`/api/v1/accounts/${id}`)).json();
    const renamed = await (await edit(rev, { fullName: '李敏慧' })).json();
    expect((await browser.get('/api/v1/me')).body.name).toBe('李敏慧');
    expect((await (await edit(rev, {})).json()).kind).toBe('rev-stale');
    expect((await edit(renamed.rev, { fullName: '李敏慧', functions: ['approver'] })).status).toBe(200);
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    await signIn(browser, username);
    expect((await browser.get('/api/v1/me')).body.functions).toEqual(['approver']);
  });

  test('a reset does, and takes password and second factor away until the new invitation is taken up', async () => {
    const { id, username, browser } = await signedIn();
    await setUp(browser, server.clock.now);
    const reset = await step(id, 'reset');
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    expect(await signIn(browserOf(server), username)).toMatchObject({ kind: 'sign-in-failed' });
    const token = reset.body.invite.path.split('#')[1];
    const password = 'another-pair-of-boots';
    await browser.post('/api/v1/join', { token, password, ticket: null, code: null });
    expect(await signIn(browserOf(server), username, password)).toMatchObject({ next: 'in' });
  });

  test('a security administrator ends one session or all', async () => {
    const { id, username, browser } = await signedIn();
    const second = browserOf(server);
    await signIn(second, username);
    const { sessions } = await (await admin.get(`/api/v1/accounts/${id}`)).json();
    expect(sessions).toHaveLength(2);
    expect(sessions[0].agent).toBe('Chrome · Windows');
    const mine = (await browser.get('/api/v1/me/sessions')).body.sessions.find(
      (one: { isThis: boolean }) => one.isThis,
    );
    await admin.post(`/api/v1/accounts/${id}/sessions/${mine.id}/end`, { commandId: commandId() });
    expect((await browser.get('/api/v1/me')).status).toBe(401);
    expect((await second.get('/api/v1/me')).status).toBe(200);
    await step(id, 'end-sessions');
    expect((await second.get('/api/v1/me')).status).toBe(401);
  });

  test('nobody disables, resets or edits themselves', async () => {
    const person = await personAt(server, undefined, {
      name: '安管',
      union: '410100' as UnionId,
      functions: ['security-admin'],
      stations: [],
    });
    const browser = browserOf(server);
    await signIn(browser, person.username);
    for (const what of ['disable', 'reset']) {
      const answer = await browser.post(`/api/v1/accounts/${person.id}/steps`, {
        commandId: commandId(),
        step: what,
        reason: null,
      });
      expect(answer.body.kind).toBe('own-account');
    }
    const edit = { commandId: commandId(), rev: 2, ...facts({ functions: ['auditor'] }) };
    expect((await browser.post(`/api/v1/accounts/${person.id}`, edit)).body.kind).toBe('own-account');
  });
});

test('history tells every change of an account and no secret of it', async () => {
  const invited = await invite({ username: 'watched.one', fullName: '周默' });
  const { id } = invited.body;
  const browser = browserOf(server);
  const token = tokenIn(invited);
  await browser.post('/api/v1/join', { token, password: PASSWORD, ticket: null, code: null });
  const { secret, recovery } = await setUp(browser, server.clock.now);
  await browser.post('/api/v1/me/password', { current: PASSWORD, password: 'seven-slow-green-ferries' });
  const session = browser.cookie.split('=')[1] ?? '';
  await browser.post('/api/v1/session/end', null);
  await step(id, 'disable');
  await step(id, 'enable');
  await step(id, 'reset');
  const rows = await server.store.historyOf(id);
  expect(rows.map(({ step: what }) => what)).toEqual([
    'invite',
    'join',
    'set-second-factor',
    'change-password',
    'sign-out',
    'disable',
    'enable',
    'reset',
  ]);
  expect(rows[0]).toMatchObject({ actor: admin.actor.id, subject: 'account', after: { functions: ['officer'] } });
  expect(rows[5]).toMatchObject({ before: { disabled: false }, after: { disabled: true } });
  const told = JSON.stringify(rows);
  const stored = JSON.stringify(await server.store.accountById(id));
  expect(stored).toContain('周默');
  const secrets = [PASSWORD, 'seven-slow', secret, token, session, '$argon2', '周默', 'watched', ...recovery];
  for (const hidden of secrets) expect(told).not.toContain(hidden);
  expect(stored).not.toContain(secret);
  expect((await server.store.verifyHistory()).brokenAt).toBeNull();
});
