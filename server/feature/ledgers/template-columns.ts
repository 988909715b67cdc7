import { AMENITIES, AMENITY_STATES } from '../../../shared/station/amenity.ts';
import { spacedCode } from '../../../shared/station/code.ts';
import { ACCESS_MODES, BUILDS, HOST_TYPES, OPERATIONS, type Station } from '../../../shared/station/station.ts';
import {
  ACCESS_WORDS,
  AMENITY_STATE_WORDS,
  AMENITY_WORDS,
  BUILD_WORDS,
  HOST_TYPE_WORDS,
  KIND_WORDS,
  OPERATION_WORDS,
} from '../../../shared/words/station.ts';
import { YES_NO } from '../import/more.ts';

/** One column of the template. `list`: what may be chosen; `strict`: and nothing else. */
export type TemplateColumn = {
  readonly title: string;
  readonly width: number;
  readonly about: string;
  readonly list: 'counties' | 'brands' | readonly string[] | null;
  readonly strict: boolean;
  readonly cell: (station: Station, countyName: (station: Station) => string) => string;
  readonly examples: readonly [string, string];
};

/** So much is typed in by whoever fills the template. */
const free = { list: null, strict: false } as const;
const yesNo = (value: boolean | null) => (value === null ? '' : value ? YES_NO.yes : YES_NO.no);
const words = <C extends string>(codes: readonly C[], of: { readonly [K in C]: string }) =>
  codes.map((code) => of[code]);

const WHAT: readonly TemplateColumn[] = [
  {
    ...free,
    title: '序号',
    width: 24,
    about: '随便编，不入册。这一格以“示例（导入时会跳过）”开头的行不导入。',
    cell: () => '',
    examples: ['示例（导入时会跳过）', '示例（导入时会跳过）'],
  },
  {
    ...free,
    title: '站点编码',
    width: 22,
    about: '已登记的站点填它的 15 位编码，用来认出是哪一个；新站点空着，导入时发。',
    cell: ({ code }) => (code === null ? '' : spacedCode(code)),
    examples: ['', ''],
  },
  {
    ...free,
    title: '站点名称*',
    width: 26,
    about: '必填，最多 60 个字。',
    cell: ({ name }) => name,
    examples: ['示例路爱心驿站', '示例园区司机之家'],
  },
  {
    list: 'brands',
    strict: false,
    title: '品牌',
    width: 14,
    about: '从列表里选，或写自己的叫法。',
    cell: ({ brand }) => brand ?? '',
    examples: ['爱心驿站', '司机之家'],
  },
  {
    list: [KIND_WORDS.station, KIND_WORDS['driver-home']],
    strict: true,
    title: '站点种类',
    width: 12,
    about: '驿站或司机之家。临时住宿驿站、流动驿站要在“登记站点”里登记。',
    cell: ({ kind }) => KIND_WORDS[kind],
    examples: [KIND_WORDS.station, KIND_WORDS['driver-home']],
  },
  {
    list: 'counties',
    strict: true,
    title: '区县*',
    width: 16,
    about: '从列表里选。坐标不在这个区县时会提醒。',
    cell: (station, countyName) => countyName(station),
    examples: ['', ''],
  },
  {
    ...free,
    title: '乡镇街道',
    width: 16,
    about: '街道或乡镇的名字。',
    cell: ({ town }) => town ?? '',
    examples: ['示例街道', '示例镇'],
  },
  {
    ...free,
    title: '地址*',
    width: 34,
    about: '必填，到门牌号。',
    cell: ({ address }) => address,
    examples: ['示例路 1 号', '示例大道 88 号'],
  },
  {
    ...free,
    title: '怎么找到门',
    width: 28,
    about: '几楼、哪个门、旁边有什么。',
    cell: ({ entrance }) => entrance ?? '',
    examples: ['营业厅一楼进门右手边', '停车场东北角'],
  },
  {
    ...free,
    title: '经度*',
    width: 13,
    about: '必填，如 113.665412。默认按高德坐标读；百度或手机定位的坐标，导入时能换。',
    cell: ({ point }) => String(point.lng),
    examples: ['113.665412', '113.702188'],
  },
  {
    ...free,
    title: '纬度*',
    width: 13,
    about: '必填，如 34.757975。',
    cell: ({ point }) => String(point.lat),
    examples: ['34.757975', '34.721006'],
  },
  {
    ...free,
    title: '开放时间',
    width: 30,
    about: '像平时那样写：8:30-17:30；周一至周五 9:00-17:00；24小时；夏季8:00-18:30 冬季8:30-18:00。',
    cell: ({ hours }) => hours.raw ?? '',
    examples: ['周一至周五 8:30-17:30', '24小时'],
  },
  {
    ...free,
    title: '公开电话',
    width: 16,
    about: '工友能打的电话，会公开。不要填个人手机。',
    cell: ({ publicPhone }) => publicPhone ?? '',
    examples: ['0371-12351', ''],
  },
];

