import type { PublicStation } from '../station/station.ts';
import type { RowPart } from './feed.ts';
import { factsOf, pointOf, restOf, statesOf, textOf } from './pieces.ts';

/** The parts in which two versions of one public record differ, said as narrowly as the feed can; empty when they are equal. */
export function changedParts(before: PublicStation, after: PublicStation): readonly RowPart[] {
  const differs = (of: (row: PublicStation) => unknown): boolean =>
    JSON.stringify(of(before)) !== JSON.stringify(of(after));
  const parts: RowPart[] = [];
  if (differs(pointOf)) parts.push('core');
  else if (differs(factsOf)) parts.push('facts');
  if (differs((row) => textOf(row, ''))) parts.push('list');
  else if (differs(statesOf)) parts.push('states');
  if (differs(restOf)) parts.push('rest');
  return parts;
}
