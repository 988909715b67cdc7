import { dayOf, type Instant } from '../../shared/kernel/instant.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { type StopNow, stopsAt } from '../../shared/station/stop-times.ts';
import { hoursLine } from '../ui/words/hours.ts';
import { lodgingText } from '../ui/words/lodging.ts';
import { stopNowText, stopTimes } from '../ui/words/stop.ts';
import { Fact, Section } from './Section.tsx';
import css from './station.module.css';

/** Where a mobile station stands when, and how long a temporary one stays. */
export function Stops({ station, now }: { station: PublicStation; now: Instant }) {
  const { stops, lodging } = station;
  return (
    <>
      {lodging !== null && <Lodging lodging={lodging} now={now} />}
      {stops.length > 0 && (
        <Section title="流动到这些地方">
          <ul className={css.facts}>
            {stopsAt(stops, now).map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two stops may carry one name
              <StopFact key={at} one={one} now={now} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function StopFact({ one, now }: { one: StopNow; now: Instant }) {
  return (
    <Fact icon={one.until === null ? 'clock' : 'pin'} title={one.stop.name} more={stopTimes(one.stop)}>
      <span className={one.until === null ? css.later : css.nowHere}>{stopNowText(one, now)}</span>
    </Fact>
  );
}

function Lodging({ lodging, now }: { lodging: NonNullable<PublicStation['lodging']>; now: Instant }) {
  const { dates, beds, state } = lodgingText(lodging, dayOf(now));
  return (
    <Section title="临时住宿">
      <ul className={css.facts}>
        <Fact icon="clock" title={dates} more={state} />
        <Fact icon="rest" title={beds} more="住之前打电话问还有没有床" />
      </ul>
    </Section>
  );
}

/** When its door will be open again once a suspended station is back; how to get in stands below. */
export function AfterReturn({ station, now }: { station: PublicStation; now: Instant }) {
  return (
    <Section title="恢复以后">
      <ul className={css.facts}>
        <Fact icon="clock" title={hoursLine(station.hours, now)} />
      </ul>
    </Section>
  );
}
