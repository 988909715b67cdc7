import { metresBetween } from '../geo/distance.ts';
import { type Gcj02, gcj02 } from '../geo/point.ts';
import type { Run } from './sink.ts';
import { TRAITS } from './traits.ts';

const DEGREE = 1_000_000;
/** A degree of latitude is never shorter than this, one of longitude in China (up to 54° N) neither. Metres. */
const LEAST_LAT = 110_000;
const LEAST_LNG = 64_000;

/** Versions of published stations of the asked sort, at the end of the span, that have another within so many metres. */
export function nearOnes(run: Run, metres: number): ReadonlySet<number> {
  const { versions } = run.chronicle;
  const [tall, wide] = [Math.ceil((metres / LEAST_LAT) * DEGREE), Math.ceil((metres / LEAST_LNG) * DEGREE)];
  const standing = standingVersions(run);
  const grid = new Grid(standing.length);
  const near = new Set<number>();
  const pointOf = (version: number): Gcj02 =>
    gcj02((versions.lng[version] ?? 0) / DEGREE, (versions.lat[version] ?? 0) / DEGREE);
  for (let at = 0; at < standing.length; at++) {
    // What is counted begins behind this: only whether anybody still waits.
    if (at % 4096 === 0) run.pulse(0, run.chronicle.stations);
    const version = standing[at] ?? 0;
    const [lng, lat] = [versions.lng[version] ?? 0, versions.lat[version] ?? 0];
    const [x, y] = [Math.floor(lng / wide), Math.floor(lat / tall)];
    for (let beside = 0; beside < 9; beside++) {
      const bucket = grid.bucketOf(x - 1 + (beside % 3), y - 1 + Math.floor(beside / 3));
      for (let next = grid.firstOf(bucket); next >= 0; next = grid.nextOf(next)) {
        const other = standing[next] ?? 0;
        if (Math.abs((versions.lng[other] ?? 0) - lng) > wide || Math.abs((versions.lat[other] ?? 0) - lat) > tall)
          continue;
        if (near.has(version) && near.has(other)) continue;
        if (metresBetween(pointOf(version), pointOf(other)) <= metres) near.add(version).add(other);
      }
    }
    grid.put(grid.bucketOf(x, y), at);
  }
  return near;
}

function standingVersions({ chronicle, question, span }: Run): readonly number[] {
  const wanted = question.stations === 'synthetic';
  const found: number[] = [];
  for (let station = 0; station < chronicle.stations; station++) {
    const version = chronicle.at(station, span.last, question.asOf.seq);
    if (!chronicle.isPublished(version)) continue;
    if ((TRAITS.origin(chronicle.versions.traits[version] ?? 0) === 'synthetic') === wanted) found.push(version);
  }
  return found;
}

/** Cells by a hash of their place: several may share a bucket, so what comes out of it is measured. */
class Grid {
  private readonly first: Int32Array;
  private readonly next: Int32Array;

  constructor(count: number) {
    this.first = new Int32Array(2 ** Math.ceil(Math.log2(count * 2 + 2))).fill(-1);
    this.next = new Int32Array(count);
  }

  bucketOf(x: number, y: number): number {
    const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (this.first.length - 1);
  }

  firstOf(bucket: number): number {
    return this.first[bucket] ?? -1;
  }

  nextOf(at: number): number {
    return this.next[at] ?? -1;
  }

  put(bucket: number, at: number): void {
    this.next[at] = this.first[bucket] ?? -1;
    this.first[bucket] = at;
  }
}
