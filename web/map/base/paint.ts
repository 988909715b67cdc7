import { BORDER_LEVEL } from '../../../shared/geo/borders.ts';
import { clipRing, type Window } from './clip.ts';
import { labelsIn } from './labels.ts';
import { leafOf } from './lattice.ts';
import { isCoast, type Line, type Net, ringsOf } from './net.ts';
import { ringsIn } from './rings.ts';
import { type Look, pixelOf, pixelsPerMetre, type Scene, worldSize } from './scene.ts';
import { type Lettering, letterPlaces } from './text.ts';

export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Borders in hand: the whole country first, counties when they came. */
export type Atlas = { readonly nets: readonly Net[]; readonly land: readonly Float64Array[] };

export function atlasOf(nets: readonly Net[]): Atlas {
  return { nets, land: ringsOf(nets.slice(0, 1), isCoast) };
}

/** From here on the county I am in is lighter than the others. */
const HOME_ZOOM = 9;
const ROUND = Math.PI * 2;
/** Vertices drawn between two pauses. */
const SLICE = 6000;

/**
 * Paints a scene step by step: whoever drives it may pause after each step. The result is the list of names it wrote, so that
 * two painters can be compared.
 */
export function* paint(brush: Brush, scene: Scene, atlas: Atlas): Generator<void, readonly Lettering[]> {
  brush.setTransform(scene.ratio, 0, 0, scene.ratio, 0, 0);
  brush.clearRect(0, 0, scene.width, scene.height);
  paintLand(brush, scene, atlas);
  yield;
  yield* paintLines(brush, scene, atlas.nets);
  yield;
  const labels = labelsIn(scene, atlas.nets, ringsIn(scene));
  for (const label of labels) write(brush, scene.look, { ...label, colour: scene.look.label, halo: 4 });
  return labels;
}

function windowOf(scene: Scene): Window {
  const size = worldSize(scene.zoom);
  const [x, y] = [scene.width / 2 / size, scene.height / 2 / size];
  return [scene.x - x, scene.y - y, scene.x + x, scene.y + y];
}

function paintLand(brush: Brush, scene: Scene, { nets, land }: Atlas): void {
  const { look } = scene;
  const home = scene.me !== null && scene.zoom >= HOME_ZOOM && nets.length > 1 ? leafOf(nets, scene.me) : -1;
  brush.fillStyle = land.length === 0 ? look.land : look.sea;
  brush.fillRect(0, 0, scene.width, scene.height);
  fillRings(brush, scene, { rings: land, colour: home < 0 ? look.land : look.other });
  if (home < 0) return;
  const rings = ringsOf(nets, ({ owners }) => owners.includes(home));
  fillRings(brush, scene, { rings, colour: look.land });
}

type Fill = { readonly rings: readonly Float64Array[]; readonly colour: string };

function fillRings(brush: Brush, scene: Scene, { rings, colour }: Fill): void {
  const window = windowOf(scene);
  brush.fillStyle = colour;
  brush.beginPath();
  for (const ring of rings) {
    const path = clipRing(ring, window);
    for (let i = 0; i + 1 < path.length; i += 2) {
      const { x, y } = pixelOf(scene, { x: path[i] ?? 0, y: path[i + 1] ?? 0 });
      if (i === 0) brush.moveTo(x, y);
      else brush.lineTo(x, y);
    }
    brush.closePath();
  }
  brush.fill('evenodd');
}

type Stroke = { readonly level: number; readonly width: number; readonly colour: string };

/** Fine lines first, so that higher borders lie over them. */
function strokesAt({ zoom, look }: Scene): readonly Stroke[] {
  const { outline, outlineFar } = look;
  const strokes: readonly (Stroke & { readonly from: number })[] = [
    { level: BORDER_LEVEL.county, from: 8, width: zoom < 10 ? 1 : 1.75, colour: zoom < 10 ? outlineFar : outline },
    { level: BORDER_LEVEL.city, from: 5.5, width: zoom < 8 ? 1 : 1.75, colour: zoom < 8 ? outlineFar : outline },
    { level: BORDER_LEVEL.province, from: 0, width: zoom < 6 ? 1 : 2.25, colour: zoom < 5 ? outlineFar : outline },
    { level: BORDER_LEVEL.nation, from: 0, width: zoom < 6 ? 1.25 : 2.25, colour: outline },
    { level: BORDER_LEVEL.dash, from: 0, width: zoom < 6 ? 2 : 3, colour: outline },
  ];
  return strokes.filter(({ from }) => zoom >= from);
}

