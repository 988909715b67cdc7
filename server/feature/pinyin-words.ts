/**
 * Readings that a general dictionary gets wrong in names of places, banks and roads: a word and its syllables, `ü` as `v`.
 * Sources: the official romanisation of the places; roads and towns as signposted. Words are separated by commas.
 */
const PLACES = `
乐清 yue qing,乐成街道 yue cheng jie dao,单县 shan xian,单州 shan zhou,单集镇 shan ji zhen,单桥镇 shan qiao zhen,单王乡 shan wang xiang,颜单 yan shan,
涡阳 guo yang,涡河 guo he,涡北 guo bei,涡南 guo nan,洪洞 hong tong,闵行 min hang,歙县 she xian,歙州 she zhou,调兵山 diao bing shan,
六安 lu an,六合 lu he,蚌埠 beng bu,亳州 bo zhou,番禺 pan yu,铅山 yan shan,台州 tai zhou,天台 tian tai,长葛 chang ge,厦门 xia men,重庆 chong qing,
黄陂 huang pi,曾都 zeng du,浚县 xun xian,浚州 xun zhou,大埔 da bu,埔寨 bu zhai,民乐县 min le xian,筠连 jun lian,筠门岭 jun men ling,筠阳 jun yang,筠州 jun zhou,
宕昌 tan chang,尉犁 yu li,尉迟 yu chi,蔚县 yu xian,蔚州 yu zhou,泌阳 bi yang,召陵 shao ling,召公镇 shao gong zhen,解州 xie zhou,解店镇 xie dian zhen,解集镇 xie ji zhen,解集乡 xie ji xiang,
繁峙 fan shi,繁塔 po ta,吴堡 wu bu,瓦窑堡 wa yao bu,红寺堡 hong si bu,堡子镇 bu zi zhen,马家堡 ma jia pu,乐亭 lao ting,莘县 shen xian,莘州 shen zhou,莘亭 shen ting,耕莘 geng shen,
东阿 dong e,阿胶 e jiao,阿房宫 e pang gong,无棣 wu di,大城县 dai cheng xian,行唐 xing tang,井陉 jing xing,中牟 zhong mu,尉氏 wei shi,荥阳 xing yang,荥泽 xing ze,古荥 gu xing,荥经 ying jing,
犍为 qian wei,枞阳 zong yang,盱眙 xu yi,句容 ju rong,邗江 han jiang,郯城 tan cheng,鄄城 juan cheng,渑池 mian chi,柘城 zhe cheng,柘荣 zhe rong,漯河 luo he,长子县 zhang zi xian,
祭城 zha cheng,大隗 da wei,郇封 xun feng,酂城 cuo cheng,酂阳 cuo yang,栎阳 yue yang,沌口 zhuan kou,沌阳 zhuan yang,般阳路 pan yang lu,枹罕 fu han,畹町 wan ding,六枝 lu zhi,
溱潼 qin tong,溱东 qin dong,溱湖 qin hu,垌塚 tong zhong,浒墅关 xu shu guan,浒关 xu guan,浒浦 xu pu,浒湾 xu wan,浒杨 xu yang,於潜 yu qian,太姥 tai mu,天姥 tian mu,姥山 mu shan,姥桥 mu qiao,
富堨 fu e,海幢 hai chuang,经幢 jing chuang,率水 shuai shui,率口 shuai kou,泷州 shuang zhou,泷水 shuang shui,瀑河 bao he,蛤泊 ge bo,么站镇 yao zhan zhen,折家坪 she jia ping,郄马 qie ma,
大栅栏 da shi lan,国子监 guo zi jian,什刹海 shi cha hai,闸弄口 zha long kou,弄堂 long tang,里弄 li long,梁弄 liang long,弄弄坪 long long ping,七百弄 qi bai long,弄岗 long gang,
弹子石 dan zi shi,弹子镇 dan zi zhen,地藏 di zang,华藏寺 hua zang si,毛藏乡 mao zang xiang,旺藏镇 wang zang zhen,巴藏镇 ba zang zhen,藏巴哇 zang ba wa,癿藏 bie zang,
覃怀 tan huai,泽覃 ze tan,覃斗 tan dou,覃巴 tan ba,周覃 zhou tan,覃塘 qin tang,龟兹 qiu ci,会稽 kuai ji,查济 zha ji,
重固 chong gu,重岗镇 chong gang zhen,重渡沟 chong du gou,重兴 chong xing,重华 chong hua,重龙镇 chong long zhen,重龙山 chong long shan,重安镇 chong an zhen,重安江 chong an jiang,重元 chong yuan,重阳 chong yang,尚重镇 shang zhong zhen,重坊 zhong fang,
莘庄 xin zhuang,莘塍 xin cheng,莘畈 xin fan,莘口 xin kou,段莘 duan xin,
七莘 qi xin,莘松 xin song,莘建 xin jian,莘朱 xin zhu,莘凌 xin ling,莘沥 xin li,莘东 xin dong,莘谭 xin tan,莘福 xin fu,莘北 xin bei,莘砖 xin zhuan,
调河头 diao he tou,调关镇 diao guan zhen,调顺岛 diao shun dao,调顺街道 diao shun jie dao,调顺路 diao shun lu,南调街道 nan diao jie dao,南调路 nan diao lu,调风镇 diao feng zhen,调楼镇 diao lou zhen,排调镇 pai diao zhen,
东涌 dong chong,西涌 xi chong,葵涌 kui chong,大涌 da chong,麻涌 ma chong,霞涌 xia chong,铁涌 tie chong,河涌 he chong,涌口 chong kou,涌边 chong bian,鲗鱼涌 zei yu chong,
水泊 shui po,镜泊 jing po,团泊 tuan po,杨家泊 yang jia po,段泊岚 duan po lan,蛇窝泊 she wo po,唐家泊 tang jia po,大水泊 da shui po,泊于镇 po yu zhen,罗布泊 luo bu po,梁山泊 liang shan po,湖泊 hu po,
崧厦 song xia,江厦 jiang xia,东厦 dong xia,燕厦 yan xia,塘厦 tang xia,金厦 jin xia,福厦 fu xia,
朝晖 zhao hui,朝霞 zhao xia,朝歌 zhao ge,朝阳 chao yang,朝天门 chao tian men,长孙 zhang sun,万俟 mo qi,澹台 tan tai,单于 chan yu,吐谷浑 tu yu hun,吐蕃 tu bo,月氏 yue zhi,宛丘 wan qiu`;

