import { randomBytes } from 'node:crypto';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { TestServer } from '../../fixtures/make/server.ts';
import { csvOf, type Row } from '../../fixtures/make/server-import.ts';
import { type Clerk, clerkAt } from '../../fixtures/make/signed.ts';

export type LedgerAnswer = RouteReply<'ledger'>;
export type RowAnswer = RouteReply<'ledgerRows'>['items'][number];

export const newId = () => randomBytes(16).toString('hex');

/** A clerk of one union with the few things clerks do to ledgers. */
export type Desk = {
  readonly clerk: Clerk;
  upload(file: Uint8Array | string, name?: string, id?: string): Promise<LedgerAnswer>;
  ledger(id: string): Promise<LedgerAnswer>;
  rows(id: string, query?: string): Promise<readonly RowAnswer[]>;
  edit(id: string, row: number, cells: Readonly<Record<string, string>>): Promise<LedgerAnswer>;
  answer(id: string, row: number, answer: object | null): Promise<LedgerAnswer>;
  commit(id: string, commandId?: string): Promise<LedgerAnswer>;
};

export async function jsonOf<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return JSON.parse(text) as T;
}

export function deskAt(server: TestServer, union = '410100'): Desk {
  const clerk = clerkAt(server.app, { union, functions: ['officer'] });
  const ledger = async (id: string) => jsonOf<LedgerAnswer>(await clerk.get(`/api/v1/ledgers/${id}`));
  /** On a busy machine the answer comes before the plan. */
  const planned = async (answer: LedgerAnswer): Promise<LedgerAnswer> => {
    if (answer.state !== 'planning') return answer;
    await server.deps.ledgers.plan(answer.id);
    return ledger(answer.id);
  };
  const rows = async (id: string, query = '') =>
    (await jsonOf<RouteReply<'ledgerRows'>>(await clerk.get(`/api/v1/ledgers/${id}/rows${query}`))).items;
  const change = async (id: string, body: object) => {
    const { version } = await ledger(id);
    return planned(await jsonOf<LedgerAnswer>(await clerk.post(`/api/v1/ledgers/${id}/rows`, { version, ...body })));
  };
  return {
    clerk,
    ledger,
    rows,
    upload: async (file, name = '台账.csv', id = newId()) => {
      const bytes = typeof file === 'string' ? Buffer.from(file) : file;
      const path = `/api/v1/ledgers?id=${id}&name=${encodeURIComponent(name)}`;
      return planned(await jsonOf<LedgerAnswer>(await clerk.upload(path, bytes)));
    },
    edit: async (id, number, cells) => {
      const row = (await rows(id)).find((one) => one.number === number);
      const typed = Object.entries(cells).map(([title, text]) => {
        const column = row?.cells.find((cell) => cell.title === title)?.column;
        if (column === undefined) throw new Error(`no column ${title}`);
        return { column, text };
      });
      return change(id, { row: number, cells: typed, answer: null });
    },
    answer: (id, row, answer) => change(id, { row, cells: [], answer }),
    commit: async (id, commandId = newId()) => {
      const { version } = await ledger(id);
      await jsonOf(await clerk.post(`/api/v1/ledgers/${id}/commit`, { id: commandId, version }));
      await server.deps.ledgers.commit(id);
      return ledger(id);
    },
  };
}

/** So many sound rows in 金水区, some sixty metres apart: no two are near. */
export function soundRows(count: number): readonly Row[] {
  const width = Math.ceil(Math.sqrt(count));
  return Array.from({ length: count }, (_, n) => ({
    站点名称: `测试${NAMES[n % NAMES.length]}${Math.floor(n / NAMES.length) || ''}驿站`,
    区县: '金水区',
    地址: `测试路${n + 1}号`,
    经度: (113.67 + (n % width) * 0.0008).toFixed(6),
    纬度: (34.77 + Math.floor(n / width) * 0.0008).toFixed(6),
    开放时间: '8:00-18:00',
    服务设施: '饮水、座椅',
  }));
}

const NAMES = [
  '春',
  '夏',
  '秋',
  '冬',
  '东',
  '南',
  '西',
  '北',
  '山',
  '河',
  '湖',
  '海',
  '松',
  '竹',
  '梅',
  '兰',
  '菊',
  '荷',
  '桃',
  '李',
];

export function ledgerOfRows(rows: readonly Row[]): string {
  return csvOf(rows);
}
