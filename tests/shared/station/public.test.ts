import { describe, expect, it } from 'vitest';
import { toPublic } from '../../../shared/station/public.ts';
import { sampleStation } from './sample.ts';

/** Written by hand on purpose: a field may only become public by being listed here too. */
const PUBLIC_KEYS = [
  'access',
  'address',
  'aliases',
  'amenities',
  'area',
  'brand',
  'build',
  'code',
  'entrance',
  'federationCode',
  'honours',
  'hostName',
  'hostType',
  'hours',
  'kind',
  'lodging',
  'name',
  'openedOn',
  'operation',
  'origin',
  'photos',
  'point',
  'predecessor',
  'publicPhone',
  'ratedOn',
  'region',
  'stars',
  'status',
  'statusNote',
  'stops',
  'successor',
  'tier',
  'toiletMetres',
  'town',
  'union',
  'validTo',
  'verified',
  'verifiedOn',
];
const PRIVATE_KEYS = ['id', 'source', 'uscc', 'contractFrom', 'contractTo', 'rev', 'pointMethod'];

describe('the public station', () => {
  it('has exactly the public fields, and no private one survives', () => {
    const station = sampleStation();
    const shown = toPublic(station);
    expect(Object.keys(shown).sort()).toEqual(PUBLIC_KEYS);
    for (const key of PRIVATE_KEYS) {
      expect(station).toHaveProperty(key);
      expect(shown).not.toHaveProperty(key);
    }
    expect([...PUBLIC_KEYS, ...PRIVATE_KEYS].sort()).toEqual(Object.keys(station).sort());
  });

  it('keeps the values as they are', () => {
    const station = sampleStation();
    expect(station).toMatchObject(toPublic(station));
  });

  it('drops what somebody added to the record by hand', () => {
    const station = { ...sampleStation(), keeperMobile: '13800000000' };
    expect(JSON.stringify(toPublic(station))).not.toContain('13800000000');
  });

  it('does not exist without a code', () => {
    expect(() => toPublic(sampleStation({ status: 'draft' }))).toThrow('without a code');
  });
});
