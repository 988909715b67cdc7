/**
 * A name or an address as it is compared, never as it is shown: full-width forms become half-width, case, spaces
 * and separators go, brackets and dashes become one kind. Two rows of a ledger are the same station when union,
 * name and address agree in this form.
 */
export function normaliseName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[[【〔「『《〈{<]/g, '(')
    .replace(/[\]】〕」』》〉}>]/g, ')')
    .replace(/[‐‑‒–—―−－ー~～]/g, '-')
    .replace(/[\s\u200b-\u200d\ufeff·•・.,，。、;；:：'"“”‘’_|]/g, '');
}

/** Words every other station carries too: they say little about whether two names mean one place. Longest first. */
const GENERIC = [
  '户外劳动者综合服务站',
  '户外劳动者服务站点',
  '户外劳动者服务站',
  '劳动者港湾',
  '户外劳动者',
  '爱心接力站',
  '环卫工人',
  '服务站点',
  '休息驿站',
  '司机之家',
  '快递小哥',
  '服务点',
  '服务站',
  '休息点',
  '休息站',
  '劳动者',
  '有限公司',
  '分公司',
  '职工',
  '工会',
  '驿站',
  '爱心',
  '暖心',
  '暖蜂',
  '暖新',
  '港湾',
  '户外',
  '综合',
  '站点',
  '小站',
  '骑手',
  '之家',
] as const;

const GENERIC_WEIGHT = 0.15;
const EDGE_WEIGHT = 0.4;
/** 一分店 and 二分店 share every other character, and are two places. */
const OTHER_NUMBER = 0.5;

/**
 * How much two names look like one place, 0…1: Dice's coefficient over pairs of neighbouring characters, in which
 * pairs from generic words weigh little, halved when both carry numbers and the numbers differ. Symmetric.
 */
export function nameSimilarity(a: string, b: string): number {
  const [left, right] = [bare(a), bare(b)];
  if (left === right) return 1;
  const [one, other] = [pairWeights(left), pairWeights(right)];
  let shared = 0;
  for (const [pair, weight] of one) shared += Math.min(weight, other.get(pair) ?? 0);
  const all = total(one) + total(other);
  if (all === 0) return 0;
  const dice = (2 * shared) / all;
  return numbersDiffer(left, right) ? dice * OTHER_NUMBER : dice;
}

function bare(text: string): string {
  return normaliseName(text).replace(/[()-]/g, '');
}

function pairWeights(text: string): Map<string, number> {
  const generic = genericPlaces(text);
  const weights = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const inside = (generic[i] === true ? 1 : 0) + (generic[i + 1] === true ? 1 : 0);
    const weight = inside === 2 ? GENERIC_WEIGHT : inside === 1 ? EDGE_WEIGHT : 1;
    const pair = text.slice(i, i + 2);
    weights.set(pair, (weights.get(pair) ?? 0) + weight);
  }
  return weights;
}

function genericPlaces(text: string): readonly boolean[] {
  const places: boolean[] = Array.from({ length: text.length }, () => false);
  for (let i = 0; i < text.length; ) {
    const word = GENERIC.find((candidate) => text.startsWith(candidate, i));
    if (word !== undefined) places.fill(true, i, i + word.length);
    i += word?.length ?? 1;
  }
  return places;
}

function total(weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
}

function numbersDiffer(a: string, b: string): boolean {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  return left !== '' && right !== '' && left !== right;
}

/** Arabic numbers, and Chinese ones where they count things: 第三, 二分店, 2 号. */
function numbersOf(text: string): string {
  const found = text.match(/\d+|第[一二三四五六七八九十]+|[一二三四五六七八九十]+(?=号|店|站|分|期|段|所|队)/g) ?? [];
  return found.map((number) => number.replace('第', '')).join(' ');
}
