import type { StationTable } from '../../shared/feed/row.ts';
import { metresBetween } from '../../shared/geo/distance.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { CopyStrip } from '../ui/parts/CopyStrips.tsx';
import { DockedPage } from '../ui/parts/Shell.tsx';
import { verdictOf } from '../ui/station/answer.ts';
import type { CopyAge } from '../ui/station/copy-age.ts';
import { isReachable } from '../ui/station/judge.ts';
import { useHere } from '../ui/use-here.ts';
import { useSync } from '../ui/use-ports.tsx';
import type { Telling } from '../ui/words/state.ts';
import { AboutStation } from './AboutStation.tsx';
import { Compass } from './compass/Compass.tsx';
import { Dock } from './Dock.tsx';
import { GoDialog } from './GoDialog.tsx';
import { HeadCard, spokenHead } from './HeadCard.tsx';
import { Hours } from './Hours.tsx';
import { Inside } from './Inside.tsx';
import { InsteadRows, useInstead } from './InsteadRows.tsx';
import { Reliable } from './Reliable.tsx';
import { AfterReturn, Stops } from './Stops.tsx';
import { Top } from './Top.tsx';
import { useGoing } from './use-going.ts';
import { WayIn } from './WayIn.tsx';
import { WayThere } from './WayThere.tsx';

type Props = { station: PublicStation; table: StationTable; age: CopyAge; telling: Telling };

/** All facts of a station on the phone; when its door is shut, the open ones near by come first. */
export function KnownStation({ station, table, age, telling }: Props) {
  const here = useHere();
  const { calendar } = useSync();
  const { going, show, close } = useGoing(station);
  const distance = here === null ? null : metresBetween(here.point, station.point);
  const verdict = verdictOf(station, { now: telling.now, calendar, distance });
  const shut = !isReachable(verdict) && verdict.kind !== 'unknown';
  const instead = useInstead({ table, near: station, wanted: shut });
  const head = { station, verdict, distance, accuracy: here?.accuracy ?? 0, telling };
  return (
    <DockedPage dock={<Dock station={station} instead={instead[0]?.row.code ?? null} onGo={() => show('choose')} />}>
      <Top spoken={spokenHead(head)} shared={station} />
      <CopyStrip age={age} />
      <main>
        <HeadCard {...head} />
        {shut && <InsteadRows all={instead} telling={telling} accuracy={head.accuracy} />}
        {verdict.kind === 'suspended' && <AfterReturn station={station} now={telling.now} />}
        <WayIn station={station} />
        <Inside station={station} now={telling.now} />
        {verdict.kind !== 'suspended' && <Hours station={station} now={telling.now} />}
        <Stops station={station} />
        <WayThere station={station} distance={distance} accuracy={head.accuracy} onCompass={() => show('compass')} />
        <AboutStation station={station} />
        <Reliable station={station} now={telling.now} />
      </main>
      {going === 'choose' && <GoDialog station={station} onCompass={() => show('compass')} onClose={close} />}
      {going === 'compass' && <Compass station={station} onClose={close} />}
    </DockedPage>
  );
}
