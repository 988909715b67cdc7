import { AMENITIES, AMENITY_STATES } from '../../../shared/station/amenity.ts';
import { ACCESS_MODES } from '../../../shared/station/station.ts';
import { ACCESS_WORDS, AMENITY_STATE_WORDS, AMENITY_WORDS } from '../../../shared/words/station.ts';
import { YES_NO } from '../import/more.ts';
import { FREE, type TemplateColumn, wordsOf } from './template-column.ts';

const yesNo = (value: boolean | null) => (value === null ? '' : value ? YES_NO.yes : YES_NO.no);

/** How one gets in, and what else the template asks for. */
export const ACCESS_COLUMNS: readonly TemplateColumn[] = [
  {
    list: wordsOf(ACCESS_MODES, ACCESS_WORDS),
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
    ...FREE,
    title: '收费说明',
    width: 18,
    about: '哪样收费、多少。',
    cell: ({ access }) => access.feeNote ?? '',
    examples: ['', ''],
  },
  {
    ...FREE,
    title: '厕所距离（米）',
    width: 14,
    about: '厕所在站内填 0，在附近填多少米。',
    cell: ({ toiletMetres }) => (toiletMetres === null ? '' : String(toiletMetres)),
    examples: ['0', '50'],
  },
  {
    ...FREE,
    title: '全总编码',
    width: 18,
    about: '全总给的编码，有就填。',
    cell: ({ federationCode }) => federationCode ?? '',
    examples: ['', ''],
  },
  {
    ...FREE,
    title: '别名',
    width: 18,
    about: '大家常用的别的叫法，用顿号隔开；搜得到。',
    cell: ({ aliases }) => aliases.join('、'),
    examples: ['', ''],
  },
];

const STATES = wordsOf(AMENITY_STATES, AMENITY_STATE_WORDS);

/** A column for each facility. */
export const FACILITY_COLUMNS: readonly TemplateColumn[] = AMENITIES.map((amenity, at) => ({
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
