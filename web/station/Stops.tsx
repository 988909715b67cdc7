import type { Instant } from '../../shared/kernel/instant.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { hoursLine } from '../ui/words/hours.ts';
import { stopTimes } from '../ui/words/stop.ts';
import { wholeDate } from '../ui/words/time.ts';
import { Fact, Section } from './Section.tsx';
import css from './station.module.css';

/** Where a mobile station stands when, and how long a temporary one stays. */
export function Stops({ station }: { station: PublicStation }) {
  const { stops, lodging } = station;
  return (
    <>
      {lodging !== null && (
        <Section title="临时住宿">
          <ul className={css.facts}>
            <Fact
              icon="clock"
              title={`${wholeDate(lodging.startsOn)}至${wholeDate(lodging.endsOn)}`}
              more={`${lodging.beds} 个床位`}
            />
          </ul>
        </Section>
      )}
      {stops.length > 0 && (
        <Section title="流动到这些地方">
          <ul className={css.facts}>
            {stops.map((stop) => (
              <Fact key={stop.name} icon="pin" title={stop.name} more={stopTimes(stop)} />
            ))}
          </ul>
        </Section>
      )}
    </>
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
