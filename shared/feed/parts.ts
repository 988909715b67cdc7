import type { PublicStation } from '../station/station.ts';
import type { RowPart } from './feed.ts';
import { factsOf, pointOf, restOf, statesOf, termsOf, textOf } from './pieces.ts';

/** The parts in which two versions of one public record differ, said as narrowly as the feed can; empty when they are equal. */
export function changedParts(before: PublicStation, after: PublicStation): readonly RowPart[] {
  const differs = (of: (row: PublicStation) => unknown): boolean =>
    JSON.stringify(of(before)) !== JSON.stringify(of(after));
  const parts: RowPart[] = [];
  if (differs(pointOf)) parts.push('core');
  else if (differs(factsOf) || differs(statesOf)) parts.push('facts');
  if (differs((row) => textOf(row, ''))) parts.push('list');
  else if (differs(termsOf)) parts.push('states');
  if (differs(restOf)) parts.push('rest');
  return parts;
}
