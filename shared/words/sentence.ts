import type { Refusal } from '../kernel/refusal.ts';
import { choiceText, functionWord, statusWord, stepWord } from './choice.ts';
import { fieldName } from './field.ts';
import { ACCOUNT_SENTENCES } from './refused-accounts.ts';
import { DESK_SENTENCES } from './refused-desk.ts';
import { FIGURES_SENTENCES } from './refused-figures.ts';
import { reportStateWord, reportStepWord } from './report.ts';
import type { OfKind, Sentences } from './sentences.ts';
import { dateText } from './value.ts';

/** What is wrong and what to do, in one or two short Chinese sentences ending in 。 Total: a kind without one does not compile. */
export function sentence(refusal: Refusal): string {
  return speak(refusal.kind, refusal);
}

function speak<K extends Refusal['kind']>(kind: K, refusal: OfKind[K]): string {
  return SENTENCES[kind](refusal);
}

const FIELDS: Sentences<
  | 'field-required'
  | 'field-type'
  | 'field-range'
  | 'field-length'
  | 'field-choice'
  | 'field-format'
  | 'field-date-early'
  | 'field-formula'
  | 'point-abroad'
> = {
  'field-required': ({ field }) => `${fieldName(field)}还没填，补上再提交。`,
  'field-type': ({ field, expected }) => `${fieldName(field)}应该是${typeWord(expected)}，改一下再提交。`,
  'field-range': ({ field, min, max }) => `${fieldName(field)}${rangeText(min, max)}，改一下再提交。`,
  'field-length': ({ field, max }) => `${fieldName(field)}太长了，最多 ${max} 个字，缩短一些。`,
  'field-choice': ({ field, allowed }) => `${fieldName(field)}只能从这些里选：${choiceText(field, allowed)}。`,
  'field-format': ({ field, example }) => `${fieldName(field)}的写法不对，像这样写：${example}。`,
  'field-date-early': ({ field, notBefore }) => `${fieldName(field)}不能早于${dateText(notBefore)}，改晚一些。`,
  'field-formula': ({ field }) => `${fieldName(field)}里是公式，不是内容。粘贴成数值再提交。`,
  'point-abroad': ({ field, lng, lat }) =>
    `${fieldName(field)}（${lng}, ${lat}）不在国内，看看经度和纬度是不是填反了。`,
};

const CODES: Sentences<'code-shape' | 'code-check' | 'station-unknown' | 'region-unknown' | 'union-unknown'> = {
  'code-shape': () => '站点编码是 15 位数字，照标牌上的再输一遍。',
  'code-check': () => '站点编码有一位不对，照标牌上的再核对一遍。',
  'station-unknown': ({ code }) => `没有编码是 ${code} 的站点，核对一下编码，或者按名称搜索。`,
  'region-unknown': ({ region }) => `没有 ${region} 这个行政区划代码，换成现行的六位区划代码。`,
  'union-unknown': ({ union }) => `没有 ${union} 这个工会，核对工会代码，或者先登记这个工会。`,
};

const STEPS: Sentences<
  | 'step-not-allowed'
  | 'four-eyes'
  | 'not-permitted'
  | 'needs-approver'
  | 'too-early'
  | 'duplicate-unanswered'
  | 'successor-unfit'
  | 'move-too-far'
  | 'checklist-unmet'
  | 'objection-open'
  | 'separate-accounts'
  | 'rev-stale'
  | 'receipt-conflict'
  | 'federation-code-taken'
  | 'serials-used-up'
  | 'lookup-shape'
  | 'lookup-check'
  | 'report-unknown'
  | 'report-step-not-allowed'
