import {
  AMENITIES,
  type Amenities,
  type Amenity,
  type AmenityFact,
  type AmenityState,
} from '../../../shared/station/amenity.ts';

/** Words of ledgers for each facility; the longest word that fits wins, so 电动车充电 is not a phone charger. */
export const FACILITY_WORDS: readonly (readonly [words: readonly string[], amenity: Amenity])[] = [
  [['饮水', '饮水机', '热水', '饮用水', '直饮水', '茶水', '喝水', '开水', '饮水设备', '直饮机', '纯净水'], 'water'],
  [['微波炉', '热饭', '加热饭菜', '热饭设备'], 'microwave'],
  [['座椅', '桌椅', '休息', '休息桌椅', '座位', '沙发', '休息区', '休息座椅', '椅子'], 'seating'],
  [['充电', '手机充电', '充电器', '手机充电器', '充电设备', '充电宝', '充电插座', '手机充电设备'], 'phone-charging'],
  [['急救', '医药箱', '急救箱', '药箱', '急救包', '常用药品', '医疗箱', '小药箱', '应急药品', '急救药箱'], 'first-aid'],
  [['厕所', '卫生间', '如厕', '洗手间', '公厕', '公共厕所'], 'toilet'],
  [['空调', '避暑', '降温', '冷气', '风扇', '电风扇', '防暑降温', '制冷'], 'cooling'],
  [['取暖', '暖气', '供暖', '取暖器', '采暖', '取暖设备'], 'heating'],
  [['冰箱', '冰柜', '冷藏'], 'fridge'],
  [['wifi', 'wi-fi', '无线网', '无线网络', '免费wifi', '无线'], 'wifi'],
  [['就餐', '用餐', '热餐', '爱心餐', '餐食'], 'hot-meal'],
  [['优惠餐', '折扣餐', '优惠就餐'], 'discount-meal'],
  [['图书', '书籍', '阅读', '书报', '报刊', '书架', '图书角', '报刊杂志'], 'books'],
  [['雨具', '雨伞', '雨衣', '爱心雨伞'], 'rain-gear'],
  [['工具', '维修工具', '工具箱', '针线包', '修理工具'], 'tools'],
  [['打气筒', '充气', '充气泵', '气筒'], 'tyre-pump'],
  [['电动车充电', '电瓶车充电', '电瓶充电', '电动自行车充电', '充电桩'], 'ebike-charging'],
  [['换电', '换电柜', '电池更换'], 'battery-swap'],
  [['非机动车停车', '电动车停车', '非机动车停放'], 'ebike-parking'],
  [['停车', '停车位', '停车场', '机动车停车'], 'car-parking'],
  [['货车停车', '大车停车'], 'truck-parking'],
  [['aed', '除颤仪', '自动体外除颤器'], 'aed'],
  [['淋浴', '洗澡', '浴室', '沐浴'], 'shower'],
  [['洗衣', '洗衣机'], 'laundry'],
  [['床位', '住宿', '床铺'], 'beds'],
  [['午休椅', '躺椅', '按摩椅', '午休床'], 'nap-chair'],
  [['母婴室', '哺乳室', '母婴'], 'mother-room'],
  [['无障碍', '无障碍设施', '轮椅', '无障碍通道'], 'wheelchair'],
  [['理发', '义剪'], 'haircut'],
  [['体检', '血压计', '健康检查', '测血压', '量血压'], 'health-check'],
  [['法律援助', '法律咨询', '法律服务', '普法'], 'legal-aid'],
  [['心理咨询', '心理疏导', '心理服务'], 'counselling'],
  [['就业信息', '招聘信息', '求职'], 'job-info'],
  [['培训', '技能培训'], 'training'],
  [['入会', '扫码入会', '加入工会'], 'join-union'],
  [['爱心货架', '暖心货架', '爱心物资'], 'gift-shelf'],
  [['党建', '政策宣传', '理论学习'], 'party-study'],
  [['志愿服务', '志愿者'], 'volunteers'],
];

const BY_LENGTH = FACILITY_WORDS.flatMap(([words, amenity]) => words.map((word) => ({ word, amenity }))).sort(
  (a, b) => b.word.length - a.word.length,
);

const fact = (state: AmenityState): AmenityFact => ({ state, note: null, confirmedOn: null });

/** `饮水、微波炉、充电` → what is there; words it does not know are returned as they stand. */
export function facilitiesOfText(text: string): { readonly amenities: Amenities; readonly unread: readonly string[] } {
  const amenities: { [code in Amenity]?: AmenityFact } = {};
  const unread: string[] = [];
  for (const piece of text.split(/[、,，;；/|\s。+和及]+/)) {
    if (piece === '' || piece === '等') continue;
    const found = facilityOf(piece.toLowerCase().replace(/等$/, ''));
    if (found) amenities[found.amenity] = fact(found.state);
    else unread.push(piece);
  }
  return { amenities, unread };
}

function facilityOf(piece: string): { amenity: Amenity; state: AmenityState } | null {
  const hit = BY_LENGTH.find(({ word }) => piece.includes(word));
  if (!hit) return null;
  if (/^(无|没有|不提供|缺)/.test(piece) && !piece.startsWith('无线') && !piece.startsWith('无障碍'))
    return { amenity: hit.amenity, state: 'no' };
  return { amenity: hit.amenity, state: /坏|故障|维修中|损坏/.test(piece) ? 'broken' : 'yes' };
}

/** A cell under one facility's own heading: 有/无/√/×/是/否/1/0/故障/季节/不清楚; null when it says nothing we know. */
export function facilityOfCell(cell: string): AmenityFact | null {
  if (/^(有|是|√|✓|✔|v|y|yes|1|已配|配备|\d+[个台张把套]?)$/i.test(cell) && cell !== '0') return fact('yes');
  if (/^(没有|无|否|×|✗|✘|x|n|no|0|未配|未配备)$/i.test(cell)) return fact('no');
  if (/坏|故障|维修|损坏|在修/.test(cell)) return fact('broken');
  if (/季节|[1-9]月|[1-9] 月/.test(cell)) return { state: 'seasonal', note: seasonNote(cell), confirmedOn: null };
  if (/^(不清楚|不详|未知|\?|？)$/.test(cell)) return fact('unknown');
  return null;
}

/** 只在 6–9 月 says when; 只在部分季节有 does not. */
function seasonNote(cell: string): string | null {
  return /\d/.test(cell) ? cell.slice(0, 60) : null;
}

/** What columns of one facility each say, over what a cell that lists them says. */
export function mergeFacts(text: Amenities, columns: readonly (readonly [Amenity, AmenityFact])[]): Amenities {
  if (columns.length === 0) return text;
  const facts: { [code in Amenity]?: AmenityFact } = { ...text };
  for (const [amenity, fact] of columns) facts[amenity] = fact;
  return inOrder(facts);
}

/** The closed list's order, whatever the ledger's: equal facts are equal text. */
export function inOrder(facts: Amenities): Amenities {
  return Object.fromEntries(AMENITIES.flatMap((amenity) => (facts[amenity] ? [[amenity, facts[amenity]]] : [])));
}
