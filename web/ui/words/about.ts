/** What the marks beside a station mean, in the order of trust. */
export const MARKS: readonly { readonly mark: string; readonly means: string }[] = [
  { mark: '到现场核实', means: '工会的人到门口看过，写着哪天看的。' },
  { mark: '工友确认', means: '去过的工友说信息都对，工会记下了。' },
  { mark: '按资料核实', means: '对过台账和公告，没到现场看。' },
  { mark: '未核实', means: '从台账导入的，还没人对过。去之前先打电话。' },
];

/** Each thing that leaves the phone, what it is, and who gets it. Nothing else does. */
export const LEAVES: readonly { readonly what: string; readonly why: string }[] = [
  { what: '你发的反馈', why: '哪个站点、你选的和写的、你加的照片。交给工会，不带位置，不带姓名。' },
  { what: '扫站牌', why: '哪个站点、哪一天，给到访加一。不带手机、时刻和位置。' },
  { what: '提异议', why: '哪个站点、你写的话；联系方式可以不留，留了也只给答复你的工会看。' },
  { what: '下载哪个城市', why: '网站知道有手机下载了这个城市的名单，不知道你在城市里的哪儿。' },
  { what: '查不到的编码', why: '手机里没有的站点编码会问一次网站它是不是退出了，只带编码。' },
  { what: '带我去', why: '你选的地图软件拿到驿站的位置，拿不到你从哪儿来；怎么走由它按它的规矩算。' },
  { what: '网络底图', why: '默认不开。打开以后，提供底图的单位看得到你在看哪一片。' },
  { what: '打开网页本身', why: '和所有网站一样，服务器看得到手机的网络地址，只用来防滥用和查故障。' },
];

export const NEVER: readonly string[] = [
  '位置只在手机里排远近，从不上传',
  '没有账号，不用手机号',
  '没有统计脚本、广告和别家的代码',
  '不认脸，不读通讯录',
];
