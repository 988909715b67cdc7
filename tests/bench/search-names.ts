/** Parts of station names with their initials written by hand, so that a generated name's reading is known. */
const PLACES = `
重庆 cq,乐清市 yqs,单县 sx,涡阳县 gyx,洪洞县 htx,六安市 las,蚌埠 bb,亳州 bz,番禺区 pyq,铅山县 ysx,台州 tz,长葛市 cgs,厦门 xm,
长沙县 csx,长春 cc,长乐区 clq,长治 cz,长子县 zzx,长垣市 cys,朝阳区 cyq,朝阳门 cym,曾都区 zdq,闵行区 mhq,歙县 sx,黄陂区 hpq,浚县 xx,
大埔县 dbx,筠连县 jlx,尉犁县 ylx,蔚县 yx,泌阳县 byx,召陵区 slq,繁峙县 fsx,调兵山市 dbss,东阿县 dex,行唐县 xtx,井陉县 jxx,中牟县 zmx,
荥阳市 xys,荥经县 yjx,犍为县 qwx,枞阳县 zyx,盱眙县 xyx,句容市 jrs,漯河 lh,渑池县 mcx,莘县 sx,莘庄镇 xzz,万载县 wzx,石拐区 sgq,合肥 hf,
会理市 hls,会昌县 hcx,广州 gz,东莞 dg,莞城 gc,禅城区 ccq,西藏 xz,崆峒区 ktq,宿州 sz,宿迁 sq,栖霞区 qxq,郑州 zz,中原区 zyq,金水区 jsq,
二七区 eqq,管城回族区 gchzq,惠济区 hjq,上街区 sjq,巩义市 gys,新密市 xms,新郑市 xzs,登封市 dfs,浦东新区 pdxq,徐汇区 xhq,天河区 thq,
南京 nj,六合区 lhq,秦淮区 qhq,成都 cd,郫都区 pdq,武侯区 whq,都匀市 dys,呼和浩特 hhht,乌鲁木齐 wlmq,阿克苏 aks,什邡市 sfs,射洪市 shs,
乐山 ls,乐陵市 lls,乐亭县 ltx,昌乐县 clx,解州镇 xzz,解放区 jfq,仙居县 xjx,儋州 dz,鄄城县 jcx,郯城县 tcx,鲅鱼圈区 byqq,宝坻区 bdq`;

const ROADS = `
长江路 cjl,长安街 caj,长寿路 csl,长青路 cql,朝阳路 cyl,朝晖路 zhl,重庆路 cql,重阳路 cyl,解放路 jfl,人民路 rml,建设路 jsl,中山路 zsl,
行政路 xzl,银行街 yhj,太行路 thl,音乐厅 yyt,十里堡 slp,厦门路 xml,东涌路 dcl,莘松路 xsl,曾家湾 zjw,仇庄 qz,单家庄 sjz,查家湾 zjw,
校场口 jck,弹子石 dzs,车站街 czj,步行街 bxj,环城路 hcl,文化路 whl,和平里 hpl,广场 gc,花园路 hyl,嵩山路 ssl,紫荆山路 zjsl,航海东路 hhdl,
科学大道 kxdd,体育场 tyc,高铁站 gtz,汽车站 qcz,工业园 gyy,产业园 cyy,新村 xc,东街 dj,西大街 xdj,滨河路 bhl,乐购店 lgd,大厦 ds,便民市场 bmsc,调解室 tjs`;

const HOSTS = `
建设银行 jsyh,工商银行 gsyh,中国农业银行 zgnyyh,农商银行 nsyh,邮政储蓄银行 yzcxyh,工行支行 ghzh,长沙银行 csyh,重庆银行 cqyh,
党群服务中心 dqfwzx,便民服务中心 bmfwzx,行政服务中心 xzfwzx,社区卫生服务站 sqwsfwz,会计服务中心 kjfwzx,音乐广场 yygc,成长驿站 czyz,
移动营业厅 ydyyt,中国电信 zgdx,加油站 jyz,人参药店 rsyd,大药房 dyf,派出所 pcs,环卫所 hws,图书馆 tsg,职工服务中心 zgfwzx,长者食堂 zzst,
顺丰速运 sfsy,快递网点 kdwd,洗车行 xch,自行车驿站 zxcyz,市民中心 smzx,藏书阁 csg,商厦 ss,调度中心 ddzx,校史馆 xsg,重工集团 zgjt`;

const KINDS = `
工会驿站 ghyz,户外劳动者爱心驿站 hwldzaxyz,户外劳动者服务站点 hwldzfwzd,劳动者港湾 ldzgw,暖心驿站 nxyz,司机之家 sjzj,爱心接力站 axjlz,职工之家 zgzj,会员驿站 hyyz`;

type Part = { readonly text: string; readonly initials: string };
export type KnownName = { readonly name: string; readonly initials: string };

function partsOf(list: string): readonly Part[] {
  return list.split(',').map((entry) => {
    const [text = '', initials = ''] = entry.trim().split(' ');
    return { text, initials };
  });
}

/** The same seed, the same names; mulberry32. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** `count` names in the manners of ledgers, with their initials by hand. */
export function knownNames(count: number, seed: number): readonly KnownName[] {
  const roll = dice(seed);
  const lists = [PLACES, ROADS, HOSTS, KINDS].map(partsOf);
  const pick = (list: number): Part => {
    const parts = lists[list] ?? [];
    return parts[roll(parts.length)] ?? { text: '', initials: '' };
  };
  return Array.from({ length: count }, () => {
    const [place, road, host, kind] = [pick(0), pick(1), pick(2), pick(3)];
    const number = { text: `${1 + roll(999)}号`, initials: '' };
    number.initials = `${number.text.slice(0, -1)}h`;
    const open = { text: '(', initials: '-' };
    const close = { text: ')', initials: '-' };
    const manners = [
      [place, road, host, kind],
      [kind, open, place, road, number, close],
      [place, host, kind],
      [place, road, number, host, kind],
      [kind, open, place, host, close],
    ];
    const parts = manners[roll(manners.length)] ?? [];
    return { name: parts.map((part) => part.text).join(''), initials: parts.map((part) => part.initials).join('') };
  });
}
