import { useEffect, useMemo, useRef, useState } from 'react';
import type { StationTable } from '../../../shared/feed/row.ts';
import { type Gcj02, gcj02 } from '../../../shared/geo/point.ts';
import type { StationCode } from '../../../shared/station/code.ts';
import type { Ground } from '../ground.ts';
import { StationCanvas } from './canvas.ts';
import { type Crowd, crowdOf, type Drawn, type Mark, markOf } from './crowd.ts';
import { codeAt, rowsOfCode } from './pick.ts';
import { latOf, lngOf, type Plot, plotRows, worldX, worldY } from './plot.ts';
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

/** `at`: of its marks the one nearest to there; null: all of them, of a mobile station one for each stop. */
export type Chosen = { readonly code: StationCode; readonly at: Gcj02 | null };

type Props = {
  readonly ground: Ground;
  readonly stations: Stations;
  /** Drawn by themselves, with a ring, whether they pass or not; a stable array. */
  readonly chosen: readonly Chosen[];
  /** A station's mark and where it stands, or null: the bare map. A bubble is not told: the map looks closer. */
  readonly onPick: (picked: { readonly code: StationCode; readonly at: Gcj02 } | null) => void;
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
    } else onPick(drawn === null ? null : { code: codeAt(stations.plot, drawn.row), at: placeAt(drawn) });
  };
  useEffect(() => {
    const made = new StationCanvas(ground.map, (drawn) => picked.current(drawn));
    setCanvas(made);
    return () => made.remove();
  }, [ground]);
  useEffect(() => {
    if (canvas === null) return;
    canvas.show({ crowd: stations.crowd, chosen: chosen.flatMap((one) => marksOf(stations, one)) });
  }, [canvas, stations, chosen]);
  return null;
}

function marksOf({ plot, wanted }: Stations, { code, at }: Chosen): readonly Mark[] {
  const marks = rowsOfCode(plot, code).map((row) => markOf(plot, row, lookOfRow(plot, wanted, row)));
  if (at === null || marks.length < 2) return marks;
  const [x, y] = [worldX(at.lng), worldY(at.lat)];
  const far = (mark: Mark): number => Math.hypot(mark.x - x, mark.y - y);
  return [...marks].sort((a, b) => far(a) - far(b)).slice(0, 1);
}

function placeAt({ x, y }: Drawn): Gcj02 {
  return gcj02(lngOf(x), latOf(y));
}

/** False when the map is as near as it goes. */
function look({ map }: Ground, drawn: Drawn): boolean {
  if (map.getZoom() >= map.getMaxZoom()) return false;
  const zoom = Math.min(map.getMaxZoom(), Math.round(map.getZoom()) + CLOSER);
  const { lng, lat } = placeAt(drawn);
  map.setView([lat, lng], zoom);
  return true;
}
