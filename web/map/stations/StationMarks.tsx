import { useEffect, useMemo, useRef, useState } from 'react';
import type { StationTable } from '../../../shared/feed/row.ts';
import { gcj02 } from '../../../shared/geo/point.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { Ground } from '../ground.ts';
import { StationCanvas } from './canvas.ts';
import { type Crowd, crowdOf, type Drawn, type Mark, markOf } from './crowd.ts';
import { codeAt, rowsOfCode } from './pick.ts';
import { latOf, lngOf, type Plot, plotRows } from './plot.ts';
import { lookOfRow, type Shown, shownRows, type Wanted } from './shown.ts';

/** The stations of a table that pass, ready to be drawn and listed. */
export type Stations = {
  readonly plot: Plot;
  readonly shown: Shown;
  readonly crowd: Crowd;
  readonly wanted: Wanted;
  /** Whether any of them is invented: then the map says so. */
  readonly hasSynthetic: boolean;
};

/** Rows are placed once for a table; a filter or the minute is one pass over them. */
export function useStations(table: StationTable | null, wanted: Wanted): Stations | null {
  const plot = useMemo(() => (table === null ? null : plotRows(table.mapRows())), [table]);
  const hasSynthetic = useMemo(() => plot !== null && hasInvented(plot), [plot]);
  return useMemo(() => {
    if (plot === null) return null;
    const shown = shownRows(plot, wanted);
    return { plot, shown, crowd: crowdOf(plot, shown), wanted, hasSynthetic };
  }, [plot, wanted, hasSynthetic]);
}

/** The seventh digit of a code is 9 for invented stations and only for them. */
function hasInvented({ blocks }: Plot): boolean {
  return blocks.some(({ code, hidden }) =>
    code.some((one, row) => hidden[row] !== 1 && Math.floor(one / 1e8) % 10 === 9),
  );
}

type Props = {
  readonly ground: Ground;
  readonly stations: Stations;
  /** Drawn by themselves, with a ring, whether they pass or not; a stable array. */
  readonly chosen: readonly StationCode[];
  /** A station's mark, or null: the bare map. A bubble is not told: the map looks closer. */
  readonly onPick: (code: StationCode | null) => void;
  /** A bubble that no zoom takes apart was picked. */
  readonly onCrowd: () => void;
};

/** A bubble opens by so many steps of zoom, up to where its stations cannot be told apart any more. */
const CLOSER = 2;

/** The stations on a map: one canvas, no element for any of them. The list beside it is their twin for screen readers. */
export function StationMarks({ ground, stations, chosen, onPick, onCrowd }: Props) {
  const [canvas, setCanvas] = useState<StationCanvas | null>(null);
  const picked = useRef<(drawn: Drawn | null) => void>(() => undefined);
  picked.current = (drawn) => {
    if (drawn?.kind === 'bubble') {
      if (!look(ground, drawn)) onCrowd();
    } else onPick(drawn === null ? null : codeAt(stations.plot, drawn.row));
  };
  useEffect(() => {
    const made = new StationCanvas(ground.map, (drawn) => picked.current(drawn));
    setCanvas(made);
    return () => made.remove();
  }, [ground]);
  useEffect(() => {
    if (canvas === null) return;
    canvas.show({ crowd: stations.crowd, chosen: chosen.flatMap((code) => marksOf(stations, code)) });
  }, [canvas, stations, chosen]);
  return null;
}

function marksOf({ plot, wanted }: Stations, code: StationCode): readonly Mark[] {
  return rowsOfCode(plot, code).map((row) => markOf(plot, row, lookOfRow(plot, wanted, row)));
}

/** False when the map is as near as it goes. */
function look({ map }: Ground, { x, y }: Drawn): boolean {
  if (map.getZoom() >= map.getMaxZoom()) return false;
  const zoom = Math.min(map.getMaxZoom(), Math.round(map.getZoom()) + CLOSER);
  const { lng, lat } = gcj02(lngOf(x), latOf(y));
  map.setView([lat, lng], zoom);
  return true;
}