/** Words of offices, shops and roads. */
const COMMON = `
银行 yin hang,支行 zhi hang,分行 fen hang,总行 zong hang,商行 shang hang,央行 yang hang,洋行 yang hang,车行 che hang,货行 huo hang,药行 yao hang,米行 mi hang,茶行 cha hang,粮行 liang hang,琴行 qin hang,拍卖行 pai mai hang,
行长 hang zhang,行政 xing zheng,行人 xing ren,步行 bu xing,出行 chu xing,自行车 zi xing che,人行道 ren xing dao,行知 xing zhi,
参茸 shen rong,参鲍 shen bao,财会 cai kuai,音乐 yin yue,乐器 yue qi,乐团 yue tuan,乐队 yue dui,爱乐 ai yue,
调度 diao du,调查 diao cha,调研 diao yan,调解 tiao jie,校场 jiao chang,校准 jiao zhun,校验 jiao yan,给水 ji shui,给排水 ji pai shui,补给 bu ji,供给 gong ji,
藏书 cang shu,收藏 shou cang,冷藏 leng cang,珍藏 zhen cang,西藏 xi zang,藏族 zang zu,藏药 zang yao,藏医 zang yi,藏龙 cang long,便宜坊 bian yi fang,便宜 pian yi,呷哺呷哺 xia bu xia bu,咖喱 ga li,阿弥陀 e mi tuo,白术 bai zhu,苍术 cang zhu,
站长 zhan zhang,社区长者 she qu zhang zhe,长者 zhang zhe,重新 chong xin,重建 chong jian,重逢 chong feng,重工 zhong gong,重型 zhong xing,重点 zhong dian,重汽 zhong qi`;

export type Word = { readonly text: string; readonly syllables: readonly string[] };

/** By first character, the longest first. */
export const WORDS: ReadonlyMap<string, readonly Word[]> = indexWords(`${PLACES},${COMMON}`);

function indexWords(list: string): ReadonlyMap<string, readonly Word[]> {
  const index = new Map<string, Word[]>();
  for (const entry of list.split(',')) {
    const [text = '', ...syllables] = entry.trim().split(' ');
    if (text.length !== syllables.length) throw new Error(`${text} has ${syllables.length} syllables`);
    const same = index.get(text.charAt(0)) ?? [];
    same.push({ text, syllables });
    index.set(
      text.charAt(0),
      same.sort((a, b) => b.text.length - a.text.length),
    );
  }
  return index;
}

