import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { Icon } from '../ui/parts/Icon.tsx';
import { Rows, StationRow } from '../ui/station/StationRow.tsx';
import { type NeedId, needOf } from '../ui/words/chips.ts';
import { needsText, shutText } from '../ui/words/find.ts';
import type { Telling } from '../ui/words/state.ts';
import { thingWord } from '../ui/words/thing.ts';
import type { Filters } from './filters.ts';
import css from './find.module.css';
import { countShut, hasNeed, type Judged, type NearList } from './list.ts';

export type Told = { readonly accuracy: number; readonly telling: Telling; readonly want: Filters['want'] };

const FIRST_ROWS = 9;
/** As many as a first screen can hold under the hero. */
const SEEN_ROWS = 4;
/** Once per visit: whoever comes back to the list finds it as long as it was. */
let wasWhole = false;

/** Everything under the hero; nothing is left out without a line that counts it. */
export function Groups({ list, told, showShut }: { list: NearList; told: Told; showShut: boolean }) {
  // What nobody sees yet is laid out once the first screen is there: on a slow phone it is half of the work.
  const isWhole = useDeferredValue(true, wasWhole);
  useEffect(() => {
    wasWhole ||= isWhole;
  }, [isWhole]);
  if (!isWhole && list.rows.length >= SEEN_ROWS) {
    return <JudgedRows all={list.rows.slice(0, SEEN_ROWS)} told={told} />;
  }
  return (
    <>
      <OpenRows rows={list.rows} told={told} />
      <Group
        title={`时间不详的 ${list.unknownHours.length} 个`}
        hint="没写清几点开，去前先问"
        all={list.unknownHours}
        told={told}
      />
      <Group
        title={`不清楚有没有${needsText(told.want)}的 ${list.unknownNeeds.length} 个`}
        hint="开着，没人说过有没有"
        all={list.unknownNeeds}
        told={told}
      />
      <Shut all={list.closed} told={told} showAtOnce={showShut} />
    </>
  );
}

function OpenRows({ rows, told }: { rows: readonly Judged[]; told: Told }) {
  const [all, showAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST_ROWS);
  if (rows.length === 0) return null;
  return (
    <>
      <JudgedRows all={shown} told={told} />
      {shown.length < rows.length && (
        <MoreLine text={`还有 ${rows.length - shown.length} 个开着`} open={false} onTap={() => showAll(true)} />
      )}
    </>
  );
}

function Group({ title, hint, all, told }: { title: string; hint: string; all: readonly Judged[]; told: Told }) {
  if (all.length === 0) return null;
  return (
    <>
      <h2 className={css.group}>
        {title} <small>{hint}</small>
      </h2>
      <JudgedRows all={all} told={told} />
    </>
  );
}

/** Keyed by whether it starts open, so that the button of the empty card can open it. */
function Shut({ all, told, showAtOnce }: { all: readonly Judged[]; told: Told; showAtOnce: boolean }) {
  const [toggled, toggle] = useState(false);
  if (all.length === 0) return null;
  const open = showAtOnce !== toggled;
  const text = shutText(countShut({ closed: all }));
  return (
    <>
      <MoreLine text={text} open={open} onTap={() => toggle(!toggled)} />
      {open && <JudgedRows all={all} told={told} />}
    </>
  );
}

function MoreLine({ text, open, onTap }: { text: ReactNode; open: boolean; onTap: () => void }) {
  return (
    <button type="button" className={css.more} aria-expanded={open} onClick={onTap}>
      {text}
      <span>
        {open ? '收起' : '看看'}
        <span className={open ? css.turned : ''}>
          <Icon name="down" size="s" />
        </span>
      </span>
    </button>
  );
}

export function JudgedRows({ all, told }: { all: readonly Judged[]; told: Told }) {
  return (
    <Rows>
      {all.map((one) => (
        <StationRow
          key={one.row.code}
          row={one.row}
          standing={{ distance: one.distance, accuracy: told.accuracy, verdict: one.verdict }}
          telling={told.telling}
          has={askedHas(one, told.want)}
        />
      ))}
    </Rows>
  );
}

function brokenFor({ row }: Judged, id: NeedId): readonly { id: NeedId; words: string }[] {
  const out = needOf(id).any.filter((code) => row.amenity(code) === 'broken');
  return out.map((code) => ({ id, words: `${thingWord(code)}坏了` }));
}

/** Each asked-for thing by name: those that are there, those out of order, those nobody knows about. */
function askedHas(one: Judged, want: Filters['want']): readonly string[] {
  const there = want.filter((id) => hasNeed(one, id));
  const broken = want.flatMap((id) => (hasNeed(one, id) ? [] : brokenFor(one, id)));
  const unclear = want.filter((id) => !hasNeed(one, id) && !broken.some((known) => known.id === id));
  return [
    ...(there.length > 0 ? [`有${needsText(there)}`] : []),
    ...broken.map(({ words }) => words),
    ...(unclear.length > 0 ? [`不清楚有没有${needsText(unclear)}`] : []),
  ];
}
