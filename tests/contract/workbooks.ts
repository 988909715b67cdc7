import { describe, expect, test } from 'vitest';
import type { FigureFile } from '../../server/store/port/workbooks.ts';
import { SYSTEM } from '../../shared/actor/actor.ts';
import { instant } from '../../shared/kernel/instant.ts';
import type { UnionId } from '../../shared/station/station.ts';
import { parsePeriod } from '../../shared/stats/period.ts';
import { date } from '../shared/station/sample.ts';
import type { Engine } from './place.ts';
import { accepted, stageOn } from './stage.ts';
import { command as commandOf } from './world.ts';

const PERIOD = parsePeriod('2026-10');
const UNION = '410100' as UnionId;

function fileOf(n: number, over: Partial<FigureFile> = {}) {
  if (PERIOD === null) throw new Error('2026-10 is a month');
  const question = {
    period: PERIOD,
    asOf: { seq: 812, at: instant(1000) },
    union: UNION,
    region: null,
    by: 'region' as const,
    divisions: 'then' as const,
    stations: 'real' as const,
    openingAsOf: null,
  };
  const asked = { question, tables: ['stock'] as const };
  const id = `f${n.toString(16).padStart(31, '0')}`;
  return { id, union: UNION, asked, name: '统计.xlsx', format: 'xlsx' as const, until: instant(5000), ...over };
}

let commands = 0;
function command() {
  commands += 1;
  return commandOf(`c${commands.toString(16).padStart(31, '0')}`);
}

export function workbooksContract(engine: Engine): void {
  const stage = stageOn(engine);

  describe('files of figures', () => {
    test('are written down once for a command, with a row of history, and come back as they were asked for', async () => {
      const store = await stage.open();
      const asked = command();
      expect(accepted(await store.beginFigureFile(asked, fileOf(1), { period: '2026-10' })).isNew).toBe(true);
      const again = accepted(await store.beginFigureFile(asked, fileOf(2), { period: '2026-10' }));
      expect(again).toEqual({ id: fileOf(1).id, isNew: false });
      const other = await store.beginFigureFile({ ...asked, bodyHash: 'b'.repeat(64) }, fileOf(3), {});
      expect(other.ok).toBe(false);
      await store.endFigureFile(fileOf(1).id, { state: 'done', bytes: 7, sha256: 'c'.repeat(64) });
      const [file] = await store.figureFilesOf(asked.actor.id);
      expect(file).toMatchObject({ ...fileOf(1), state: 'done', bytes: 7, sha256: 'c'.repeat(64), period: '2026-10' });
      expect((await store.historyOf(asked.commandId)).map(({ step, after }) => [step, after])).toEqual([
        ['export-figures', { period: '2026-10' }],
      ]);
      expect(await store.monthlyFigureFiles(null)).toEqual([]);
    });

    test('of people are forgotten when their time is over, those of a month never; half made ones have failed', async () => {
      const store = await stage.open();
      accepted(await store.beginFigureFile(command(), fileOf(1), {}));
      accepted(await store.beginFigureFile({ ...command(), actor: SYSTEM }, fileOf(2, { until: null }), {}));
      accepted(await store.beginFigureFile({ ...command(), actor: SYSTEM }, fileOf(3, { until: null }), {}));
      await store.endFigureFile(fileOf(2).id, { state: 'done', bytes: 7, sha256: 'c'.repeat(64) });
      await store.failFigureFiles();
      expect((await store.monthlyFigureFiles(PERIOD)).map(({ id }) => id)).toEqual([fileOf(2).id]);
      expect((await store.figureFileById(fileOf(1).id))?.state).toBe('failed');
      expect((await store.dropFigureFiles(instant(4999))).length).toBe(0);
      expect((await store.dropFigureFiles(instant(9e15))).map(({ id }) => id)).toEqual([fileOf(1).id]);
      expect(await store.figureFileById(fileOf(1).id)).toBe(null);
    });
  });

  describe('partners', () => {
    test('are found by the hash of their key, ended once and for ever, and listed by union', async () => {
      const store = await stage.open();
      const id = 'a'.repeat(32);
      const partner = { id, union: UNION, name: '地图公司', endsOn: date('2027-11-26') };
      const made = accepted(await store.makePartner(command(), { ...partner, keyHash: 'hash' }));
      expect(made).toMatchObject({ ...partner, endedAt: null });
      expect(await store.partnerByKey('hash')).toEqual(made);
      expect(await store.partnerByKey('other')).toBe(null);
      expect(await store.partnersOf(new Set(['110000' as UnionId]))).toEqual([]);
      const ended = accepted(await store.endPartner(command(), { partner: id, reason: '到期' }));
      expect(ended.endedAt).not.toBe(null);
      expect(accepted(await store.endPartner(command(), { partner: id, reason: '再来' }))).toEqual(ended);
      expect(await store.partnersOf(new Set([UNION]))).toEqual([ended]);
      expect((await store.historyOf(id)).map(({ step, reason }) => [step, reason])).toEqual([
        ['open-key', null],
        ['end-key', '到期'],
      ]);
      const unknown = await store.endPartner(command(), { partner: 'b'.repeat(32), reason: '没有' });
      expect(unknown.ok).toBe(false);
      expect((await store.verifyHistory()).brokenAt).toBe(null);
    });
  });
}
