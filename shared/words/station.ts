import type { ExitTask } from '../station/after-exit.ts';
import type { Amenity, AmenityState } from '../station/amenity.ts';
import type { ExitReason } from '../station/command.ts';
import type { ContactRole } from '../station/contact.ts';
import type {
  ACCESS_MODES,
  BUILDS,
  ENTRANTS,
  HONOUR_LEVELS,
  HOST_TYPES,
  Kind,
  OPERATIONS,
  ORIGINS,
  POINT_METHODS,
  SourcePoint,
  Status,
  TIERS,
  VERIFICATIONS,
} from '../station/station.ts';

/** Exactly one Chinese word for each code of a list: a code without one, or a word without its code, does not compile. */
type WordsOf<Code extends string> = { readonly [C in Code]: string };

/** As workers say it; short enough for a chip. */
export const AMENITY_WORDS: WordsOf<Amenity> = {
  water: '喝水',
  microwave: '微波炉热饭',
  seating: '休息',
  'phone-charging': '手机充电',
  'first-aid': '急救药箱',
  toilet: '厕所',
  cooling: '避暑',
  heating: '取暖',
  fridge: '冰箱',
  wifi: '无线网',
  'hot-meal': '热饭菜',
  'discount-meal': '优惠餐',
  books: '看书',
  'rain-gear': '雨具',
  tools: '修理工具',
  'tyre-pump': '打气筒',
  'ebike-charging': '电动车充电',
  'battery-swap': '换电池',
  'ebike-parking': '停电动车',
  'car-parking': '停小车',
  'truck-parking': '停货车',
  aed: '心脏急救仪',
  shower: '洗澡',
  laundry: '洗衣',
  beds: '床位',
  'nap-chair': '午睡椅',
  'mother-room': '母婴室',
  wheelchair: '轮椅能进',
  haircut: '理发',
  'health-check': '量血压体检',
  'legal-aid': '法律援助',
  counselling: '心理咨询',
  'job-info': '招工信息',
  training: '技能培训',
  'join-union': '加入工会',
  'gift-shelf': '爱心货架',
  'party-study': '党建学习',
  volunteers: '志愿服务',
};

/** `seasonal` is followed by its note when there is one: 只在 6–9 月. */
export const AMENITY_STATE_WORDS: WordsOf<AmenityState> = {
  yes: '有',
  no: '没有',
  unknown: '不清楚',
  broken: '坏了，在修',
  seasonal: '只在部分季节有',
};

export const KIND_WORDS: WordsOf<Kind> = {
  station: '驿站',
  'driver-home': '司机之家',
  'temporary-lodging': '临时住宿驿站',
  mobile: '流动驿站',
};

/** Words of the ledger; the five opening states have words of their own on the screens. */
export const STATUS_WORDS: WordsOf<Status> = {
  draft: '草稿',
  submitted: '待审核',
  returned: '已退回',
  approved: '建设中',
  active: '正常',
  suspended: '暂停',
  rectifying: '限期整改',
  'exit-proposed': '拟退出',
  'exit-notice': '退出公示中',
  retired: '已退出',
  merged: '已合并',
  relocated: '已迁走',
  abandoned: '已放弃',
};

export const ACCESS_WORDS: WordsOf<(typeof ACCESS_MODES)[number]> = {
  'open-door': '推门就进',
  'ask-staff': '跟店员说一声',
  'qr-unlock': '扫码开门',
  'id-card': '刷身份证',
  'member-code': '要工会会员码',
  keypad: '按密码',
};

export const ENTRANT_WORDS: WordsOf<(typeof ENTRANTS)[number]> = {
  anyone: '谁都能进',
  courier: '快递员',
  'food-rider': '外卖骑手',
  taxi: '出租车司机',
  'ride-hailing': '网约车司机',
  truck: '货车司机',
  sanitation: '环卫工人',
  'traffic-police': '交警辅警',
  gardener: '园林绿化工',
  'parking-attendant': '停车管理员',
  builder: '建筑工人',
};

