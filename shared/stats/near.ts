import { metresBetween } from '../geo/distance.ts';
import { type Gcj02, gcj02 } from '../geo/point.ts';
import type { Run } from './sink.ts';
import { TRAITS } from './traits.ts';

const DEGREE = 1_000_000;
/** A degree of latitude is never shorter than this, one of longitude in China (up to 54° N) neither. Metres. */
const LEAST_LAT = 110_000;
const LEAST_LNG = 64_000;
const COLUMNS = 400_000_000;

/** Versions of published stations of the asked sort, at the end of the span, that have another within so many metres. */
export function nearOnes({ chronicle, question, span }: Run, metres: number): ReadonlySet<number> {
  const { versions } = chronicle;
  const [tall, wide] = [Math.ceil((metres / LEAST_LAT) * DEGREE), Math.ceil((metres / LEAST_LNG) * DEGREE)];
  const wanted = question.stations === 'synthetic';
  const cells = new Map<number, number[]>();
  const near = new Set<number>();
  const pointOf = (version: number): Gcj02 =>
    gcj02((versions.lng[version] ?? 0) / DEGREE, (versions.lat[version] ?? 0) / DEGREE);
  for (let station = 0; station < chronicle.stations; station++) {
    const version = chronicle.at(station, span.last, question.asOf.seq);
    if (!chronicle.isPublished(version)) continue;
    if ((TRAITS.origin(versions.traits[version] ?? 0) === 'synthetic') !== wanted) continue;
    const x = Math.floor((versions.lng[version] ?? 0) / wide);
    const y = Math.floor((versions.lat[version] ?? 0) / tall);
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const other of cells.get((x + dx) * COLUMNS + y + dy) ?? []) {
          if (near.has(version) && near.has(other)) continue;
          if (metresBetween(pointOf(version), pointOf(other)) > metres) continue;
          near.add(version).add(other);
        }
      }
    }
    const own = cells.get(x * COLUMNS + y);
    if (own === undefined) cells.set(x * COLUMNS + y, [version]);
    else own.push(version);
  }
  return near;
}
