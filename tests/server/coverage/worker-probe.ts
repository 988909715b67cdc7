import { coverInWorker } from '../../../server/jobs/cover.ts';
import type { CoverJob } from '../../../shared/stats/cover-job.ts';

/** Points on a line, 10 m apart, and a door that is always open at the first: reckons it in a thread, then gives a second one up. */
const COUNT = 20_000;
const job: CoverJob = {
  points: {
    lng: Float64Array.from({ length: COUNT }, (_, i) => 113 + (i % 5000) / 10_000),
    lat: Float64Array.from({ length: COUNT }, (_, i) => 34 + Math.floor(i / 5000) / 10),
    weight: new Float64Array(COUNT).fill(1),
  },
  stations: { lng: Float64Array.of(113), lat: Float64Array.of(34), kept: Uint32Array.of(0) },
  hours: [{ base: { kind: 'always' }, holidays: { kind: 'same' }, seasons: [], exceptions: [], raw: null }],
  calendar: { years: [], coveredUntil: '2026-12-31' as CoverJob['calendar']['coveredUntil'], statutory: [] },
  monday: 20_780 as CoverJob['monday'],
  reach: 1000,
  span: { from: 0, to: 24 },
  most: 20,
};

const shares: number[] = [];
const found = await coverInWorker(job, { told: (share) => shares.push(share), stop: new AbortController().signal });
const rises = shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1);
console.log(found?.people.stations, found?.near, found?.next.places.length, shares.length > 10 && rises);

const stop = new AbortController();
const given = coverInWorker(job, { told: () => stop.abort(), stop: stop.signal });
console.log(await given);
