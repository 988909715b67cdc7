import { BORDER_LEVEL } from '../../../shared/geo/borders.ts';
import type { Line, Net } from '../../map/base/net.ts';
import type { Country } from './country.ts';
import { boxOf, type Frame, frameOf, isDash, isSeen, linePath, ringPath, thinned, type WorldBox } from './frame.ts';
import { type Label, labelsOf } from './labels.ts';
import { loopsOf } from './loops.ts';

export type Shape = { readonly code: string; readonly path: string };
export type Drawing = {
  readonly frame: Frame;
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
  /** The country as one area; its coast and borders, borders of provinces round about, the dash line. */
  readonly land: string;
  readonly nation: string;
  readonly around: string;
  readonly dashes: string;
};

export type Size = { readonly width: number; readonly highest: number };

/** The parts of a division, each with its outline. Those of the country come with the whole of it, its seas and the dash line. */
export function drawingOf(country: Country, parts: readonly string[], size: Size): Drawing {
  const isNation = parts.some((code) => code.endsWith('0000'));
  const partOf = country.leaves.map((leaf) => partHolding(leaf, parts));
  const own = country.nets.flatMap(({ lines }) =>
    lines.filter(({ owners }) => owners.some((leaf) => partOf[leaf] != null)),
  );
  const dashes = country.nets.flatMap(({ lines }) => lines.filter(isDash));
  const frame = frameOf(boxOf(isNation ? [...own, ...dashes] : own), size.width, size.highest);
  const border = thinned(country.nets, (line) => sidesOf(line, partOf).length > 0, frame);
  const sides = new Map(border.lines.map((line) => [line, sidesOf(line, partOf)]));
  const shapes = parts.map((code) => ({
    code,
    path: ringPath(loopsOf(border, (line) => sides.get(line)?.includes(code) ?? false)),
  }));
  return { frame, shapes, ...ground(country, frame), labels: labelsOf(country, { parts, partOf, frame }) };
}

/** The parts of which a line is an outer border. */
function sidesOf({ owners }: Line, partOf: readonly (string | null)[]): readonly string[] {
  const sides = owners.map((leaf) => partOf[leaf] ?? null);
  return sides.flatMap((side) => (side !== null && sides.filter((one) => one === side).length === 1 ? [side] : []));
}

/** Which of the parts a county lies in; by their codes, which say it but for the counties of 重庆. */
export function partHolding(leaf: string, parts: readonly string[]): string | null {
  const above = [leaf, `${leaf.slice(0, 4)}00`, `${leaf.slice(0, 2)}0000`, `${leaf.slice(0, 2)}0100`];
  for (const code of above) if (parts.includes(code)) return isBeside(leaf, code, parts) ? null : code;
  return null;
}

/** A county right below its province is no part of the province's first city. */
function isBeside(leaf: string, code: string, parts: readonly string[]): boolean {
  return code.endsWith('0100') && !leaf.startsWith(code.slice(0, 4)) && parts.length > 1;
}

function ground({ nets }: Country, frame: Frame): Pick<Drawing, 'land' | 'nation' | 'around' | 'dashes'> {
  const seen = (level: number) => linePath(thinned(nets, (line) => line.level === level && isSeen(line, frame), frame));
  return {
    land: landOf(nets, frame),
    nation: seen(BORDER_LEVEL.nation),
    around: seen(BORDER_LEVEL.province),
    dashes: seen(BORDER_LEVEL.dash),
  };
}

function landOf(nets: Country['nets'], frame: Frame): string {
  return ringPath(
    loopsOf(
      thinned(nets, ({ level }) => level === BORDER_LEVEL.nation, frame),
      () => true,
    ),
  );
}

/** A map of where points lie: the borders round them, from the country's down to the counties'. */
export type Ground = {
  readonly frame: Frame;
  readonly land: string;
  readonly nation: string;
  readonly around: string;
  readonly cities: string;
  readonly counties: string;
  readonly dashes: string;
};

export function groundOf({ nets }: Country, box: WorldBox, size: Size): Ground {
  const frame = frameOf(box, size.width, size.highest);
  const seen = (level: number, from: readonly Net[] = nets) =>
    linePath(thinned(from, (line) => line.level === level && isSeen(line, frame), frame));
  // Borders of all the country's counties would be nothing but ink.
  const isNear = frame.width / frame.scale < 0.03;
  return {
    frame,
    land: landOf(nets, frame),
    nation: seen(BORDER_LEVEL.nation),
    around: seen(BORDER_LEVEL.province),
    cities: frame.width / frame.scale < 0.08 ? seen(BORDER_LEVEL.city) : '',
    counties: isNear ? seen(BORDER_LEVEL.county) : '',
    dashes: seen(BORDER_LEVEL.dash),
  };
}
