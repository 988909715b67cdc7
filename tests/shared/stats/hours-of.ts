import type { Hours } from '../../../shared/station/hours.ts';
import { parseHours } from '../../../shared/station/hours-parse.ts';

export function hoursOf(text: string): Hours {
  const read = parseHours(text);
  if (!read.understood) throw new Error(text);
  return read.hours;
}
