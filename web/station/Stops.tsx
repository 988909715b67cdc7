import type { Instant } from '../../shared/kernel/instant.ts';
import { spanText } from '../../shared/station/hours-words.ts';
import type { PublicStation, Stop } from '../../shared/station/station.ts';
import { hoursLine } from '../ui/words/hours.ts';
import { wayInText } from '../ui/words/row.ts';
import { Fact, Section } from './Section.tsx';
import css from './station.module.css';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** Where a mobile station stands when, and how long a temporary one stays. */
export function Stops({ station }: { station: PublicStation }) {
  const { stops, lodging } = station;
  return (
    <>
      {lodging !== null && (
        <Section title="临时住宿">
          <ul className={css.facts}>
            <Fact icon="clock" title={`${lodging.startsOn} 至 ${lodging.endsOn}`} more={`${lodging.beds} 个床位`} />
          </ul>
        </Section>
      )}
      {stops.length > 0 && (
        <Section title="流动到这些地方">
          <ul className={css.facts}>
            {stops.map((stop) => (
              <Fact key={stop.name} icon="pin" title={stop.name} more={timesOf(stop)} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function timesOf({ spans }: Stop): string {
  if (spans.length === 0) return '时间不详';
  return spans.map(({ weekday, span }) => `${WEEKDAYS[weekday] ?? ''} ${spanText(span)}`).join('、');
}

/** What will hold again once a suspended station is back. */
export function AfterReturn({ station, now }: { station: PublicStation; now: Instant }) {
  return (
    <Section title="恢复以后">
      <ul className={css.facts}>
        <Fact icon="clock" title={hoursLine(station.hours, now)} />
        <Fact icon="door" title={wayInText(station.access)} more={station.address} />
      </ul>
    </Section>
  );
}
