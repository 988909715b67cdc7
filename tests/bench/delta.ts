import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { dateText, dayOf, instant } from '../../shared/kernel/instant.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { StationChange } from '../../shared/station/change.ts';
import { NATION } from '../../shared/station/region.ts';
import type { Station, UnionId } from '../../shared/station/station.ts';
import { CITY, listening, openApp } from './http.ts';
import type { BenchResult } from './result.ts';

const STATIONS = 2_000;
const BUDGET = { body: 120, all: 400 } as const;

/** Bytes of one HTTP/1.1 reply as they come over the socket: headers and body. */
function replyBytes(port: number, path: string): Promise<{ readonly head: number; readonly body: number }> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip, br\r\nconnection: close\r\n\r\n`);
    });
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('end', () => {
      const all = Buffer.concat(parts);
      const head = all.indexOf('\r\n\r\n') + 4;
      if (!all.toString('latin1', 0, head).startsWith('HTTP/1.1 200'))
        reject(new Error(all.toString('latin1', 0, head)));
      resolve({ head, body: all.length - head });
    });
  });
}

/** B7: one station's water breaks; what a phone that has its city is sent, on a bare socket. */
export async function deltaBench(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-delta-'));
  const { app, store, clock } = await openApp(STATIONS, folder);
  const server = await listening(createAdaptorServer({ fetch: app.fetch }));
  try {
    const { epoch, seq } = await store.counter();
    const held: Station[] = [];
    await store.eachStation((page) => void held.push(...page), { region: CITY });
    const before = held.find(({ status }) => status === 'active');
    if (!before) throw new Error('the city has no active station');
    const water = { state: 'broken', note: null, confirmedOn: null } as const;
    const after = { ...before, amenities: { ...before.amenities, water }, rev: before.rev + 1 };
    const change: StationChange = {
      step: 'revise',
      before,
      after,
      issue: null,
      successorFrom: null,
      reason: null,
      effectiveOn: dateText(dayOf(instant(Date.now()))),
    };
    const written = await store.commit(
      {
        commandId: '0'.repeat(32),
        actor: { id: 'system', union: NATION as string as UnionId },
        bodyHash: '0'.repeat(64),
        at: instant(Date.now()),
        load: [before.id],
      },
      () => ok([change]),
    );
    if (!written.ok) throw new Error(JSON.stringify(written.refusal));
    // The server looks at its register again half a second after the last time.
    clock.now = instant(clock.now + 1000);
    const asked = (after: number) => `/api/v1/feed?region=${CITY}&epoch=${epoch}&after=${after}&since=${seq}`;
    const { head, body } = await replyBytes(server.port, asked(seq));
    const nothing = await replyBytes(server.port, asked(seq + 1));
    if (body <= nothing.body) throw new Error('the change is not in the answer');
    return [line('body', body, BUDGET.body), line('body and HTTP/1.1 headers', head + body, BUDGET.all)];
  } finally {
    server.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function line(what: string, bytes: number, most: number): BenchResult {
  const name = `one station changed → a phone that has its city, ${what}, bytes`;
  return { id: 'B7', name, ours: bytes, peer: most, ratio: bytes / most, budget: `≤ ${most}`, ok: bytes <= most };
}
