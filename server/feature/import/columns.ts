import { AMENITIES, type Amenity } from '../../../shared/station/amenity.ts';
import { AMENITY_WORDS } from '../../../shared/words/station.ts';
import { cleanCell } from './cell.ts';
import { FACILITY_WORDS } from './facility.ts';

/** What a ledger's column can mean. `pair` holds longitude and latitude in one cell. */
export type Field =
  | 'serial'
  | 'code'
  | 'federationCode'
  | 'name'
  | 'brand'
  | 'aliases'
  | 'province'
  | 'city'
  | 'district'
  | 'town'
  | 'address'
  | 'entrance'
  | 'lng'
  | 'lat'
  | 'pair'
  | 'hours'
  | 'opens'
  | 'closes'
  | 'phone'
  | 'facilities'
  | 'hostName'
  | 'area'
  | 'kind'
  | MoreField
  | EntryField;

/** What becomes an entry of the station's, beside the register itself. */
export type EntryField =
  | 'inspectedOn'
  | 'foundCount'
  | 'visitsLastMonth'
  | 'yuanThisYear'
  | 'amapListing'
  | 'baiduListing'
  | 'tencentListing'
  | 'honoured';

/** What only our own template asks for. */
export type MoreField =
  | 'hostType'
  | 'uscc'
  | 'build'
  | 'operation'
  | 'modes'
  | 'needsApp'
  | 'free'
  | 'feeNote'
  | 'toiletMetres';

/** Header words of every field, compared after cleaning, lower-casing and dropping brackets with what stands in them. */
const SYNONYMS: { readonly [F in Field]: readonly string[] } = {
  serial: ['序号', '编号', 'no', 'no.', 'id', '行号'],
  code: ['站点编码', '驿站编码', '编码', 'code', '歇脚编码'],
  federationCode: ['全总编码', '全总编号', '站点编号', '驿站编号', '联合编号'],
  name: [
    '站点名称',
    '名称',
    '驿站名称',
    '站点',
    '驿站',
    '站名',
    '服务站点名称',
    '户外劳动者服务站点名称',
    'name',
    '点位名称',
    '门店名称',
  ],
  brand: ['品牌', '站点品牌', '类型名称', 'brand'],
  aliases: ['别名', '曾用名', '又名'],
  province: ['省', '省份', '所属省', '省级', 'province'],
  city: ['市', '城市', '地市', '所属市', '地级市', 'city'],
  district: [
    '区县',
    '县区',
    '区',
    '县',
    '所属区县',
    '所在区县',
    '行政区',
    '区域',
    '所属区域',
    '所在区',
    '辖区',
    'district',
    'county',
    'adcode',
  ],
  town: ['街道', '乡镇', '街道乡镇', '乡镇街道', '所属街道', 'town'],
  address: ['地址', '详细地址', '站点地址', '具体地址', '驿站地址', '所在地址', '位置', '地点', 'address'],
  entrance: ['入口', '入口说明', '怎么找', '怎么找到门', '门口说明', '楼层', '具体位置'],
  lng: ['经度', 'lng', 'lon', 'long', 'longitude', 'x', 'x坐标', '东经'],
  lat: ['纬度', 'lat', 'latitude', 'y', 'y坐标', '北纬'],
  pair: ['坐标', '经纬度', '定位', '位置坐标', '经度纬度', 'location', '地图坐标'],
  hours: ['开放时间', '营业时间', '服务时间', '开放时段', '时间', '开门时间段', 'hours'],
  opens: ['open', '开门时间', '开始时间', '开门'],
  closes: ['close', '关门时间', '结束时间', '关门'],
  phone: ['公开电话', '联系电话', '电话', '服务电话', '固定电话', '对外电话', '座机', 'phone', 'tel'],
  facilities: ['设施', '服务设施', '配套设施', '服务项目', '服务内容', '设备', '便民设施', '主要设施', 'facilities'],
  hostName: ['建站单位', '建站单位名称', '共建单位', '所在单位', '主办单位', '依托单位', '承建单位'],
  area: ['面积', '建筑面积', '使用面积', '平方米'],
  kind: ['站点类型', '站点种类', '类型', '类别', '种类'],
  hostType: ['建站单位类型', '所在单位类型', '单位类型'],
  uscc: ['统一社会信用代码', '信用代码', '社会信用代码'],
  build: ['建设方式'],
  operation: ['管理方式', '运营方式'],
  modes: ['进门方式'],
  needsApp: ['要不要装应用'],
  free: ['是否免费'],
  feeNote: ['收费说明'],
  toiletMetres: ['厕所距离'],
  inspectedOn: ['最近巡查日期', '最近一次巡查日期', '巡查日期'],
  foundCount: ['巡查发现问题数', '发现问题数'],
  visitsLastMonth: ['上月服务人次'],
  yuanThisYear: ['本年投入'],
  amapListing: ['高德上线情况'],
  baiduListing: ['百度上线情况'],
  tencentListing: ['腾讯上线情况'],
  honoured: ['最美站点'],
};

