import { useMemo } from 'react';
import type { StationTable } from '../../shared/feed/row.ts';
import { metresBetween } from '../../shared/geo/distance.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { QuietLine } from '../ui/parts/Card.tsx';
import { CopyStrip } from '../ui/parts/CopyStrips.tsx';
import { DockedPage } from '../ui/parts/Shell.tsx';
import { StripsArea } from '../ui/parts/StripsArea.tsx';
import { verdictOf } from '../ui/station/answer.ts';
import type { CopyAge } from '../ui/station/copy-age.ts';
import { useHere } from '../ui/use-here.ts';
import { useRegions, useSync } from '../ui/use-ports.tsx';
import { useTitle } from '../ui/use-title.ts';
import type { Telling } from '../ui/words/state.ts';
import { unionText } from '../ui/words/union.ts';
import { AboutStation } from './AboutStation.tsx';
import { arrivalOf } from './arrival.ts';
import { Compass } from './compass/Compass.tsx';
import { Dock } from './Dock.tsx';
import { GoDialog } from './GoDialog.tsx';
import { HeadCard, type HeadProps, isWorthGoing, spokenHead } from './HeadCard.tsx';
import { Hours } from './Hours.tsx';
import { Inside } from './Inside.tsx';
import { InsteadRows, Others, useInstead } from './InsteadRows.tsx';
import { Photos } from './Photos.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import { placeNow } from './place.ts';
import sheet from './print.module.css';
import { Reliable } from './Reliable.tsx';
import { AfterReturn, Stops } from './Stops.tsx';
import { shownStation } from './shown.ts';
import css from './station.module.css';
import { Top } from './Top.tsx';
import { useGoing } from './use-going.ts';
import { usePrint } from './use-print.ts';
import { WayIn } from './WayIn.tsx';
import { WayThere } from './WayThere.tsx';

type Props = {
  station: PublicStation;
  table: StationTable;
  age: CopyAge;
  telling: Telling;
  /** Opened by scanning the plaque at its door, which was counted. */
  isVisit: boolean;
};

/** All facts of a station on the phone; when its door is shut, the open ones near by come first. */
export function KnownStation({ station: record, table, age, telling, isVisit }: Props) {
  const here = useHere();
  const { now } = telling;
  const station = useMemo(() => shownStation(record), [record]);
  const place = useMemo(() => placeNow(station, now), [station, now]);
  const { going, show, close } = useGoing(place);
  const head = useHead({ station, place, telling });
  const url = new URL(`/s/${station.code}`, window.location.href).href;
  const { qr, print } = usePrint(url);
  useTitle(station.name);
  const { distance, accuracy, union } = head;
  const shut = !isWorthGoing(head);
  const instead = useInstead({ table, near: station });
  const best = shut ? (instead[0]?.row.code ?? null) : null;
  return (
    <DockedPage wide dock={<Dock station={place} instead={best} onGo={() => show('choose')} />}>
      <div className={sheet.screen}>
        <Top spoken={spokenHead(head)} shared={station} />
        <StripsArea isReady>
          <CopyStrip age={age} />
          {isVisit && <QuietLine icon="check">扫码到访已记下，不记你是谁</QuietLine>}
        </StripsArea>
        <main>
          <div className={css.columns}>
            <div>
              <HeadCard {...head} />
              {shut && <InsteadRows all={instead} telling={telling} accuracy={accuracy} fromHere={here !== null} />}
              {head.verdict.kind === 'suspended' && <AfterReturn station={station} now={now} />}
              <WayIn station={station} />
              <Inside station={station} now={now} />
            </div>
            <div>
              {head.verdict.kind !== 'suspended' && <Hours station={station} now={now} />}
              <Stops station={station} now={now} />
              <Photos station={station} />
              <WayThere station={place} distance={distance} accuracy={accuracy} onCompass={() => show('compass')} />
              <AboutStation station={station} record={record} />
              <Reliable station={station} now={now} union={union} onPrint={print} />
            </div>
          </div>
          <Others station={station} table={table} instead={instead} telling={telling} isShut={shut} />
        </main>
      </div>
      <PrintSheet station={station} now={now} union={union} url={url} qr={qr} />
      {going === 'choose' && <GoDialog station={place} onCompass={() => show('compass')} onClose={close} />}
      {going === 'compass' && <Compass station={place} onClose={close} />}
    </DockedPage>
  );
}

type Seen = { station: PublicStation; place: PublicStation; telling: Telling };

/** What the head says: judged from where the person stands to where the door is now. */
function useHead({ station, place, telling }: Seen): HeadProps {
  const here = useHere();
  const { calendar } = useSync();
  const regions = useRegions(true);
  const when = { now: telling.now, calendar };
  const distance = here === null ? null : metresBetween(here.point, place.point);
  return {
    station,
    telling,
    distance,
    verdict: verdictOf(station, { ...when, distance }),
    arrival: distance === null ? null : arrivalOf(station, distance, when),
    accuracy: here?.accuracy ?? 0,
    union: unionText(station.union, regions),
  };
}
