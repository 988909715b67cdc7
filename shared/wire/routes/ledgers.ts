import * as v from 'valibot';
import { wholeText } from '../field.ts';
import { CommitAsk, LEDGER_DATUMS, LEDGER_KINDS, LedgerRowsView, LedgerView, RowAsk } from '../ledger-view.ts';
import { hexId } from '../plain.ts';

const none = v.object({});
const byId = v.object({ id: hexId });
/** A workbook of 20,000 rows is a tenth of it. */
const UPLOAD_MOST = 40 * 1024 * 1024;
const done = v.object({ done: v.boolean() });

/** Ledgers: templates, uploads, previews, commits. */
export const LEDGER_ROUTES = {
  ledgerTemplate: {
    summary: '本工会的台账模板（XLSX）：下拉选项、示例行、填写说明；filled=1 时带上已登记的站点，改好可传回来',
    method: 'GET',
    who: 'account',
    path: '/api/v1/ledger-template',
    params: none,
    query: v.object({ filled: v.optional(v.picklist(['0', '1']), '0') }),
    reply: 'binary',
  },
  ledgers: {
    summary: '本级及下级传上来的台账：正在核对的、等着提交的、近期提交过的',
    method: 'GET',
    who: 'account',
    path: '/api/v1/ledgers',
    params: none,
    query: none,
    reply: v.object({ items: v.array(LedgerView) }),
  },
  ledgerUpload: {
    summary: '传一份台账（XLSX 或 CSV，最多 2 万行）；id 相同、内容相同就是同一份',
    method: 'POST',
    who: 'account',
    path: '/api/v1/ledgers',
    params: none,
    query: v.object({ id: hexId, name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
    upload: UPLOAD_MOST,
    reply: LedgerView,
  },
  ledger: {
    summary: '一份台账现在到哪一步、各种结果有多少行',
    method: 'GET',
    who: 'account',
    path: '/api/v1/ledgers/{id}',
    params: byId,
    query: none,
    reply: LedgerView,
  },
  ledgerRows: {
    summary: '一份台账的行：读到了什么、会改什么、为什么、怎么办',
    method: 'GET',
    who: 'account',
    path: '/api/v1/ledgers/{id}/rows',
    params: byId,
    query: v.object({
      kind: v.optional(v.picklist(['all', ...LEDGER_KINDS]), 'all'),
      order: v.optional(v.picklist(['problems', 'file']), 'problems'),
      page: v.optional(wholeText(1, 10_000), '1'),
    }),
    reply: LedgerRowsView,
  },
  ledgerRow: {
    summary: '改一行的单元格，或回答它的疑点；随后重新核对',
    method: 'POST',
    who: 'account',
    path: '/api/v1/ledgers/{id}/rows',
    params: byId,
    query: none,
    body: RowAsk,
    reply: LedgerView,
  },
  ledgerDatum: {
    summary: '换一种坐标系读这份台账；随后重新核对',
    method: 'POST',
    who: 'account',
    path: '/api/v1/ledgers/{id}/datum',
    params: byId,
    query: none,
    body: v.object({ version: v.number(), datum: v.nullable(v.picklist(LEDGER_DATUMS)) }),
    reply: LedgerView,
  },
  ledgerCommit: {
    summary: '提交：在后台写入登记册；编号相同就是同一次提交',
    method: 'POST',
    who: 'account',
    path: '/api/v1/ledgers/{id}/commit',
    params: byId,
    query: none,
    body: CommitAsk,
    reply: v.object({ commandId: v.string(), at: v.number(), ledger: v.string() }),
  },
  ledgerDiscard: {
    summary: '放弃一份还没提交的台账：什么都不会写入',
    method: 'POST',
    who: 'account',
    path: '/api/v1/ledgers/{id}/discard',
    params: byId,
    query: none,
    body: none,
    reply: done,
  },
  ledgerFile: {
    summary: '下载：有问题的行（带原因，改好再传），或提交后每一行的结果',
    method: 'GET',
    who: 'account',
    path: '/api/v1/ledgers/{id}/file',
    params: byId,
    query: v.object({ rows: v.optional(v.picklist(['problems', 'all']), 'problems') }),
    reply: 'binary',
  },
} as const;
