// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { gcj02 } from '../../../../shared/geo/point.ts';
import { RegisterPage } from '../../../../web/admin/form/RegisterPage.tsx';
import { type Me, SignedContext } from '../../../../web/desk/signed.tsx';
import { AskProvider } from '../../../../web/desk/use-ask.tsx';
import { makeAsk } from '../../../../web/platform/ask.ts';
import { openTestServer, type TestServer } from '../../../fixtures/make/server.ts';
import { clerkAt } from '../../../fixtures/make/signed.ts';
import { region, sampleStation, stationId, union } from '../../../shared/station/sample.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
/** What jsdom does not draw. */
class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { ResizeObserver: NoObserver });
Object.assign(window, {
  matchMedia: () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
});
Element.prototype.scrollIntoView = () => undefined;

let server: TestServer;
let root: Root;
let isOnline = true;

beforeEach(async () => {
  server = await openTestServer();
  isOnline = true;
  window.localStorage.clear();
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.innerHTML = '';
  await server.close();
});

/** The real form before the real server; `line` off: nobody answers. */
async function openForm(): Promise<void> {
  const clerk = clerkAt(server.app, { union: '410105', functions: ['officer'] }, { id: 'li' });
  const ask = makeAsk({
    fetch: async (url, init) => {
      if (!isOnline) throw new TypeError('no net');
      const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie: clerk.cookie };
      return server.app.request(url, { method: init.method ?? 'GET', headers, ...(init.body && { body: init.body }) });
    },
  });
  const me = await ask('me');
  if (!me.ok) throw new Error('nobody is signed in');
  const box = document.body.appendChild(document.createElement('div'));
  root = createRoot(box);
  await show(ask, me.value);
}

async function show(ask: ReturnType<typeof makeAsk>, me: Me): Promise<void> {
  const { hook } = memoryLocation({ path: '/stations/new' });
  await act(async () =>
    root.render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <AskProvider ask={ask}>
          <SignedContext value={me}>
            <Router hook={hook}>
              <RegisterPage />
            </Router>
          </SignedContext>
        </AskProvider>
      </QueryClientProvider>,
    ),
  );
}

function field(path: string): HTMLInputElement {
  const found = document.querySelector<HTMLInputElement>(`[data-field="${path}"] input`);
  if (found === null) throw new Error(`no field ${path}`);
  return found;
}

const NEIGHBOUR = sampleStation({
  id: stationId(7),
  rev: 1,
  code: null,
  name: '东风路爱心驿站',
  address: '东风路 8 号',
  region: region('410105'),
  union: union('410105'),
  point: gcj02(113.6869, 34.7665),
});

async function type(path: string, text: string): Promise<void> {
  const input = field(path);
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  await act(async () => {
    setter?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function press(word: string): Promise<void> {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.replace(/\s/g, '').includes(word),
  );
  if (button === undefined) throw new Error(`no button ${word}`);
  await act(async () => button.click());
}

/** Whatever the machine does beside. */
const soon = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 30_000 });

const said = (path: string) => document.querySelector(`[data-field="${path}"] [role="alert"]`)?.textContent ?? null;

test('what is missing is said at its field, which takes the keyboard, and what was typed stays', async () => {
  await openForm();
  await press('提交审核');
  expect(said('name')).toBe('站点名称还没填，补上再提交。');
  expect(document.activeElement).toBe(field('name'));
  await type('name', '东风路驿站');
  await press('提交审核');
  expect([said('name'), said('point')]).toEqual([null, '坐标还没填，补上再提交。']);
  expect(field('name').value).toBe('东风路驿站');
});

test('a form left in the middle is offered the next time, comes back whole, and goes when it is thrown away', async () => {
  await openForm();
  await type('name', '写到一半的驿站');
  await act(async () => root.unmount());
  document.body.innerHTML = '';
  await openForm();
  expect(document.body.textContent).toContain('写到一半的驿站');
  expect(document.querySelector('[data-field="name"]')).toBeNull();
  await press('恢复上次没填完的');
  expect(field('name').value).toBe('写到一半的驿站');
  await act(async () => root.unmount());
  document.body.innerHTML = '';
  await openForm();
  await press('丢弃');
  expect(field('name').value).toBe('');
  await act(async () => root.unmount());
  document.body.innerHTML = '';
  await openForm();
  expect(document.body.textContent).not.toContain('恢复上次没填完的');
});

test('two new forms left in the middle are both offered, and one that is not chosen stays', async () => {
  const reopen = async () => {
    await act(async () => root.unmount());
    document.body.innerHTML = '';
    await openForm();
  };
  await openForm();
  await type('name', '第一个驿站');
  await reopen();
  await press('先放着，另填一份');
  expect(field('name').value).toBe('');
  await type('name', '第二个驿站');
  await reopen();
  expect(document.body.textContent).toContain('2 份没填完的');
  const other = [...document.querySelectorAll('li')].find(({ textContent }) => textContent?.includes('第一个驿站'));
  await act(async () => other?.querySelector('button')?.click());
  expect(field('name').value).toBe('第一个驿站');
  await type('name', '第一个驿站改过');
  await reopen();
  expect(document.body.textContent).toMatch(/第一个驿站改过.*第二个驿站|第二个驿站.*第一个驿站改过/);
});

test('a draft that the program before kept is offered too', async () => {
  await openForm();
  await type('name', '以前存的驿站');
  await act(async () => root.unmount());
  document.body.innerHTML = '';
  const [key = ''] = Object.keys(window.localStorage).filter((each) => each.startsWith('desk-draft li new '));
  window.localStorage.setItem('desk-draft li new', window.localStorage.getItem(key) ?? '');
  window.localStorage.removeItem(key);
  await openForm();
  await press('恢复上次没填完的');
  expect(field('name').value).toBe('以前存的驿站');
});

test('where nobody answers the form says so and keeps everything, and the next try makes one station', async () => {
  await openForm();
  await type('name', '东风路驿站');
  await type('address', '东风路 10 号');
  await type('point', '34.7665, 113.6869');
  await soon(() => expect(document.querySelector('[data-field="point"]')?.textContent).toContain('已经调过来了'));
  isOnline = false;
  await press('存草稿');
  await soon(() => expect(document.body.textContent).toContain('没连上服务器，填的内容还在'));
  expect(field('name').value).toBe('东风路驿站');
  isOnline = true;
  await press('存草稿');
  await soon(async () => {
    const { seq } = await server.store.counter();
    expect(seq).toBeGreaterThan(0);
  });
  const found: string[] = [];
  await server.store.eachStation((page) => {
    found.push(...page.map(({ name, status }) => `${name} ${status}`));
  });
  expect(found).toEqual(['东风路驿站 draft']);
});

test('a neighbour not yet shown is answered too, before anything is submitted', async () => {
  await server.close();
  server = await openTestServer({ stations: [NEIGHBOUR] });
  await openForm();
  await type('name', '东风路驿站');
  await type('address', '东风路 10 号');
  await type('point', '34.7665, 113.6869');
  // Within the half second in which names are typed.
  expect(document.body.textContent).not.toContain('附近有');
  await press('提交审核');
  await soon(() => expect(document.body.textContent).toContain('写明和上面这些站点不同在哪，再提交。'));
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
});
