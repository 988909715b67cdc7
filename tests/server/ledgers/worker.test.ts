import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropFolder } from '../../fixtures/make/folder.ts';
import { messyWorkbook } from '../../fixtures/make/ledger.ts';
import { zipOf } from '../../fixtures/make/zip.ts';
import { ROOT } from '../../law/modules.ts';
import { ledgerOfRows, soundRows } from './desk.ts';

// Inside the project, so that the bundle finds the packages it leaves outside.
const built = resolve(ROOT, `node_modules/.cache/ledger-workers-${process.pid}`);
const files = mkdtempSync(join(tmpdir(), 'xiejiao-workers-'));

beforeAll(async () => {
  const jobs = resolve(ROOT, 'server/jobs/workers');
  const input = {
    'read-ledger': join(jobs, 'read-ledger.ts'),
    'write-book': join(jobs, 'write-book.ts'),
    probe: resolve(import.meta.dirname, 'worker-probe.ts'),
  };
  const output = { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' };
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    build: { ssr: true, target: 'node20', outDir: built, emptyOutDir: true, rollupOptions: { input, output } },
  });
}, 120_000);
afterAll(async () => {
  await dropFolder(built);
  await dropFolder(files);
});

test('files are read and written in threads of their own; one that eats its thread is refused, and the process goes on', async () => {
  const cell = '<c t="inlineStr"><is><t>x</t></is></c>';
  const eating = `<worksheet><sheetData>${`<row>${cell.repeat(600)}</row>`.repeat(4000)}</sheetData></worksheet>`;
  const named = {
    'messy.xlsx': await messyWorkbook(),
    'rows.csv': Buffer.from(ledgerOfRows(soundRows(450))),
    'broken.xlsx': Buffer.from('PK and no more'),
    'eating.xlsx': zipOf([{ name: 'xl/worksheets/sheet1.xml', body: Buffer.from(eating) }]),
    'again.csv': Buffer.from(ledgerOfRows(soundRows(3))),
  };
  const paths = Object.entries(named).map(([name, bytes]) => {
    writeFileSync(join(files, name), bytes);
    return join(files, name);
  });
  const said = execFileSync(process.execPath, [join(built, 'probe.js'), ...paths], { encoding: 'utf8' });
  expect(said.trim().split('\n')).toEqual(['8', '450', 'file-broken', 'file-unpacks-too-large', '3', 'PK']);
}, 120_000);
