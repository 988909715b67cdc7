import { gcj02 } from '../../../shared/geo/point.ts';
import type { StationId } from '../../../shared/station/station.ts';
import { accepted, envelopeOf, revising, sha256, type TestServer } from '../../fixtures/make/server.ts';
import { date } from '../../shared/station/sample.ts';
import { FROM_CITY, IN_BRANCH, RELATIONS, type Row, type Target, type Verdicts } from './row.ts';

/** One white dot: a picture all the same. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

const READERS: Verdicts = {
  officer: IN_BRANCH,
  approver: IN_BRANCH,
  keeper: IN_BRANCH,
  inspector: IN_BRANCH,
  analyst: IN_BRANCH,
};
/** Personal data stays with those who answer for the station. */
const CONTACTS: Verdicts = { officer: IN_BRANCH, approver: IN_BRANCH, keeper: IN_BRANCH };
const DOERS: Verdicts = { officer: IN_BRANCH, approver: FROM_CITY };

let made = 0;
const nextId = (what: string) => sha256(`${what} ${++made}`).slice(0, 32);

async function addContact(server: TestServer, station: StationId): Promise<string> {
  const contact = nextId('contact');
  const person = { id: contact, station, role: 'keeper', name: '机密的人', mobile: '13912345678' } as const;
  const write = { ...person, purpose: '开门', consentOn: date('2026-11-01') };
  const shown = { before: null, after: { role: 'keeper' } };
  accepted(
    await server.store.changeContact(envelopeOf(nextId('command')), { contact, station }, () => ({
      ok: true,
      value: { step: 'add', write, reason: null, shown },
    })),
  );
  return contact;
}

const NOTHING = { changes: [], propose: null, answer: null, tasks: [], voidTasks: false, contactsTo: null } as const;

async function addRevision(server: TestServer, { id: station, rev, town }: Target['station']): Promise<string> {
  const id = nextId('revision');
  const propose = { id, station, reason: null, basedOn: rev, before: { town }, patch: { town: '一马路街道' } };
  accepted(
    await server.store.takeStep(envelopeOf(nextId('command')), { station, successor: null }, () => ({
      ok: true,
      value: { ...NOTHING, propose },
    })),
  );
  return id;
}

async function addTask(server: TestServer, station: StationId): Promise<string> {
  const id = nextId('task');
  const tasks = [{ id, station, kind: 'plaque-recovered', due: date('2026-12-26') }] as const;
  accepted(
    await server.store.takeStep(envelopeOf(nextId('command')), { station, successor: null }, () => ({
      ok: true,
      value: { ...NOTHING, tasks },
    })),
  );
  return id;
}

/** The server under test, for what is used up by the first who may: each question gets one of its own. */
let here: TestServer | null = null;
const keep = async (server: TestServer) => {
  here = server;
  return {};
};
function server(): TestServer {
  if (here === null) throw new Error('nothing was prepared');
  return here;
}

/** Beside the steps of the life cycle: DOMAIN §7 and §10. */
export const DESK_ROWS: readonly Row[] = [
  {
    route: 'deskStation',
    what: 'whole record',
    asks: 'one',
    may: READERS,
    ask: ({ station }) => ({ path: `/api/v1/desk/stations/${station.id}` }),
  },
  {
    route: 'deskStation',
    what: 'by code',
    asks: 'one',
    may: READERS,
    ask: ({ station }) => ({ path: `/api/v1/desk/stations/${station.code}` }),
  },
  {
    route: 'deskHistory',
    what: 'timeline',
    asks: 'one',
    may: { officer: IN_BRANCH, approver: IN_BRANCH, auditor: IN_BRANCH },
    ask: ({ station }) => ({ path: `/api/v1/desk/stations/${station.id}/history` }),
  },
  {
    route: 'reviseWaiting',
    what: 'return',
    asks: 'one',
    may: { approver: FROM_CITY },
    prepare: keep,
    ask: async ({ station, command }) => {
      const { waiting } = (await server().store.deskFile(station.id)) ?? { waiting: null };
      const revision = waiting?.id ?? (await addRevision(server(), station));
      const body = { id: command, act: 'return', reason: '不一致' };
      return { path: `/api/v1/desk/revisions/${revision}`, body };
    },
  },
  {
    route: 'reviseWaiting',
    what: 'approve',
    asks: 'one',
    may: { approver: FROM_CITY },
    prepare: async (at, { station }) => ({ revision: await addRevision(at, station) }),
    ask: ({ made: { revision }, command }) => ({
      path: `/api/v1/desk/revisions/${revision}`,
      body: { id: command, act: 'approve', reason: null },
    }),
  },
  {
    route: 'similar',
    what: 'a draft nearby',
    status: 'draft',
    asks: 'list',
    may: { officer: IN_BRANCH, approver: IN_BRANCH, analyst: IN_BRANCH },
    // Away from all others, which would crowd it out of the list.
    prepare: async (at, { station }) => {
      await at.apply([revising(station, { point: gcj02(113.6, 34.6) }, 'draft')]);
      return {};
    },
    ask: () => ({
      path: '/api/v1/desk/similar',
      body: { point: { lng: 113.6, lat: 34.6 }, name: '站', hostName: null, station: null },
    }),
  },
  {
    route: 'locate',
    what: 'coordinates',
    asks: 'self',
    may: { officer: RELATIONS, approver: RELATIONS, analyst: RELATIONS },
    ask: () => ({ path: '/api/v1/desk/locate', body: { lng: 113.6, lat: 34.6, datum: 'gcj02' } }),
  },
  {
    route: 'contactPut',
    what: 'a new person',
    asks: 'one',
    may: CONTACTS,
    ask: ({ station, command }) => ({
      path: '/api/v1/desk/contacts',
      body: {
        id: command,
        station: station.id,
        contact: nextId('new contact'),
        role: 'keeper',
        name: '王建国',
        mobile: '13912345678',
        purpose: '开门',
        consentOn: '2026-11-01',
        consent: true,
      },
    }),
  },
  {
    route: 'contactReveal',
    what: 'name and number',
    asks: 'one',
    may: CONTACTS,
    prepare: async (at, { station }) => ({ contact: await addContact(at, station.id) }),
    ask: ({ made: { contact }, command }) => ({
      path: `/api/v1/desk/contacts/${contact}/reveal`,
      body: { id: command, purpose: '送水' },
    }),
  },
  {
    route: 'contactErase',
    what: 'for good',
    asks: 'one',
    may: CONTACTS,
    prepare: keep,
    ask: async ({ station, command }) => ({
      path: `/api/v1/desk/contacts/${await addContact(server(), station.id)}/erase`,
      body: { id: command, reason: '离岗' },
    }),
  },
  {
    route: 'photoPut',
    what: 'of a station',
    asks: 'one',
    may: DOERS,
    ask: ({ station }) => ({ path: `/api/v1/desk/photos?station=${station.id}`, upload: DOT }),
  },
  {
    route: 'taskDone',
    what: 'plaque recovered',
    status: 'retired',
    asks: 'one',
    may: DOERS,
    prepare: async (at, { station }) => ({ task: await addTask(at, station.id) }),
    ask: ({ made: { task }, command }) => ({
      path: `/api/v1/desk/tasks/${task}`,
      body: { id: command, evidence: '已带回' },
    }),
  },
];
