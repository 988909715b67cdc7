import type { HOST_TYPES, Kind } from '../../../shared/station/station.ts';
import type { Dice } from './dice.ts';

type HostType = (typeof HOST_TYPES)[number];

/** Made of words that occur everywhere, so that no real place is meant; among them polyphones that initials must get right. */
const ROADS = words(
  '人民 中山 解放 建设 和平 文化 新华 胜利 朝阳 长江 黄河 迎宾 光明 团结 花园 公园 育才 学府 科技 工业 滨河 滨江 环城 南湖 东湖 西湖 凤凰 龙泉 青年 劳动 幸福 友谊 前进 振兴 兴业 金桥 银河 康乐 长乐 乐园 乐民 重阳 重华 行知 朝晖 长安 长春 会展 车站 站前 广场 大学 体育 健康 向阳 富强 民主 爱国 延安 北京 上海 南京 重庆 天津 广州 青岛 厦门 洛阳 泰山 华山 嵩山 衡山 昆仑 天山 松花江 嘉陵江 珠江 淮河 汉江 赣江 钱塘 太湖 洞庭 鄱阳 翠竹 梧桐 银杏 玉兰 桂花 牡丹 芙蓉 丁香 紫荆 樱花 枫林 松柏 杨柳 槐荫 荷塘 稻香 麦田',
);
const ENDS = words('路 路 路 路 大道 街 东路 西路 南路 北路 中路 一路 二路 三路');
const PLACES = words(
  '城东 城西 城南 城北 新城 老城 东关 西关 南关 北关 开发区 高铁站 火车站 汽车站 中心广场 市民中心 文化宫 体育馆 图书馆 人民公园 滨江公园 湿地公园 第一医院 中医院 实验小学 职教园区 物流园 工业园 批发市场 农贸市场 商业街 步行街',
);
const TOWNS = words(
  '城关 东风 红旗 新兴 中心 安乐 太平 永安 长兴 金山 银山 石桥 柳林 杏花 桃园 李庄 王庄 张集 双河 三里 五里 十里铺 白马 青龙 黄土 大兴 小河 高桥 沙河 清水',
);
const TOWN_ENDS = words('镇 街道 街道 乡');
export const BRANDS: readonly [string, ...string[]] = words(
  '爱心驿站 暖心驿站 爱心接力站 劳动者港湾 工会驿站 暖蜂驿站 户外劳动者服务站点 职工驿站 新就业群体服务站 红色驿站',
);

const HOSTS: Readonly<Record<HostType, readonly [string, ...string[]]>> = {
  bank: words('农商银行 城市银行 村镇银行 储蓄所 银行营业部'),
  post: words('邮政支局 邮政所 邮政营业厅'),
  telecom: words('通信营业厅 电信服务厅'),
  fuel: words('加油站 油气站'),
  charging: words('充电站 超级充电站'),
  'government-hall': words('便民服务中心 政务服务大厅 办事处 行政服务中心'),
  'party-centre': words('党群服务中心 党群驿站'),
  community: words('社区居委会 社区服务中心 社区 村委会'),
  police: words('警务室 派出所 交警岗亭'),
  sanitation: words('环卫所 环卫工人休息室 垃圾中转站'),
  'public-toilet': words('公厕 第二公厕'),
  park: words('公园管理处 口袋公园'),
  transport: words('公交首末站 客运站 地铁口'),
  logistics: words('快递网点 物流配送站 分拨中心'),
  'mall-shop': words('便利店 超市 购物广场'),
  pharmacy: words('大药房 药店'),
  hospital: words('卫生院 社区卫生服务中心'),
  'catering-hotel': words('快餐店 面馆 宾馆 早餐店'),
  bookshop: words('书店 城市书房'),
  'building-site': words('项目部 建筑工地'),
  'service-area': words('服务区 停车区'),
  'union-own': words('总工会 工人文化宫 职工服务中心'),
  platform: words('骑手站 配送站'),
  other: words('服务站 物业中心'),
};

const ENTRANCES = words(
  '一楼大厅左侧 大门进门右手边 临街门面，门口有蓝色标牌 二楼，乘电梯上楼右转 东门岗亭旁 院内一楼，走侧门 营业厅等候区内 负一层停车场入口旁 保安室旁边 北侧小门进',
);

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  station: '',
  'driver-home': '司机之家',
  'temporary-lodging': '临时住宿驿站',
  mobile: '流动工会驿站',
};

/** Where a station is said to be: a street and, in about half of ledgers' rows, the place it is known by. */
export type Spot = { readonly road: string; readonly place: string; readonly host: string };

export function spotOf(dice: Dice, hostType: HostType): Spot {
  const road = dice.pick(ROADS) + dice.pick(ENDS);
  const place = dice.chance(0.6) ? road : dice.pick(PLACES);
  return { road, place, host: dice.pick(HOSTS[hostType]) };
}

/** 花园路农商银行工会驿站; a county's short name goes before one in three. */
export function stationName(
  dice: Dice,
  spot: Spot,
  about: { readonly short: string; readonly kind: Kind; readonly brand: string | null },
): string {
  const end = KIND_NAMES[about.kind] || (about.brand ?? '工会驿站');
  const where = about.kind === 'mobile' ? spot.place : `${spot.place}${spot.host}`;
  const name = dice.chance(0.33) ? `${about.short}${where}${end}` : `${where}${end}`;
  return dice.chance(0.1) ? name.replace(end, `（${end}）`) : name;
}

export function townName(dice: Dice): string {
  return dice.pick(TOWNS) + dice.pick(TOWN_ENDS);
}

export function entranceText(dice: Dice): string {
  return dice.pick(ENTRANCES);
}

function words(text: string): readonly [string, ...string[]] {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
}
