import { pinyin } from 'pinyin-pro';

const PEOPLES =
  '蒙古族 蒙古 回族 藏族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 锡伯 塔吉克 怒族 鄂温克族 保安族 裕固族 独龙族 各族'.split(
    ' ',
  );
const SELF_RULE = new RegExp(`(?:${PEOPLES.join('|')})+自治[州县]$`);

/** 海南州 is not 海南 the province; 东乡族自治县 would lose all of its name. */
const SHORT: Readonly<Record<string, string>> = {
  海南藏族自治州: '海南州',
  东乡族自治县: '东乡',
  河南蒙古族自治县: '河南县',
  内蒙古自治区: '内蒙古',
  广西壮族自治区: '广西',
  西藏自治区: '西藏',
  宁夏回族自治区: '宁夏',
  新疆维吾尔自治区: '新疆',
  浦东新区: '浦东',
  滨海新区: '滨海',
  沈北新区: '沈北',
  神农架林区: '神农架',
  六枝特区: '六枝',
};

/** 郑州市 → 郑州, 长阳土家族自治县 → 长阳; names of two characters (单县, 城区) and banners (旗) stay whole. */
export function shortName(name: string): string {
  const known = SHORT[name];
  if (known !== undefined) return known;
  const bare = name.replace(SELF_RULE, '').replace(/(?:达斡尔|回)族区$/, '');
  if (bare.length >= 2 && bare !== name) return bare;
  const cut = name.replace(/(?:特别行政区|行政委员会|自治县|地区|省|市|盟|区|县)$/, '');
  return cut.length >= 2 ? cut : name;
}

/** Places whose name is not read as its characters usually are, beyond what pinyin-pro knows. Short names. */
const READINGS: Readonly<Record<string, readonly string[]>> = readings(`
  乐清 yue qing  单县 shan xian  涡阳 guo yang  洪洞 hong tong  乐亭 lao ting  乐陵 lao ling  浚县 xun xian  尉犁 yu li
  大城 dai cheng  长子 zhang zi  井陉 jing xing  蔚县 yu xian  民乐 min le  珲春 hun chun  大箐山 da qing shan
  穆棱 mu ling  绥棱 sui ling  六合 lu he  蚌山 beng shan  歙县 she xian  泌阳 bi yang  黄陂 huang pi  曾都 zeng du
  黄埔 huang pu  大埔 da bu  筠连 jun lian  宕昌 tan chang  称多 chen duo  吴堡 wu bu  红寺堡 hong si bu  牟定 mou ding
  繁峙 fan shi
`);
/** In names of places these are read in one way only: 成都, 喀什. */
const IN_PLACES: Readonly<Record<string, string>> = { 都: 'du', 什: 'shi', 柏: 'bai' };

/** Without tones or spaces, ü as v: chongqing, lvliang. `text` is a short name. */
export function pinyinOf(text: string): string {
  return syllablesOf(text).join('');
}

/** One for each character. */
export function syllablesOf(text: string): readonly string[] {
  const known = READINGS[text];
  if (known !== undefined) return known;
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
  return [...text].map((character, i) => IN_PLACES[character] ?? syllables[i] ?? '');
}

function readings(text: string): Readonly<Record<string, readonly string[]>> {
  const places = text.matchAll(/([^\sa-z]+) ([a-z]+(?: [a-z]+)*)/g);
  return Object.fromEntries([...places].map(([, name = '', syllables = '']) => [name, syllables.split(' ')]));
}
