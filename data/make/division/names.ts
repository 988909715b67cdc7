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
const READINGS: Readonly<Record<string, string>> = readings(`
  乐清 yueqing  单县 shanxian  涡阳 guoyang  洪洞 hongtong  乐亭 laoting  乐陵 laoling  浚县 xunxian  尉犁 yuli
  大城 daicheng  长子 zhangzi  井陉 jingxing  蔚县 yuxian  民乐 minle  珲春 hunchun  大箐山 daqingshan  穆棱 muling
  绥棱 suiling  六合 luhe  蚌山 bengshan  歙县 shexian  泌阳 biyang  黄陂 huangpi  曾都 zengdu  黄埔 huangpu
  大埔 dabu  筠连 junlian  宕昌 tanchang  称多 chenduo  吴堡 wubu  红寺堡 hongsibu  牟定 mouding  繁峙 fanshi
`);
/** In names of places these are read in one way only: 成都, 喀什. */
const IN_PLACES: Readonly<Record<string, string>> = { 都: 'du', 什: 'shi', 柏: 'bai' };

/** Without tones or spaces, ü as v: chongqing, lvliang. `text` is a short name. */
export function pinyinOf(text: string): string {
  const known = READINGS[text];
  if (known !== undefined) return known;
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
  return [...text].map((character, i) => IN_PLACES[character] ?? syllables[i] ?? '').join('');
}

function readings(text: string): Readonly<Record<string, string>> {
  const words = text.trim().split(/\s+/);
  const pairs: Record<string, string> = {};
  for (let i = 0; i + 1 < words.length; i += 2) pairs[words[i] ?? ''] = words[i + 1] ?? '';
  return pairs;
}
