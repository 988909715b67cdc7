import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';

const room = path.resolve(import.meta.dirname, '../../../shared/station');

it('asks nothing of the zone the machine is in', () => {
  const files = readdirSync(room).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(12);
  const local =
    /\.(get|set)(Hours|Minutes|Seconds|Day|Date|Month|FullYear)\(|getTimezoneOffset|toLocale|Intl\.|Date\.now|new Date\(\)/;
  for (const file of files) expect(local.test(readFileSync(path.join(room, file), 'utf8')), file).toBe(false);
});

it('gives one answer on phones in four zones', async () => {
  const bundled = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(import.meta.dirname, 'open-zone-program.ts'), formats: ['es'], fileName: 'program' },
    },
  });
  const output = Array.isArray(bundled) ? bundled[0] : null;
  const code = output?.output[0]?.code ?? '';
  expect(code).toContain('console.log');
  const answers = ['Asia/Shanghai', 'America/Los_Angeles', 'Asia/Urumqi', 'Pacific/Kiritimati'].map((zone) =>
    execFileSync(process.execPath, ['--input-type=module', '-'], {
      input: code,
      env: { ...process.env, TZ: zone },
    }).toString(),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('开放中 开到 2:00');
});
