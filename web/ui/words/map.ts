/** Words of the map's ground. */
export const BUILTIN = '内置底图';
export const BUILTIN_CHIP = '内置底图，不用网';
export const TILES_GONE = '底图没连上，先用内置的';

/** What the map is to somebody who does not see it: its names, and where the same things stand as text. */
export function mapLabel(names: readonly string[]): string {
  const seen = names.slice(0, 6).join('、');
  const where = seen === '' ? '' : `画面里有${seen}。`;
  return `地图。${where}方向键移动，加号放大，减号缩小。同样的站点在附近名单里有文字版`;
}

/** Shown whenever the tiles are: the law asks for both. */
export function tilesLine(attribution: string, reviewNumber: string): string {
  return `${attribution} · ${reviewNumber}`;
}

/** What turning tiles on means, before it is done. */
export function consentText(name: string, host: string | null): string {
  return host === null
    ? `“${name}”由本站自己提供，别人看不到你在看哪里。要联网，会用流量。`
    : `打开“${name}”后，${host} 会看到你在看哪一片地方（不是你的位置，也不知道你是谁）。要联网，会用流量。随时可以换回内置底图。`;
}

export const PICK_HINT = '挪动地图，让十字对准那个地方';
