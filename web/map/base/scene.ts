/** Everything a picture of the builtin base depends on; plain data, so that it can be posted to a worker. */
export type Scene = {
  /** CSS pixels of the picture, with the rim around the map's box. */
  readonly width: number;
  readonly height: number;
  /** Of which so many on each side lie outside the box: names keep to the inside. */
  readonly rimX: number;
  readonly rimY: number;
  /** CSS pixels at the head of the box under something: names keep below. */
  readonly above: number;
  /** CSS pixels at the foot of the box under a sheet and its buttons: names keep above. */
  readonly below: number;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  readonly zoom: number;
  /** The middle in GCJ-02 degrees, for whoever puts the picture on a map. */
  readonly middle: { readonly lng: number; readonly lat: number };
  /** The middle, as parts of the world's side (GCJ-02 Mercator). */
  readonly x: number;
  readonly y: number;
  readonly me: MeMark | null;
  /** Middle of the distance rings; null for none. */
  readonly rings: WorldPoint | null;
  readonly look: Look;
};

export type WorldPoint = { readonly x: number; readonly y: number; readonly lat: number };
/** `accuracy` in metres; 0 draws no disc. */
export type MeMark = WorldPoint & { readonly accuracy: number };

/** Colours and type from the tokens of the theme in use. */
export type Look = {
  readonly land: string;
  readonly other: string;
  readonly sea: string;
  readonly outline: string;
  readonly outlineFar: string;
  readonly label: string;
  readonly ring: string;
  readonly meArea: string;
  readonly font: string;
  /** Text is this many times its usual size. */
  readonly textScale: number;
  /** 强光: lines this many times their usual width. */
  readonly lineScale: number;
};

const WORLD = 256;
const EQUATOR_METRES = 40_075_016.686;

/** Side of the world in CSS pixels. */
export function worldSize(zoom: number): number {
  return WORLD * 2 ** zoom;
}

/** CSS pixels of a metre at a latitude. */
export function pixelsPerMetre(lat: number, zoom: number): number {
  return worldSize(zoom) / (EQUATOR_METRES * Math.cos((lat * Math.PI) / 180));
}

export function pixelOf(scene: Scene, { x, y }: { readonly x: number; readonly y: number }) {
  const size = worldSize(scene.zoom);
  return { x: (x - scene.x) * size + scene.width / 2, y: (y - scene.y) * size + scene.height / 2 };
}