const HOST: readonly TemplateColumn[] = [
  {
    list: words(HOST_TYPES, HOST_TYPE_WORDS),
    strict: true,
    title: '建站单位类型',
    width: 14,
    about: '从列表里选。',
    cell: ({ hostType }) => (hostType === null ? '' : HOST_TYPE_WORDS[hostType]),
    examples: [HOST_TYPE_WORDS.bank, HOST_TYPE_WORDS.transport],
  },
  {
    ...free,
    title: '建站单位名称',
    width: 24,
    about: '出地方的单位。',
    cell: ({ hostName }) => hostName ?? '',
    examples: ['示例银行示例路支行', '示例客运站'],
  },
  {
    ...free,
    title: '统一社会信用代码',
    width: 22,
    about: '18 位，不公开。',
    cell: ({ uscc }) => uscc ?? '',
    examples: ['', ''],
  },
  {
    list: words(BUILDS, BUILD_WORDS),
    strict: true,
    title: '建设方式',
    width: 14,
    about: '从列表里选。',
    cell: ({ build }) => (build === null ? '' : BUILD_WORDS[build]),
    examples: [BUILD_WORDS.integrated, BUILD_WORDS.society],
  },
  {
    list: words(OPERATIONS, OPERATION_WORDS),
    strict: true,
    title: '管理方式',
    width: 14,
    about: '从列表里选。',
    cell: ({ operation }) => (operation === null ? '' : OPERATION_WORDS[operation]),
    examples: [OPERATION_WORDS.host, OPERATION_WORDS.self],
  },
  {
    ...free,
    title: '面积（平方米）',
    width: 14,
    about: '数字。',
    cell: ({ area }) => (area === null ? '' : String(area)),
    examples: ['12', '60'],
  },
];

const ACCESS: readonly TemplateColumn[] = [
  {
    list: words(ACCESS_MODES, ACCESS_WORDS),
    strict: false,
    title: '进门方式',
    width: 16,
    about: '从列表里选；有几种就用顿号隔开。',
    cell: ({ access }) => access.modes.map((mode) => ACCESS_WORDS[mode]).join('、'),
    examples: [ACCESS_WORDS['open-door'], ACCESS_WORDS['qr-unlock']],
  },
  {
    list: Object.values(YES_NO),
    strict: true,
    title: '要不要装应用',
    width: 14,
    about: '是或否。',
    cell: ({ access }) => yesNo(access.needsApp),
    examples: [YES_NO.no, YES_NO.no],
  },
  {
    list: Object.values(YES_NO),
    strict: true,
    title: '是否免费',
    width: 10,
    about: '是或否。',
    cell: ({ access }) => yesNo(access.free),
    examples: [YES_NO.yes, YES_NO.yes],
  },
  {
    ...free,
    title: '收费说明',
    width: 18,
    about: '哪样收费、多少。',
    cell: ({ access }) => access.feeNote ?? '',
    examples: ['', ''],
  },
  {
    ...free,
    title: '厕所距离（米）',
    width: 14,
    about: '厕所在站内填 0，在附近填多少米。',
    cell: ({ toiletMetres }) => (toiletMetres === null ? '' : String(toiletMetres)),
    examples: ['0', '50'],
  },
  {
    ...free,
    title: '全总编码',
    width: 18,
    about: '全总给的编码，有就填。',
    cell: ({ federationCode }) => federationCode ?? '',
    examples: ['', ''],
  },
  {
    ...free,
    title: '别名',
    width: 18,
    about: '大家常用的别的叫法，用顿号隔开；搜得到。',
    cell: ({ aliases }) => aliases.join('、'),
    examples: ['', ''],
  },
];

const STATES = words(AMENITY_STATES, AMENITY_STATE_WORDS);

const THINGS: readonly TemplateColumn[] = AMENITIES.map((amenity, at) => ({
  list: STATES,
  strict: false,
  title: AMENITY_WORDS[amenity],
  width: 12,
  about: '有、没有、不清楚、坏了在修、只在部分季节有；空着就是不清楚，不会改掉已登记的。',
  cell: ({ amenities }) => {
    const fact = amenities[amenity];
    return fact
      ? fact.state === 'seasonal'
        ? (fact.note ?? AMENITY_STATE_WORDS.seasonal)
        : AMENITY_STATE_WORDS[fact.state]
      : '';
  },
  examples: at < 5 ? [AMENITY_STATE_WORDS.yes, AMENITY_STATE_WORDS.no] : ['', ''],
}));

/** Every column of the template, in its order. Titles are read again by the importer's own list of words. */
export const TEMPLATE_COLUMNS: readonly TemplateColumn[] = [...WHAT, ...HOST, ...ACCESS, ...THINGS];
