import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DateText } from '../../shared/kernel/instant.ts';
import { type AccountFunction, FUNCTIONS } from '../../shared/station/lifecycle.ts';
import type { Station, UnionId } from '../../shared/station/station.ts';
import { ROUTES, type RouteName } from '../../shared/wire/route.ts';
import { accepted, envelopeOf, openTestServer, type TestServer } from '../fixtures/make/server.ts';
import { type Clerk, clerkAt } from '../fixtures/make/signed.ts';
import { sampleStation, stationId } from '../shared/station/sample.ts';
import { type Asked, RELATIONS, type Relation, type Row, type Target } from './branch/row.ts';
import { ACCOUNT_ROWS, SESSION_ROWS } from './branch/rows-accounts.ts';
import { COVERAGE_ROWS } from './branch/rows-coverage.ts';
import { DESK_ROWS } from './branch/rows-desk.ts';
import { ENTRY_ROWS } from './branch/rows-entries.ts';
import { FIGURE_ROWS } from './branch/rows-figures.ts';
import { INBOX_ROWS } from './branch/rows-inbox.ts';
import { LEDGER_ROWS } from './branch/rows-ledgers.ts';
import { LIST_ROWS } from './branch/rows-list.ts';
import { OPEN_DATA_ROWS } from './branch/rows-open-data.ts';
import { PLAQUE_ROWS } from './branch/rows-plaques.ts';
import { QUALITY_ROWS } from './branch/rows-quality.ts';
import { STEP_ROWS } from './branch/rows-steps.ts';
import { SUBMISSION_ROWS } from './branch/rows-submissions.ts';
import { UNION_ROWS } from './branch/rows-unions.ts';
import { WORKBOOK_ROWS } from './branch/rows-workbooks.ts';

/**
 * Law 7: nobody acts outside their union's branch. Every route that asks for a session × eight functions × where the asker's
 * union stands, and nobody at all. What is expected is written by hand in `branch/rows-*.ts` (how to add a row: `branch/row.ts`);
 * nothing here asks `may`. A refusal across branches is a 404 and tells nothing of the station.
 */
const ROWS: readonly Row[] = [
  ...STEP_ROWS,
  ...SESSION_ROWS,
  ...ACCOUNT_ROWS,
  ...DESK_ROWS,
  ...UNION_ROWS,
  ...PLAQUE_ROWS,
  ...INBOX_ROWS,
  ...FIGURE_ROWS,
  ...ENTRY_ROWS,
  ...SUBMISSION_ROWS,
  ...QUALITY_ROWS,
  ...LIST_ROWS,
  ...LEDGER_ROWS,
  ...WORKBOOK_ROWS,
  ...OPEN_DATA_ROWS,
  ...COVERAGE_ROWS,
];

const TOWN = 't-00000000beef' as UnionId;
const UNION_OF: { readonly [R in Relation]: string } = {
  own: '410102',
  below: '410100',
  above: TOWN,
  sibling: '410103',
  stranger: '110105',
};
/** What a refused answer must not contain. */
const SECRET = '机密';
const HIDDEN_STATUSES = [400, 401, 404];

let server: TestServer;
const targets = new Map<Row, Target>();

beforeAll(async () => {
  server = await openTestServer({ deps: { publicOrigin: 'https://xiejiao.example.cn' } });
  const on = '2026-11-26' as DateText;
  accepted(
    await server.store.editUnion(envelopeOf('d'.repeat(32)), { union: TOWN, step: 'add', reason: null }, () => ({
      ok: true,
      value: {
        before: null,
        after: { id: TOWN, parent: '410102' as UnionId, name: '桐柏路街道总工会', region: null, closedOn: null },
      },
    })),
  );
  server.deps.unions.forget();
  const others = await server.register([secretStation(9000, { status: 'active' })]);
  for (const [i, row] of ROWS.entries()) {
    const status = row.status ?? 'active';
    const statusNote = ['active', 'draft', 'submitted', 'approved'].includes(status)
      ? null
      : { reason: `${SECRET}缘由`, since: on, until: '2026-12-20' as DateText };
    const [station] = await server.register([secretStation(1 + i, { status, statusNote })]);
    const [other] = others;
    if (station === undefined || other === undefined) throw new Error('not registered');
    const target = { station, other, command: '', made: {} };
    targets.set(row, { ...target, made: (await row.prepare?.(server, target)) ?? {} });
  }
}, 120_000);
afterAll(() => server.close());

function secretStation(n: number, over: Partial<Station>): Station {
  return sampleStation({
    id: stationId(n),
    code: null,
    name: `${SECRET}驿站${n}`,
    address: `${SECRET}路 ${n} 号`,
    hostName: `${SECRET}建站单位`,
    origin: over.status === 'submitted' ? 'imported' : 'registered',
    rev: 1,
    ...over,
  });
}

