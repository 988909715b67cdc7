import { AMENITY_WORDS } from './station.ts';

/** Field path without list indexes → its name in Chinese. A path not listed is named by its last part. */
const FIELD_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    id: '编号',
    code: '站点编码',
    federationCode: '全总编码',
    name: '站点名称',
    brand: '品牌',
    aliases: '别名',
    predecessor: '前身站点编码',
    successor: '接替站点编码',
    union: '主管工会',
    region: '行政区划代码',
    town: '乡镇街道',
    address: '地址',
    entrance: '怎么找到门',
    point: '坐标',
    lng: '经度',
    lat: '纬度',
    datum: '坐标系',
    crs: '坐标系',
    source: '原始坐标',
    pointMethod: '坐标来源',
    photos: '照片',
    kind: '站点种类',
    lodging: '临时住宿',
    startsOn: '开始日期',
    endsOn: '结束日期',
    beds: '床位数',
    stops: '停靠点',
    'stops.name': '停靠点名称',
    'stops.spans': '停靠时间',
    area: '面积（平方米）',
    tier: '等级',
    stars: '星级',
    ratedOn: '评星日期',
    validTo: '有效期',
    honours: '荣誉',
    level: '级别',
    year: '年份',
    document: '文件号',
    build: '建设方式',
    operation: '管理方式',
    contractFrom: '合同开始日期',
    contractTo: '合同结束日期',
    hostType: '建站单位类型',
    hostName: '建站单位名称',
    uscc: '统一社会信用代码',
    amenities: '服务设施',
    state: '设施情况',
    note: '说明',
    confirmedOn: '确认日期',
    toiletMetres: '厕所距离（米）',
    hours: '开放时间',
    'hours.raw': '开放时间原文',
    week: '每周开放时间',
    spans: '时间段',
    holidays: '节假日安排',
    seasons: '季节安排',
    exceptions: '临时安排',
    access: '进门方式',
    modes: '进门方式',
    needsApp: '要不要装应用',
    whoMayEnter: '谁能进',
    free: '是否免费',
    feeNote: '收费说明',
    publicPhone: '公开电话',
    origin: '数据来源',
    verified: '核实方式',
    verifiedOn: '核实日期',
    status: '状态',
    statusNote: '状态说明',
    openedOn: '启用日期',
    rev: '版本号',
    reason: '原因',
    reasonCode: '退出原因',
    evidence: '依据材料',
    findings: '发现的问题',
    deadline: '期限',
    until: '恢复日期',
    on: '日期',
    checklist: '验收清单',
    answer: '答复',
    lookup: '查询码',
    text: '说明文字',
    photo: '照片',
    place: '推荐的地点',
    'place.name': '地点名称',
    station: '站点编码',
    amenity: '哪样设施',
    seenAt: '看到的时间',
    duplicateAnswer: '相似站点的答复',
    restoresTo: '回到哪个状态',
    objector: '异议人',
    step: '步骤',
    commandId: '操作编号',
    actor: '经办人',
    functions: '职责',
    username: '用户名',
    password: '密码',
    current: '现在的密码',
    fullName: '姓名',
    stations: '负责的站点',
    k: '条数',
    limit: '条数',
    q: '搜索词',
    open: '是否只看开着的',
    at: '时刻',
    from: '开始',
    to: '结束',
    epoch: '数据批次',
    after: '同步位置',
    since: '上次同步完的位置',
    hash: '离线包编号',
    city: '城市',
    province: '省份',
    district: '区县',
    value: '设置值',
    key: '设置项',
    date: '日期',
    standsFor: '顶替的星期',
    workdays: '调休上班日',
    coveredUntil: '安排公布到',
    stationCount: '站点数',
  }),
);

/**
 * The Chinese name of a field path (`point.lng` → 经度, `stops.2.name` → 第 3 个停靠点名称).
 * Never shows the identifier: an unknown path is 这一项.
 */
export function fieldName(path: string): string {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '');
  const names = parts.filter((part) => !/^\d+$/.test(part));
  const index = parts.find((part) => /^\d+$/.test(part));
  const name = nameOf(names);
  return index === undefined ? name : `第 ${Number(index) + 1} 个${name}`;
}

function nameOf(parts: readonly string[]): string {
  if (parts[0] === 'amenities') {
    const amenity = Object.entries(AMENITY_WORDS).find(([code]) => code === parts[1]);
    if (amenity !== undefined) return `服务设施“${amenity[1]}”`;
  }
  for (let start = 0; start < parts.length; start++) {
    const word = FIELD_WORDS.get(parts.slice(start).join('.'));
    if (word !== undefined) return word;
  }
  return '这一项';
}