/** Which datum a header names: `lng_gcj02`, 经度（百度）. */
export type NamedDatum = 'gcj02' | 'wgs84' | 'bd09';

export type Columns = {
  readonly headerRow: number;
  readonly at: { readonly [F in Field]?: number };
  /** Columns of one facility each: 饮水机 | 微波炉 | … with 有/无 in the cells. */
  readonly facilities: readonly { readonly column: number; readonly amenity: Amenity }[];
  readonly datum: NamedDatum | null;
  readonly titles: readonly string[];
};

export const LAST_HEADER_ROW = 30;

/** The header row and what its columns mean: the row among the first thirty that names most; null when none names a station and its place. */
export function findColumns(rows: readonly (readonly string[])[]): Columns | null {
  let best: Columns | null = null;
  for (let row = 0; row < Math.min(rows.length, LAST_HEADER_ROW); row++) {
    const columns = readHeader(rows[row] ?? [], row);
    if (!isUsable(columns)) continue;
    if (!best || weight(columns) > weight(best)) best = columns;
  }
  return best;
}

function isUsable({ at }: Columns): boolean {
  return at.name !== undefined && (at.address !== undefined || at.pair !== undefined || at.lng !== undefined);
}

function weight({ at, facilities }: Columns): number {
  return Object.keys(at).length + facilities.length;
}

function readHeader(cells: readonly string[], headerRow: number): Columns {
  const at: { [F in Field]?: number } = {};
  const facilities: { column: number; amenity: Amenity }[] = [];
  let datum: NamedDatum | null = null;
  cells.forEach((cell, column) => {
    const clean = cleanCell(cell).toLowerCase();
    const named = datumOf(clean);
    const title = bare(clean);
    const field = fieldOf(title);
    // A second pair in another datum is left alone: the first one named wins.
    if (field && at[field] === undefined) {
      at[field] = column;
      if ((field === 'lng' || field === 'pair') && named) datum = named;
      return;
    }
    const amenity = field ? undefined : amenityOf(title);
    if (amenity) facilities.push({ column, amenity });
  });
  return { headerRow, at, facilities, datum, titles: cells.map(cleanCell) };
}

/** By the word of our own template first, then as ledgers say it. */
function amenityOf(title: string): Amenity | undefined {
  return AMENITIES.find((amenity) => AMENITY_WORDS[amenity] === title) ?? wordsFor(title);
}

function wordsFor(title: string): Amenity | undefined {
  return FACILITY_WORDS.find(([words]) => words.includes(title))?.[1];
}

function fieldOf(title: string): Field | null {
  for (const field of Object.keys(SYNONYMS) as Field[]) if (SYNONYMS[field].includes(title)) return field;
  return null;
}

function datumOf(title: string): NamedDatum | null {
  if (/gcj|高德|腾讯|火星|国测/.test(title)) return 'gcj02';
  if (/bd-?09|百度/.test(title)) return 'bd09';
  if (/wgs|gps/.test(title)) return 'wgs84';
  return null;
}

/** `经度（高德）`, `*站点名称`, `lng_gcj02`, `面积(㎡)` → the word alone. */
function bare(title: string): string {
  return title
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, '')
    .replace(/[_-]?(gcj-?02|wgs-?84|bd-?09)$/, '')
    .replace(/[*＊:：\s/、]/g, '');
}
