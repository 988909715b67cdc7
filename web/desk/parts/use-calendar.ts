import { useMemo } from 'react';
import type { Calendar } from '../../../shared/station/calendar.ts';
import { readCalendar } from '../../sync/calendar.ts';
import { NO_CALENDAR } from '../../ui/station/answer.ts';
import { useAnswer } from '../use-ask.tsx';

/** The holidays as workers' phones have them; until they are here nothing is claimed about any. */
export function useCalendar(): Calendar {
  const { data } = useAnswer('calendar');
  return useMemo(() => readCalendar(data) ?? NO_CALENDAR, [data]);
}
