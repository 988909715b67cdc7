/** Two numbers that may be a place, in the order they stood in; which is which is for the reader to say. Degrees. */
export type Pair = { readonly a: number; readonly b: number };

const LABELS = /(?:东经|北纬|经度|纬度|latitude|longitude|lat|lng|lon|[ne北东](?![a-z]))\s*[:=：]?|°/gi;
const DECIMAL = /(?:^|[^\d.])(-?\d{1,3}\.\d{2,})[\s,，;；、/]+(-?\d{1,3}\.\d{2,})/;
const SIXTIETHS = /(\d{1,3})\s*[°度]\s*(\d{1,2})\s*['′’分]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”秒]|''))?/g;

/** `113.665, 34.757`, `34.757°N 113.665°E`, `北纬34.757 东经113.665`, `34°45′25″N 113°39′54″E`; null when there is no pair. */
export function readCoordinates(text: string): Pair | null {
  const [first, second] = [...text.matchAll(SIXTIETHS)].map(sixtieths);
  if (first !== undefined && second !== undefined) return { a: first, b: second };
  const [, a, b] = DECIMAL.exec(text.replace(LABELS, ' ')) ?? [];
  return a === undefined || b === undefined ? null : { a: Number(a), b: Number(b) };
}

function sixtieths([, degrees, minutes, seconds]: RegExpMatchArray): number {
  return Number(degrees) + Number(minutes) / 60 + Number(seconds ?? 0) / 3600;
}
