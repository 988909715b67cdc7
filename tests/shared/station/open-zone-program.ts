import { dayOf } from '../../../shared/kernel/instant.ts';
import { openWords } from '../../../shared/station/hours-words.ts';
import { stationOpen } from '../../../shared/station/open.ts';
import { SETTING_DEFAULTS } from '../../../shared/station/settings.ts';
import { weekText } from '../../../shared/station/week-text.ts';
import { CALENDAR } from '../../fixtures/calendar.ts';
import { at, week, weekly } from './hours-make.ts';

/** Prints what a phone would show; run by the test in one process per time zone. */
const rules = { calendar: CALENDAR, settings: SETTING_DEFAULTS };
const hours = weekly(week('8:30-12:00,20:00-26:00', ''), { holidays: { kind: 'closed' } });
for (const time of [
  '2026-11-27 01:00',
  '2026-11-26 23:45',
  '2026-10-01 00:30',
  '2026-10-10 09:00',
  '2027-01-01 09:00',
]) {
  const when = at(time);
  const facts = { status: 'active', statusNote: null, hours, verified: 'on-site', verifiedOn: null } as const;
  const { word, detail } = openWords(stationOpen(facts, when, rules), when, null);
  console.log(time, `${word} ${detail}`, weekText(hours, dayOf(when), CALENDAR).notes.join(''));
}