function* paintLines(brush: Brush, scene: Scene, nets: readonly Net[]): Generator<void> {
  const [west, north, east, south] = windowOf(scene);
  const isSeen = (line: Line): boolean =>
    line.east > west && line.west < east && line.south > north && line.north < south;
  brush.lineJoin = 'round';
  brush.lineCap = 'round';
  for (const { level, width, colour } of strokesAt(scene)) {
    brush.strokeStyle = colour;
    brush.lineWidth = width * scene.look.lineScale;
    let drawn = 0;
    brush.beginPath();
    for (const net of nets) {
      for (const line of net.lines) {
        if (line.level !== level || !isSeen(line)) continue;
        trace(brush, scene, { net, line });
        drawn += line.to - line.from;
        if (drawn < SLICE) continue;
        drawn = 0;
        brush.stroke();
        yield;
        brush.beginPath();
      }
    }
    brush.stroke();
  }
}

/** Vertices nearer than this (CSS pixels) to the one before are passed over: the eye sees no difference. */
const NEAR = 0.8;

function trace(brush: Brush, scene: Scene, { net, line }: { readonly net: Net; readonly line: Line }): void {
  const size = worldSize(scene.zoom);
  const left = scene.width / 2 - scene.x * size;
  const top = scene.height / 2 - scene.y * size;
  let [x0, y0] = [Number.NEGATIVE_INFINITY, 0];
  for (let i = line.from; i < line.to; i++) {
    const x = (net.points[2 * i] ?? 0) * size + left;
    const y = (net.points[2 * i + 1] ?? 0) * size + top;
    if (i > line.from && i < line.to - 1 && Math.abs(x - x0) + Math.abs(y - y0) < NEAR) continue;
    if (i === line.from) brush.moveTo(x, y);
    else brush.lineTo(x, y);
    [x0, y0] = [x, y];
  }
}

/** My accuracy and the distance rings with their names, on a canvas of their own that lies over tiles too. */
export function paintRings(brush: Brush, scene: Scene): void {
  const { me, look } = scene;
  brush.setTransform(scene.ratio, 0, 0, scene.ratio, 0, 0);
  brush.clearRect(0, 0, scene.width, scene.height);
  if (me !== null && me.accuracy > 0) {
    const { x, y } = pixelOf(scene, me);
    brush.fillStyle = look.meArea;
    brush.beginPath();
    brush.arc(x, y, me.accuracy * pixelsPerMetre(me.lat, scene.zoom), 0, ROUND);
    brush.fill();
  }
  const rings = ringsIn(scene);
  brush.strokeStyle = look.ring;
  brush.lineWidth = 1.5 * look.lineScale;
  brush.lineCap = 'butt';
  brush.setLineDash([4, 6]);
  for (const { x, y, radius, gap } of rings) {
    brush.beginPath();
    // No dash runs through a name.
    brush.arc(x, y, radius, gap?.to ?? 0, (gap?.from ?? 0) + ROUND);
    brush.stroke();
  }
  brush.setLineDash([]);
  for (const { name } of rings) if (name !== null) write(brush, look, { ...name, colour: look.ring, halo: 4 });
}

type Dress = { readonly colour: string; readonly halo: number };

function write(brush: Brush, look: Look, lettering: Lettering & Dress): void {
  brush.font = `600 ${lettering.size}px ${look.font}`;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.lineJoin = 'round';
  brush.lineWidth = lettering.halo;
  brush.strokeStyle = look.land;
  brush.fillStyle = lettering.colour;
  const letters = letterPlaces(lettering);
  for (const { letter, x } of letters) brush.strokeText(letter, x, lettering.y);
  for (const { letter, x } of letters) brush.fillText(letter, x, lettering.y);
}
