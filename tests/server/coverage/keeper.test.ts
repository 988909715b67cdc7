import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { CoverKeeper, type RunCover } from '../../../server/jobs/cover.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { type CoverJob, coverWith } from '../../../shared/stats/cover-job.ts';

const JOB: CoverJob = {
  points: { lng: Float64Array.of(113.6), lat: Float64Array.of(34.75), weight: Float64Array.of(2) },
  stations: { lng: new Float64Array(0), lat: new Float64Array(0), kept: new Uint32Array(0) },
  hours: [],
  calendar: { years: [], coveredUntil: '2026-12-31' as CoverJob['calendar']['coveredUntil'], statutory: [] },
  monday: 20_000 as CoverJob['monday'],
  reach: 1000,
  span: { from: 0, to: 24 },
  most: 20,
};
const log = pino({ level: 'silent' });

/** Runs until it is let go. */
function held() {
  const waiting: (() => void)[] = [];
  const run: RunCover = (job, { told, stop }) =>
    new Promise((resolve) => {
      told(0.5);
      stop.addEventListener('abort', () => resolve(null));
      waiting.push(() => resolve(coverWith(job)));
    });
  return { run, letGo: () => waiting.shift()?.() };
}

const turn = () => new Promise((next) => setImmediate(next));

describe('jobs of coverage', () => {
  test('run one after the other, tell how far they are, and are remembered when done', async () => {
    const { run, letGo } = held();
    const keeper = new CoverKeeper({ run, log });
    const ask = (name: string) => keeper.ask(name, async () => ok(JOB));
    ask('a');
    ask('b');
    await turn();
    expect(ask('a')).toMatchObject({ ok: true, value: { kind: 'running', share: 0.5 } });
    expect(ask('b')).toMatchObject({ ok: true, value: { kind: 'running', share: 0 } });
    letGo();
    await turn();
    expect(ask('a')).toMatchObject({ ok: true, value: { kind: 'done', found: { weight: 2 } } });
    expect(ask('b')).toMatchObject({ ok: true, value: { kind: 'running', share: 0.5 } });
    keeper.stop('b');
    await keeper.end();
  });

  test('what is given up makes room, and begins anew when asked again', async () => {
    const { run } = held();
    const keeper = new CoverKeeper({ run, log });
    for (let i = 0; i < 8; i++) expect(keeper.ask(`${i}`, async () => ok(JOB)).ok).toBe(true);
    expect(keeper.ask('9', async () => ok(JOB))).toEqual({ ok: false, refusal: { kind: 'cover-busy' } });
    keeper.stop('0');
    expect(keeper.ask('9', async () => ok(JOB)).ok).toBe(true);
    await keeper.end();
  });

  test('a fault is told once and forgotten', async () => {
    let tries = 0;
    const run: RunCover = async (job) => {
      if (++tries === 1) throw new Error('the thread died');
      return coverWith(job);
    };
    const keeper = new CoverKeeper({ run, log });
    const ask = () => keeper.ask('a', async () => ok(JOB));
    ask();
    await turn();
    expect(ask()).toEqual({ ok: true, value: { kind: 'refused', refusal: { kind: 'internal' } } });
    ask();
    await turn();
    expect(ask()).toMatchObject({ ok: true, value: { kind: 'done' } });
  });
});
