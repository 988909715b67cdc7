import { spacedCode } from '../../../shared/station/code.ts';
import { BUILDS, HOST_TYPES, OPERATIONS } from '../../../shared/station/station.ts';
import { BUILD_WORDS, HOST_TYPE_WORDS, KIND_WORDS, OPERATION_WORDS } from '../../../shared/words/station.ts';
import { FREE, type TemplateColumn, wordsOf } from './template-column.ts';
import { ENTRY_COLUMNS } from './template-entries.ts';
import { ACCESS_COLUMNS, FACILITY_COLUMNS } from './template-more.ts';

const WHAT: readonly TemplateColumn[] = [
  {
    ...FREE,
    title: '序号',
    width: 24,
    about: '随便编，不入册。这一格以“示例（导入时会跳过）”开头的行不导入。',
    cell: () => '',
    examples: ['示例（导入时会跳过）', '示例（导入时会跳过）'],
  },
  {
    ...FREE,
    title: '站点编码',
    width: 22,
    about: '已登记的站点填它的 15 位编码，用来认出是哪一个；新站点空着，导入时发。',
    cell: ({ code }) => (code === null ? '' : spacedCode(code)),
    examples: ['', ''],
  },
  {
    ...FREE,
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
    ...FREE,
    title: '乡镇街道',
    width: 16,
    about: '街道或乡镇的名字。',
    cell: ({ town }) => town ?? '',
    examples: ['示例街道', '示例镇'],
  },
  {
    ...FREE,
    title: '地址*',
    width: 34,
    about: '必填，到门牌号。',
    cell: ({ address }) => address,
    examples: ['示例路 1 号', '示例大道 88 号'],
  },
  {
    ...FREE,
    title: '怎么找到门',
    width: 28,
    about: '几楼、哪个门、旁边有什么。',
    cell: ({ entrance }) => entrance ?? '',
    examples: ['营业厅一楼进门右手边', '停车场东北角'],
  },
  {
    ...FREE,
    title: '经度*',
    width: 13,
    about: '必填，如 113.665412。默认按高德坐标读；百度或手机定位的坐标，导入时能换。',
    cell: ({ point }) => String(point.lng),
    examples: ['113.665412', '113.702188'],
  },
  {
    ...FREE,
    title: '纬度*',
    width: 13,
    about: '必填，如 34.757975。',
    cell: ({ point }) => String(point.lat),
    examples: ['34.757975', '34.721006'],
  },
  {
    ...FREE,
    title: '开放时间',
    width: 30,
    about: '像平时那样写：8:30-17:30；周一至周五 9:00-17:00；24小时；夏季8:00-18:30 冬季8:30-18:00。',
    cell: ({ hours }) => hours.raw ?? '',
    examples: ['周一至周五 8:30-17:30', '24小时'],
  },
  {
    ...FREE,
    title: '公开电话',
    width: 16,
    about: '工友能打的电话，会公开。不要填个人手机。',
    cell: ({ publicPhone }) => publicPhone ?? '',
    examples: ['0371-12351', ''],
  },
];

const HOST: readonly TemplateColumn[] = [
  {
    list: wordsOf(HOST_TYPES, HOST_TYPE_WORDS),
    strict: true,
    title: '建站单位类型',
    width: 14,
    about: '从列表里选。',
    cell: ({ hostType }) => (hostType === null ? '' : HOST_TYPE_WORDS[hostType]),
    examples: [HOST_TYPE_WORDS.bank, HOST_TYPE_WORDS.transport],
  },
  {
    ...FREE,
    title: '建站单位名称',
    width: 24,
    about: '出地方的单位。',
    cell: ({ hostName }) => hostName ?? '',
    examples: ['示例银行示例路支行', '示例客运站'],
  },
  {
    ...FREE,
    title: '统一社会信用代码',
    width: 22,
    about: '18 位，不公开。',
    cell: ({ uscc }) => uscc ?? '',
    examples: ['', ''],
  },
  {
    list: wordsOf(BUILDS, BUILD_WORDS),
    strict: true,
    title: '建设方式',
    width: 14,
    about: '从列表里选。',
    cell: ({ build }) => (build === null ? '' : BUILD_WORDS[build]),
    examples: [BUILD_WORDS.integrated, BUILD_WORDS.society],
  },
  {
    list: wordsOf(OPERATIONS, OPERATION_WORDS),
    strict: true,
    title: '管理方式',
    width: 14,
    about: '从列表里选。',
    cell: ({ operation }) => (operation === null ? '' : OPERATION_WORDS[operation]),
    examples: [OPERATION_WORDS.host, OPERATION_WORDS.self],
  },
  {
    ...FREE,
    title: '面积（平方米）',
    width: 14,
    about: '数字。',
    cell: ({ area }) => (area === null ? '' : String(area)),
    examples: ['12', '60'],
  },
];

/** Every column of the template, in its order. Titles are read again by the importer's own list of words. */
export const TEMPLATE_COLUMNS: readonly TemplateColumn[] = [
  ...WHAT,
  ...HOST,
  ...ACCESS_COLUMNS,
  ...FACILITY_COLUMNS,
  ...ENTRY_COLUMNS,
];