> = {
  'step-not-allowed': ({ step, status }) =>
    `站点现在是“${statusWord(status)}”，不能做“${stepWord(step)}”。刷新看看它的最新状态。`,
  'four-eyes': ({ step }) => `“${stepWord(step)}”要换一个人来做，前面经手的人不能自己批。交给另一位同事办。`,
  'not-permitted': ({ step }) => `你的账号不能做“${stepWord(step)}”。找管这件事的工会办。`,
  'needs-approver': ({ fields }) =>
    `改${fields.map(fieldName).join('、')}要审核人同意才生效，先交给审核人；其他内容可以单独改。`,
  'too-early': ({ step, notBefore }) => `“${stepWord(step)}”还没到时候，${dateText(notBefore)}起可以办。`,
  'duplicate-unanswered': ({ similar }) =>
    `附近有相似的站点：${similar.join('、')}。看看是不是同一个，是就改它，不是就写明不同在哪。`,
  'successor-unfit': ({ code }) => `编码 ${code} 的站点不能接替它，选一个正在开放、不是它自己的站点。`,
  'move-too-far': ({ metres, max }) =>
    `坐标移了 ${Math.round(metres)} 米，超过 ${max} 米就不算变更，改用“${stepWord('relocate')}”办。`,
  'checklist-unmet': ({ items }) => `验收清单还差：${items.join('、')}。补齐再验收。`,
  'objection-open': () => '公示期收到的异议还没处理完，先写明成立还是不成立。',
  'separate-accounts': ({ functions }) =>
    `一个账号不能同时是${functions.map(functionWord).join('、')}，分给不同的账号。`,
  'rev-stale': ({ based, current }) => `你改的是第 ${based} 版，别人已经改到第 ${current} 版。看一眼新内容，再改一次。`,
  'receipt-conflict': () => '这个操作编号已经用过，内容却不一样。刷新页面，重新做一次。',
  'federation-code-taken': ({ federationCode }) =>
    `全总编码 ${federationCode} 已经用在另一个站点上。核对编码，或者去改那个站点。`,
  'serials-used-up': ({ region }) => `区划 ${region} 的站点序号用完了，联系系统管理员。`,
  'lookup-shape': () => '查询码是 12 位数字，照着再输一遍。',
  'lookup-check': () => '查询码有一位不对，照着再核对一遍。',
  'report-unknown': ({ lookup }) => `没有查询码是 ${lookup} 的反馈，对照那 12 位数字再输一遍。`,
  'report-step-not-allowed': ({ step, state }) =>
    `这条反馈现在是“${reportStateWord(state)}”，不能再${reportStepWord(step)}。`,
};

const FILES: Sentences<
  | 'file-too-large'
  | 'file-unpacks-too-large'
  | 'file-kind'
  | 'file-broken'
  | 'file-has-macros'
  | 'file-encoding'
  | 'file-no-header'
  | 'file-too-many-rows'
  | 'file-too-wide'
  | 'file-empty'
  | 'file-missing'
  | 'picture-unreadable'
> = {
  'file-too-large': ({ bytes, max }) => `文件有 ${sizeText(bytes)}，最大收 ${sizeText(max)}，拆成几份再传。`,
  'file-unpacks-too-large': ({ max }) =>
    `文件展开后超过 ${sizeText(max)}，不像正常的台账。删掉空行和图片，另存一份再传。`,
  'file-kind': ({ name }) => `“${name}”不是表格文件，存成 CSV 或 XLSX 再传。`,
  'file-broken': ({ name }) => `“${name}”打不开，可能坏了或设了密码。用表格软件另存一份再传。`,
  'file-has-macros': () => '文件里有宏，不能收。另存为不带宏的 XLSX 再传。',
  'file-encoding': () => '文件里的文字读不出来，存成 UTF-8 或 GB18030 编码的 CSV 再传。',
  'file-no-header': ({ wanted }) => `没找到表头，至少要有这些列：${wanted.join('、')}。`,
  'file-too-many-rows': ({ max }) => `行数太多，一次最多 ${max} 行，拆成几份再传。`,
  'file-too-wide': ({ max }) => `列数太多，最多 ${max} 列。删掉右边的空列，另存一份再传。`,
  'file-empty': () => '文件里没有站点，填好再传。',
  'file-missing': ({ name }) => `找不到文件 ${name}，核对一下路径。`,
  'picture-unreadable': () => '照片打不开，换一张再发，或者不带照片发。',
};

