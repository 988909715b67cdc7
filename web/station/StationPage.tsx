import { useRoute } from 'wouter';
import type { StationTable } from '../../shared/feed/row.ts';
import { copyAge, isWeak } from '../ui/station/copy-age.ts';
import { useMinute, useSync } from '../ui/use-ports.tsx';
import { Gone } from './Gone.tsx';
import { KnownStation } from './KnownStation.tsx';
import { NoSuch, Reading } from './NoSuch.tsx';
import { isWorthAsking, resolve, withAnswer } from './resolve.ts';
import { useAsked } from './use-asked.ts';
import { type Bringing, useBring } from './use-bring.ts';
import { useVisit } from './use-visit.ts';

/** A station by its code, from the phone; what the phone knows nothing of is fetched with its whole city. */
export function StationPage() {
  const [, params] = useRoute('/s/:code');
  const { table } = useSync();
  const text = decoded(params?.code ?? '');
  const bringing = useBring(text);
  const isVisit = useVisit(text);
  if (table === null) return <Reading isComing={bringing === 'coming'} />;
  return <Found text={text} table={table} bringing={bringing} isVisit={isVisit} />;
}

type Props = { text: string; table: StationTable; bringing: Bringing; isVisit: boolean };

function Found({ text, table, bringing, isVisit }: Props) {
  const state = useSync();
  const now = useMinute();
  const held = resolve(text, table);
  const asked = useAsked(bringing === 'coming' ? null : isWorthAsking(held));
  const found = withAnswer(held, asked.answer, table);
  if (found.kind === 'station') {
    const { station } = found;
    const age = copyAge(state, now, station.code);
    const telling = { now, weak: isWeak(age) };
    return (
      <KnownStation key={station.code} station={station} table={table} age={age} telling={telling} isVisit={isVisit} />
    );
  }
  if (found.kind === 'gone') {
    return <Gone key={found.drop.code} drop={found.drop} now={found.now} place={found.place} table={table} />;
  }
  return <NoSuch found={found} table={table} asked={asked} />;
}

/** A code pasted with a stray percent sign must still be called mistyped, not crash the page. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