let commands = 0;

/** A cell's question: under an id of its own, so that it is no repetition. */
async function questionOf(row: Row): Promise<Asked> {
  const target = targets.get(row);
  if (target === undefined) throw new Error(`no target for ${row.route}`);
  commands += 1;
  return row.ask({ ...target, command: `c${commands.toString(16).padStart(31, '0')}` });
}

async function answerTo(row: Row, clerk: Clerk | null): Promise<{ readonly status: number; readonly text: string }> {
  const asked = await questionOf(row);
  const { method } = ROUTES[row.route];
  let response: Response;
  if (clerk === null) {
    response = await server.app.request(asked.path, {
      method,
      ...(method === 'POST' && {
        body: asked.upload ? Uint8Array.from(asked.upload) : JSON.stringify(asked.body ?? {}),
        headers: { 'content-type': asked.upload ? 'application/octet-stream' : 'application/json' },
      }),
    });
  } else if (method === 'GET') response = await clerk.get(asked.path);
  else if (asked.upload) response = await clerk.upload(asked.path, asked.upload);
  else response = await clerk.post(asked.path, asked.body ?? {});
  return { status: response.status, text: await response.text() };
}

/** Keepers and inspectors are named for the station wherever they sit: being named must not open another branch. */
function clerkFor(row: Row, name: AccountFunction, relation: Relation): Clerk {
  const station = targets.get(row)?.station;
  const stations = station && (name === 'keeper' || name === 'inspector') ? [station.id] : [];
  return clerkAt(server.app, { union: UNION_OF[relation], functions: [name] }, { stations });
}

type Cell = { readonly row: Row; readonly name: AccountFunction; readonly relation: Relation; readonly yes: boolean };

function cells(): readonly Cell[] {
  return ROWS.flatMap((row) =>
    FUNCTIONS.flatMap((name) =>
      RELATIONS.map((relation) => ({ row, name, relation, yes: row.may[name]?.includes(relation) ?? false })),
    ),
  );
}

function labelOf({ row, name, relation }: Cell): string {
  return `${row.route} (${row.what}) by ${name}, ${relation}`;
}

function shows(row: Row, text: string): boolean {
  const target = targets.get(row)?.station;
  return target !== undefined && (text.includes(target.name) || text.includes(target.id));
}

describe('law 7: nobody acts outside their branch', () => {
  const all = cells();

  test('a row for every route that asks for a session, a step for every step, and at least 2,000 cells', () => {
    const accountRoutes = Object.entries(ROUTES).flatMap(([name, { who }]) => (who === 'account' ? [name] : []));
    const written = new Set<RouteName>(ROWS.map(({ route }) => route));
    expect(accountRoutes.filter((name) => !written.has(name as RouteName))).toEqual([]);
    expect(STEP_ROWS.length).toBe(26);
    expect(all.length + ROWS.length).toBeGreaterThanOrEqual(2000);
  });

  test('whoever may not is told that there is nothing, and nothing else', async () => {
    const wrong: string[] = [];
    for (const cell of all.filter(({ yes }) => !yes)) {
      const { status, text } = await answerTo(cell.row, clerkFor(cell.row, cell.name, cell.relation));
      const isRefused = cell.row.asks === 'list' ? !shows(cell.row, text) : status === 404;
      const leaks = cell.row.asks === 'list' ? shows(cell.row, text) : text.includes(SECRET);
      if (!isRefused || leaks) wrong.push(`${labelOf(cell)}: ${status} ${text.slice(0, 160)}`);
    }
    expect(wrong).toEqual([]);
  });

  test('nobody without a session is told anything', async () => {
    const wrong: string[] = [];
    for (const row of ROWS) {
      const { status, text } = await answerTo(row, null);
      if (status !== 401 || text.includes(SECRET)) wrong.push(`${row.route} (${row.what}): ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  test('whoever may is not told that there is nothing, and somebody gets it done', async () => {
    const wrong: string[] = [];
    const done = new Set<Row>();
    for (const cell of all.filter(({ yes }) => yes)) {
      const { status, text } = await answerTo(cell.row, clerkFor(cell.row, cell.name, cell.relation));
      if (status < 300) done.add(cell.row);
      const isAlone = cell.row.asks === 'self' && cell.row.neverDone !== undefined;
      const isAnswered = isAlone ? !text.includes(SECRET) : !HIDDEN_STATUSES.includes(status);
      const isYes = cell.row.asks === 'list' ? shows(cell.row, text) : isAnswered && status < 500;
      if (!isYes) wrong.push(`${labelOf(cell)}: ${status} ${text.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
    const undone = ROWS.filter((row) => row.neverDone === undefined && !done.has(row));
    expect(undone.map(({ route, what }) => `${route} (${what})`)).toEqual([]);
  });
});
