import { accepted, envelopeOf, type TestServer } from '../../fixtures/make/server.ts';
import { IN_BRANCH, type Row, type Target, type Verdicts } from './row.ts';

const SYSTEM: Verdicts = { 'system-admin': IN_BRANCH };

async function partnerOf({ store }: TestServer, { station }: Target): Promise<{ readonly partner: string }> {
  const id = `9${station.id.slice(1)}`;
  const partner = {
    id,
    union: station.union,
    name: '机密地图公司',
    endsOn: '2027-11-26' as never,
    keyHash: `hash ${id}`,
  };
  accepted(await store.makePartner(envelopeOf(`9a${station.id.slice(2)}`), partner));
  return { partner: id };
}

export const OPEN_DATA_ROWS: readonly Row[] = [
  {
    route: 'partners',
    what: 'partners of a union',
    asks: 'one',
    may: SYSTEM,
    prepare: partnerOf,
    ask: ({ station }) => ({ path: `/api/v1/open-data/partners?union=${station.union}` }),
  },
  {
    route: 'partnerMake',
    what: 'a key for a partner',
    asks: 'one',
    may: SYSTEM,
    ask: ({ station, command }) => ({
      path: '/api/v1/open-data/partners',
      body: { id: command, union: station.union, name: '地图公司', endsOn: '2027-11-26' },
    }),
  },
  {
    route: 'partnerEnd',
    what: 'a key ended',
    asks: 'one',
    may: SYSTEM,
    prepare: partnerOf,
    ask: ({ made, command }) => ({
      path: `/api/v1/open-data/partners/${made.partner}/end`,
      body: { id: command, reason: '合同到期' },
    }),
  },
];