export const HOST_TYPE_WORDS: WordsOf<(typeof HOST_TYPES)[number]> = {
  bank: '银行',
  post: '邮政',
  telecom: '通信营业厅',
  fuel: '加油站',
  charging: '充电站',
  'government-hall': '政务大厅',
  'party-centre': '党群服务中心',
  community: '社区',
  police: '派出所警务站',
  sanitation: '环卫',
  'public-toilet': '公厕',
  park: '公园',
  transport: '车站场站',
  logistics: '快递物流',
  'mall-shop': '商场商店',
  pharmacy: '药店',
  hospital: '医院',
  'catering-hotel': '餐饮酒店',
  bookshop: '书店',
  'building-site': '工地',
  'service-area': '服务区',
  'union-own': '工会自有',
  platform: '平台企业',
  other: '其他',
};

export const BUILD_WORDS: WordsOf<(typeof BUILDS)[number]> = {
  union: '工会自建',
  government: '政府建',
  society: '社会力量建',
  integrated: '整合共建',
};

export const OPERATION_WORDS: WordsOf<(typeof OPERATIONS)[number]> = {
  self: '自己管',
  host: '建站单位管',
  purchased: '购买服务',
  project: '项目合作',
  entrusted: '委托办理',
};

export const TIER_WORDS: WordsOf<(typeof TIERS)[number]> = {
  basic: '基本型',
  benchmark: '标杆型',
  'smart-24h': '24 小时智能型',
};

export const ORIGIN_WORDS: WordsOf<(typeof ORIGINS)[number]> = {
  registered: '登记',
  imported: '台账导入',
  synthetic: '示例数据',
};

export const VERIFIED_WORDS: WordsOf<(typeof VERIFICATIONS)[number]> = {
  unverified: '未核实',
  desk: '材料核实',
  'on-site': '现场核实',
  'worker-confirmed': '工友核实',
};

export const POINT_METHOD_WORDS: WordsOf<(typeof POINT_METHODS)[number]> = {
  'on-site': '现场采点',
  picked: '地图选点',
  geocoded: '按地址推算',
  imported: '台账带来',
};

export const HONOUR_WORDS: WordsOf<(typeof HONOUR_LEVELS)[number]> = {
  national: '全国最美站点',
  province: '全省最美站点',
  city: '全市最美站点',
};

export const EXIT_REASON_WORDS: WordsOf<ExitReason> = {
  NOT_OPEN: '长期不开门',
  FACILITY_UNREPAIRED: '设施坏了没修好',
  SUPPLY_SHORT: '物资长期缺',
  COMPLAINT_UNRESOLVED: '投诉没解决',
  SAFETY: '有安全问题',
  LOW_USE: '很少有人用',
  HOST_LEFT: '建站单位撤了',
  MISUSE_OR_CHARGE: '挪作他用或收费',
  FALSE_DATA: '信息不实',
  MERGE: '并到别的站点',
  TERM_END: '到期结束',
  OTHER: '其他原因',
};

export const DATUM_WORDS: WordsOf<Exclude<SourcePoint['crs'], 'unknown'>> = {
  gcj02: '高德、腾讯坐标（GCJ-02）',
  wgs84: '手机定位坐标（WGS-84）',
  bd09: '百度坐标（BD-09）',
  cgcs2000: '天地图坐标（CGCS2000）',
};

/** What is left to do in the world once a station has left its door. */
export const EXIT_TASK_WORDS: WordsOf<ExitTask> = {
  'plaque-recovered': '收回标牌',
  'amap-delisted': '从高德地图下架',
  'baidu-delisted': '从百度地图下架',
  'tencent-delisted': '从腾讯地图下架',
};

export const CONTACT_ROLE_WORDS: WordsOf<ContactRole> = {
  keeper: '站长',
  deputy: '副站长',
  host: '建站单位联系人',
  other: '其他',
};
