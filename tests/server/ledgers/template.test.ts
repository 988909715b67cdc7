import readWorkbook from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { writeBook } from '../../../server/feature/ledgers/book.ts';
import { AMENITIES } from '../../../shared/station/amenity.ts';
import { openTestServer, type TestServer } from '../../fixtures/make/server.ts';
import { type Desk, deskAt, ledgerOfRows, soundRows } from './desk.ts';

let server: TestServer;
let desk: Desk;
beforeEach(async () => {
  server = await openTestServer();
  desk = deskAt(server);
});
afterEach(() => server.close());

async function template(query = ''): Promise<Buffer> {
  const response = await desk.clerk.get(`/api/v1/ledger-template${query}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('郑州市总工会台账模板.xlsx'));
  return Buffer.from(await response.arrayBuffer());
}

/** Every file of a ZIP as text. */
function unzipped(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, string>();
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(error);
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (fault, stream) => {
          if (fault || !stream) return reject(fault);
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => resolve(files));
      zip.readEntry();
    });
  });
}

async function sheetOf(bytes: Buffer, name: string): Promise<string[][]> {
  const sheets = await readWorkbook(bytes, { trim: false, parseNumber: (text: string) => text });
  const found = sheets.find(({ sheet }) => sheet === name);
  if (!found) throw new Error(`no sheet ${name} but ${sheets.map(({ sheet }) => sheet).join()}`);
  return found.data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

describe('the template of a union', () => {
  test('offers the counties of its branch and the words of every list, on a sheet nobody sees', async () => {
    const bytes = await template();
    const files = await unzipped(bytes);
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    const [header = []] = await sheetOf(bytes, '台账');
    const choices = await sheetOf(bytes, '选项');
    const listed = (title: string) => {
      const column = header.indexOf(title);
      const letters = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
      const rule = new RegExp(
        `<dataValidation type="list"[^>]*sqref="${letters}2:${letters}20001"><formula1>选项!\\$${letters}\\$1:\\$${letters}\\$(\\d+)</formula1>`,
      ).exec(sheet);
      return choices.slice(0, Number(rule?.[1] ?? 0)).map((row) => row[column]);
    };
    expect(listed('区县*')).toHaveLength(12);
    expect(listed('区县*')).toContain('金水区');
    expect(listed('站点种类')).toEqual(['驿站', '司机之家']);
    expect(listed('喝水')).toEqual(['不清楚', '有', '没有', '坏了，在修', '只在部分季节有']);
    expect(listed('是否免费')).toEqual(['是', '否']);
    expect(listed('品牌')).toContain('爱心驿站');
    expect(listed('建站单位类型')).toContain('加油站');
    expect(files.get('xl/workbook.xml')).toMatch(/<sheet [^>]*name="选项"[^>]*state="hidden"/);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    // Where ECMA-376 wants it: behind the cells, before the margins.
    expect(sheet.indexOf('<dataValidations')).toBeGreaterThan(sheet.indexOf('</sheetData>'));
    const margins = sheet.indexOf('<pageMargins');
    if (margins >= 0) expect(sheet.indexOf('<dataValidations')).toBeLessThan(margins);
  });

  test('explains every column', async () => {
    const bytes = await template();
    const [header = []] = await sheetOf(bytes, '台账');
    const about = await sheetOf(bytes, '填写说明');
    const explained = about.map(([title]) => title);
    for (const title of header) expect(explained).toContain(title);
    expect(header.length).toBeGreaterThan(20 + AMENITIES.length);
    for (const [title, what] of about.slice(5)) expect(`${title} ${what}`).toMatch(/.+ .+。/);
  });

  test('sent back as it is holds no station: its examples are left out', async () => {
    const response = await desk.clerk.upload(
      `/api/v1/ledgers?id=${'a'.repeat(32)}&name=${encodeURIComponent('模板.xlsx')}`,
      await template(),
    );
    expect((await response.json()).kind).toBe('file-empty');
  });

  test('filled in it becomes stations that say all that was filled in', async () => {
    const [header = [], example = []] = await sheetOf(await template(), '台账');
    const row = header.map((title, at) => {
      if (title === '序号') return '1';
      if (title === '经度*') return '113.6869';
      if (title === '纬度*') return '34.7665';
      if (title === '区县*') return '金水区';
      if (title === '雨具') return '只在 6–9 月有';
      if (title === '冰箱') return '坏了，在修';
      if (title === '看书') return '没有';
      if (title === '进门方式') return '推门就进、扫码开门';
      return example[at] ?? '';
    });
    const plain = { heads: 1, examples: 0, widths: [], isHidden: false, offers: [] };
    const book = await writeBook([{ ...plain, name: '台账', rows: [header, row] }]);
    const { id, counts } = await desk.upload(Buffer.from(book), '填好.xlsx');
    expect(counts).toMatchObject({ new: 1, refused: 0, flagged: 0 });
    expect((await desk.rows(id))[0]?.reason).toMatch(/^另记工作台账：2026年11月20日 日常巡查[^。]*。记过的不重复记。$/);
    await desk.commit(id);
    await server.store.eachStation(([station]) => {
      expect(station).toMatchObject({
        name: '示例路爱心驿站',
        brand: '爱心驿站',
        town: '示例街道',
        entrance: '营业厅一楼进门右手边',
        hostType: 'bank',
        hostName: '示例银行示例路支行',
        build: 'integrated',
        operation: 'host',
        area: 12,
        toiletMetres: 0,
        publicPhone: '0371-12351',
        access: { modes: ['open-door', 'qr-unlock'], needsApp: false, free: true, feeNote: null },
        amenities: {
          water: { state: 'yes' },
          'first-aid': { state: 'yes' },
          books: { state: 'no' },
          fridge: { state: 'broken' },
          'rain-gear': { state: 'seasonal', note: '只在 6–9 月有' },
        },
      });
    });
  });

  test('with the registered stations in it comes round unchanged, and a word taken back is the only change', async () => {
    await desk.commit((await desk.upload(ledgerOfRows(soundRows(5)))).id);
    const bytes = await template('?filled=1');
    const again = await desk.upload(bytes, '带站点.xlsx');
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 5, flagged: 0, refused: 0 });
    const [first] = await desk.rows(again.id);
    await desk.edit(again.id, first?.number ?? 0, { 喝水: '不清楚' });
    const [row] = await desk.rows(again.id, '?kind=changed');
    expect(row?.changes.map(({ name, before, after }) => `${name} ${before} → ${after}`)).toEqual([
      '服务设施“喝水” 有 → 不清楚',
    ]);
  });
});

describe('the rows to be put right', () => {
  test('are downloaded with the reason before each, put right, and brought in again', async () => {
    const rows = soundRows(3).map((row, n) => (n === 1 ? { ...row, 经度: '0', 纬度: '0' } : row));
    const { id } = await desk.upload(ledgerOfRows(rows));
    await desk.commit(id);
    const file = Buffer.from(await (await desk.clerk.get(`/api/v1/ledgers/${id}/file`)).arrayBuffer());
    const [header = [], bad = [], ...more] = await sheetOf(file, '要改的行');
    expect(more).toEqual([]);
    expect(header.slice(0, 4)).toEqual(['导入结果', '站点编码', '原因与该怎么做', '原行号']);
    expect(bad[2]).toMatch(/不在国内/);
    const right = bad.map((cell, at) => (header[at] === '经度' ? '113.70' : header[at] === '纬度' ? '34.78' : cell));
    const plain = { heads: 1, examples: 0, widths: [], isHidden: false, offers: [] };
    const again = await desk.upload(
      Buffer.from(await writeBook([{ ...plain, name: 'x', rows: [header, right] }])),
      'b.xlsx',
    );
    expect(again.counts).toEqual({ new: 1, changed: 0, same: 0, flagged: 0, refused: 0 });
  });
});