const PACKS: Sentences<
  'pack-not-ours' | 'pack-too-new' | 'pack-truncated' | 'pack-length' | 'pack-hash' | 'pack-section'
> = {
  'pack-not-ours': () => '收到的不是站点数据，可能被网络登录页拦了。换个网络再试一次。',
  'pack-too-new': () => '站点数据比这个应用新，先更新应用再下载。',
  'pack-truncated': () => '站点数据没下载完整，原来的名单还在。再试一次。',
  'pack-length': () => '站点数据的大小不对，没下载完整，原来的名单还在。再试一次。',
  'pack-hash': () => '站点数据和校验值对不上，没有采用，原来的名单还在。再试一次。',
  'pack-section': () => '站点数据里有读不懂的内容，没有采用，原来的名单还在。再试一次。',
};

const REQUESTS: Sentences<
  | 'not-found'
  | 'method-not-allowed'
  | 'body-not-json'
  | 'body-too-large'
  | 'rate-limited'
  | 'overloaded'
  | 'protocol-too-new'
  | 'foreign-origin'
  | 'internal'
> = {
  'not-found': () => '没有这个页面或记录，核对一下地址。',
  'method-not-allowed': ({ method }) => `这个地址不接受 ${method} 请求，看看接口说明。`,
  'body-not-json': () => '发来的内容不是 JSON，改好再发。',
  'body-too-large': ({ max }) => `发来的内容太大，最大收 ${sizeText(max)}，减少一些再发。`,
  'rate-limited': ({ retrySeconds }) => `操作太快了，${retrySeconds} 秒后再试。`,
  overloaded: ({ retrySeconds }) => `现在用的人太多，${retrySeconds} 秒后再试。`,
  'protocol-too-new': () => '应用比服务器新，名单照常能看，过一阵再同步。',
  'foreign-origin': () => '请求不是从本站页面发出的，没有执行。回到本站再做一次。',
  internal: () => '我们这边出错了，已经记下来。过一会儿再试。',
};

const CONFIG: Sentences<'config-missing' | 'config-invalid' | 'tiles-invalid' | 'schema-too-new'> = {
  'config-missing': ({ name }) => `缺少环境变量 ${name}，设好再启动。`,
  'tiles-invalid': ({ provider, field, expected }) =>
    `底图“${provider}”的 ${field} 不对，应该是：${expected}。改好 TILES_FILE 里的文件再启动。`,
  'config-invalid': ({ name, expected }) => `环境变量 ${name} 的值不对，应该是 ${expected}，改好再启动。`,
  'schema-too-new': ({ found, known }) =>
    `数据库是第 ${found} 版，这个程序只认到第 ${known} 版。换成更新的程序再启动。`,
};

const SENTENCES: Sentences<Refusal['kind']> = {
  ...FIELDS,
  ...CODES,
  ...STEPS,
  ...FILES,
  ...PACKS,
  ...REQUESTS,
  ...CONFIG,
  ...ACCOUNT_SENTENCES,
  ...DESK_SENTENCES,
  ...FIGURES_SENTENCES,
};

const TYPE_WORDS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/integer|whole/i, '整数'],
  [/number/i, '数字'],
  [/bool/i, '“是”或“否”'],
  [/date/i, '日期'],
  [/array|list/i, '列表'],
  [/object/i, '一组内容'],
  [/string|text/i, '文字'],
];

/** `expected` may already be Chinese (a form), or a parser's own word. */
function typeWord(expected: string): string {
  if (/[\u4e00-\u9fff]/.test(expected)) return expected;
  const found = TYPE_WORDS.find(([pattern]) => pattern.test(expected));
  return found === undefined ? '另一种写法' : found[1];
}

function rangeText(min: number, max: number): string {
  if (!Number.isFinite(max)) return `不能小于 ${min}`;
  if (!Number.isFinite(min)) return `不能大于 ${max}`;
  return `要在 ${min} 到 ${max} 之间`;
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}