/**
 * Characters with a second reading that no name uses outside the words above (会 `kuai` is 会计): their usual letter
 * is taken without asking the dictionary, which costs most of the time of an import.
 */
export const STEADY =
  '会南大万广石红屯信丁技海甸平沙头台什尔合地区家业和员作服车中部的得少近港堡洞虹佛景谷孙阿无沈奥冯羊彭贾艾许陶渠叶汤齐其强圈期屏陂奇盖番种将翟提皋术繁涌澄栖枝不扁食净蛇女革殖助吾朱咖盛泽厂省厦查卜咀泊埔洒尾凹';

/** Inside what `pattern` matches, `of` is read `syllable`; applied before the words, so a word overrules a rule. */
export type Rule = { readonly of: string; readonly pattern: RegExp; readonly syllable: string };

const NUMBER = '一二三四五六七八九十百两\\d';

/** Characters whose reading follows from what stands beside them. */
export const RULES: readonly Rule[] = [
  { of: '曾', pattern: /(?<![未不何])曾(?![经任用获])/g, syllable: 'zeng' },
  { of: '单', pattern: /单[家庄楼村屯寨]/g, syllable: 'shan' },
  { of: '仇', pattern: /仇[家庄楼村屯寨集店]/g, syllable: 'qiu' },
  { of: '解', pattern: /解[家庄楼村屯]/g, syllable: 'xie' },
  // Banks and market towns: unless the next word begins with 行.
  { of: '行', pattern: /[工农中建交招殷杨庙徐高庄竹柳太]行(?![政为动走程驶人知车进])/g, syllable: 'hang' },
  { of: '行', pattern: /行业/g, syllable: 'hang' },
  { of: '会', pattern: /(?<!工)会计(?![划生量算])/g, syllable: 'kuai' },
  { of: '参', pattern: /[海人党]参(?![加与观考展赛保])/g, syllable: 'shen' },
  { of: '查', pattern: /(?<![检巡调督核普排审])查[家村]/g, syllable: 'zha' },
  // 厦 alone is short for 厦门, after these a building.
  { of: '厦', pattern: /(?<![大广商楼])厦[港大航禾商工坪铺村]/g, syllable: 'xia' },
  // 区长江路 is a road in a district, not the head of one.
  {
    of: '长',
    pattern:
      /(?<![家校成班部队首生增])长(?=[江安青清红虹兴丰宁春沙乐城征岭风龙桥洲泰泾白河湖海陵阳垣葛治寿顺武汀岛辛椿堤廊途缨盛荣庆明福平胜德源远林坡坑坪山沟街巷流塘田发浩滨])/g,
    syllable: 'chang',
  },
  { of: '长', pattern: /街道长(?![者辈])/g, syllable: 'chang' },
  // A relay post every so many li was a 铺, later written 堡.
  { of: '堡', pattern: new RegExp(`[${NUMBER}]里堡`, 'g'), syllable: 'pu' },
  // Shanghai's lanes.
  { of: '弄', pattern: /\d弄/g, syllable: 'long' },
  // A dyked village of Jiangsu and Anhui bears a family's name; a market of the south does not.
  { of: '圩', pattern: /[徐戴黄耿裴庄任高刘王杨张周朱陈李吴孙赵沈丁]圩/g, syllable: 'wei' },
  { of: '圩', pattern: /圩[区堤埂]/g, syllable: 'wei' },
  { of: '圈', pattern: /[羊马牛猪]圈/g, syllable: 'juan' },
  { of: '莞', pattern: /莞(?!尔)/g, syllable: 'guan' },
  { of: '剡', pattern: /剡/g, syllable: 'shan' },
  { of: '於', pattern: /於/g, syllable: 'yu' },
  { of: '箐', pattern: /箐/g, syllable: 'qing' },
  { of: '栅', pattern: /栅/g, syllable: 'zha' },
  { of: '呷', pattern: /呷/g, syllable: 'ga' },
  { of: '戛', pattern: /戛(?![然纳])/g, syllable: 'ga' },
  { of: '郄', pattern: /郄/g, syllable: 'qie' },
];
