import { NATION, type RegionCode } from '../../../shared/station/region.ts';
import { PUBLISHED, type Station, type UnionId } from '../../../shared/station/station.ts';
import type { Store } from '../../store/port.ts';
import { EXAMPLE } from '../import/row.ts';
import type { RegionTable } from '../regions/table.ts';
import type { Book, BookSheet, Offer } from './book.ts';
import type { TemplateColumn } from './template-column.ts';
import { TEMPLATE_COLUMNS } from './template-columns.ts';
import { DESK_ROWS } from './upload.ts';

/** Brands there are everywhere; a union's own are added to them. */
const BRANDS = ['爱心驿站', '暖心驿站', '爱心接力站', '劳动者港湾', '司机之家', '工会驿站'];
const BRANDS_MOST = 60;
const CHOICES = '选项';
const SHEET = '台账';

export type TemplateParts = {
  readonly store: Store;
  readonly regions: RegionTable;
  /** Whose branch, and where it is; null for an industry's without a place of its own. */
  readonly union: UnionId;
  readonly region: RegionCode | null;
  readonly filled: boolean;
};

/** A union's ledger to fill in: its counties to choose from, examples, and what every column means. */
export async function templateBook({ store, regions, union, region, filled }: TemplateParts): Promise<Book> {
  const counties = regions.leaves(region ?? NATION);
  const named = (code: RegionCode) => nameIn(code, { regions, top: region ?? NATION });
  const stations: Station[] = [];
  const brands = new Set(BRANDS);
  await store.eachStation(
    (page) => {
      for (const station of page) {
        if (!PUBLISHED.includes(station.status)) continue;
        if (station.brand !== null && brands.size < BRANDS_MOST) brands.add(station.brand);
        if (filled && stations.length < DESK_ROWS) stations.push(station);
      }
    },
    { union },
  );
  const lists = { counties: counties.map(({ code }) => named(code)), brands: [...brands] };
  const first = lists.counties[0] ?? '';
  const cells = stations.map((station) =>
    TEMPLATE_COLUMNS.map(({ cell }) => cell(station, (one) => named(one.region))),
  );
  return [sheetOf(cells, lists, first), aboutSheet(), choicesSheet(lists)];
}

/** As far as it must be said to be known in its branch: 金水区 within its city, 郑州市金水区 within its province. */
function nameIn(code: RegionCode, { regions, top }: { regions: RegionTable; top: RegionCode }): string {
  const full = regions.fullName(code);
  const above = top === NATION || top === code ? '' : regions.fullName(top);
  return full.startsWith(above) ? full.slice(above.length) : full;
}

type Lists = { readonly counties: readonly string[]; readonly brands: readonly string[] };

function listOf({ list }: TemplateColumn, lists: Lists): readonly string[] | null {
  if (list === 'counties') return lists.counties;
  return list === 'brands' ? lists.brands : list;
}

function sheetOf(cells: readonly (readonly string[])[], lists: Lists, county: string): BookSheet {
  const examples = ([0, 1] as const).map((at) =>
    TEMPLATE_COLUMNS.map(({ list, examples: said }) => (list === 'counties' ? county : said[at])),
  );
  const offers: Offer[] = [];
  TEMPLATE_COLUMNS.forEach((one, column) => {
    const list = listOf(one, lists);
    if (list === null || list.length === 0) return;
    const where = { sheet: CHOICES, column, count: list.length };
    offers.push({ column, from: 1, to: DESK_ROWS, list: where, strict: one.strict });
  });
  return {
    name: SHEET,
    rows: [TEMPLATE_COLUMNS.map(({ title }) => title), ...examples, ...cells],
    heads: 1,
    examples: examples.length,
    widths: TEMPLATE_COLUMNS.map(({ width }) => width),
    isHidden: false,
    offers,
  };
}

const ABOUT_TOP = [
  ['怎么填', '', ''],
  ['带 * 的列必填，其他不知道就空着：空格子不会改掉已登记的内容。', '', ''],
  [`第一格以“${EXAMPLE}”开头的行是示例，不会导入，可以留着。`, '', ''],
  [`一次最多 ${DESK_ROWS} 行。传上来先核对，看过再提交，没提交之前什么都不会改。`, '', ''],
];

function aboutSheet(): BookSheet {
  const lines = TEMPLATE_COLUMNS.map(({ title, about, list, strict }) => [title, about, allowedText(list, strict)]);
  return {
    name: '填写说明',
    rows: [...ABOUT_TOP, ['列', '填什么', '可以填的'], ...lines],
    heads: ABOUT_TOP.length + 1,
    examples: 0,
    widths: [20, 70, 80],
    isHidden: false,
    offers: [],
  };
}

function allowedText(list: TemplateColumn['list'], strict: boolean): string {
  if (list === null) return '自己写';
  if (list === 'counties') return '下拉列表里的区县';
  const words = list === 'brands' ? BRANDS.join('、') : list.join('、');
  return strict ? words : `${words}（也可以自己写）`;
}

/** A column of choices for every column that has some. */
function choicesSheet(lists: Lists): BookSheet {
  const all = TEMPLATE_COLUMNS.map((one) => listOf(one, lists) ?? []);
  const height = Math.max(...all.map(({ length }) => length));
  const rows = Array.from({ length: height }, (_, row) => all.map((list) => list[row] ?? ''));
  return { name: CHOICES, rows, heads: 0, examples: 0, widths: all.map(() => 16), isHidden: true, offers: [] };
}
