import * as v from 'valibot';
import type { ConfigRefusal } from '../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../shared/kernel/result.ts';

type Variable = {
  readonly about: string;
  /** Shown in the README's table. */
  readonly shown: string;
  readonly expected: string;
  readonly schema: v.GenericSchema<string | undefined, string | number | boolean | null>;
};

const whole = (fallback: number, min: number, max: number) =>
  v.pipe(
    v.optional(v.string(), String(fallback)),
    v.regex(/^\d+$/),
    v.transform(Number),
    v.minValue(min),
    v.maxValue(max),
  );
const text = (fallback: string) => v.optional(v.string(), fallback);
const optional = v.pipe(
  v.optional(v.string(), ''),
  v.transform((value) => (value === '' ? null : value)),
);

/** Every variable the server reads; the README's table is made from this list. */
export const VARIABLES = {
  NODE_ENV: {
    about: '`production` 时不生成示例数据，且必须给出 `PUBLIC_ORIGIN` 与 `SECRET`',
    shown: 'development',
    expected: 'development 或 production',
    schema: v.optional(v.picklist(['development', 'production', 'test']), 'development'),
  },
  PORT: { about: '监听端口', shown: '3000', expected: '0–65535 的整数', schema: whole(3000, 0, 65535) },
  HOST: { about: '监听地址', shown: '0.0.0.0', expected: 'IP 地址', schema: text('0.0.0.0') },
  DATA_DIR: {
    about: '数据库、离线包、高水位文件所在目录',
    shown: 'data/var',
    expected: '目录',
    schema: text('data/var'),
  },
  DATABASE_URL: {
    about: 'SQLite 文件路径，或 `postgres://…`；默认是 `DATA_DIR` 下的 `xiejiao.db`',
    shown: '（空）',
    expected: '文件路径或 postgres:// 地址',
    schema: optional,
  },
  PUBLIC_ORIGIN: {
    about: '对外网址，如 `https://xiejiao.example.cn`；二维码与链接用它',
    shown: '（空）',
    expected: '不带路径的 http(s) 网址',
    schema: v.pipe(optional, v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s]+$/)))),
  },
  SECRET: {
    about: '操作日志校验链的密钥，至少 32 个字符，放在数据库之外',
    shown: '（空）',
    expected: '至少 32 个字符',
    schema: v.pipe(optional, v.nullable(v.pipe(v.string(), v.minLength(32)))),
  },
  SEED_STATIONS: {
    about: '首次启动（数据库为空、非生产环境）生成多少个示例站点；0 为不生成',
    shown: '20000',
    expected: '0–1000000 的整数',
    schema: whole(20_000, 0, 1_000_000),
  },
  TRUST_PROXY: {
    about: '`1` 时限流按 `X-Forwarded-For` 最后一个地址计',
    shown: '0',
    expected: '0 或 1',
    schema: v.pipe(
      v.optional(v.picklist(['0', '1']), '0'),
      v.transform((value) => value === '1'),
    ),
  },
  RATE_LIMIT: {
    about: '合作方查询接口每个地址每分钟的次数；离线包、变更流与页面从不按地址限流',
    shown: '600',
    expected: '1–1000000 的整数',
    schema: whole(600, 1, 1_000_000),
  },
  SHED_DELAY_MS: {
    about: '事件循环迟滞超过多少毫秒时先回“稍后再来”',
    shown: '250',
    expected: '10–60000 的整数',
    schema: whole(250, 10, 60_000),
  },
  TILES_FILE: {
    about: '街道底图的清单（JSON 文件，格式见下）；不给就只有内置底图',
    shown: '（空）',
    expected: '文件路径',
    schema: optional,
  },
  IDLE_MINUTES: {
    about: '工作台多少分钟没人用就退出登录，退出前 60 秒会问一声；不管用不用，12 小时都要重新登录',
    shown: '30',
    expected: '2–720 的整数',
    schema: whole(30, 2, 720),
  },
  PASSWORD_PROFILE: {
    about:
      '密码规则：`modern` 至少 12 位、不能是常见密码、不强制换；`mlps`（等保）至少 10 位三种字符、90 天一换、不重复最近 5 次、错 5 次锁定',
    shown: 'modern',
    expected: 'modern 或 mlps',
    schema: v.optional(v.picklist(['modern', 'mlps']), 'modern'),
  },
  SECOND_FACTOR: {
    about: '两步验证：`required` 人人都要设，`optional` 自己决定；默认生产环境 required，其他 optional',
    shown: '（空）',
    expected: 'required 或 optional',
    schema: v.pipe(
      v.optional(v.picklist(['', 'required', 'optional']), ''),
      v.transform((value) => (value === '' ? null : value)),
    ),
  },
  DEMO_ACCOUNTS: {
    about:
      '`1` 时生产环境也建示例账号（每种职责一个，密码见 `DATA_DIR/demo-accounts.txt`）；试用环境有示例站点时默认就建，`0` 不建',
    shown: '（空）',
    expected: '0 或 1',
    schema: v.pipe(
      v.optional(v.picklist(['', '0', '1']), ''),
      v.transform((value) => (value === '' ? null : value === '1')),
    ),
  },
  FIGURES_MONTHLY_DAY: {
    about: '每月几号起自动留存上个月的统计文件（全国和各省，在 `DATA_DIR/figures` 下，只增不改）；0 为不做',
    shown: '6',
    expected: '0–28 的整数',
    schema: whole(6, 0, 28),
  },
  OPEN_DATA_TERMS: {
    about: '开放数据的使用条款，一句话，写在 `/open` 页面和清单里',
    shown: '可以自由使用、转载和加工，注明来源和数据日期',
    expected: '文字',
    schema: text('可以自由使用、转载和加工，注明来源和数据日期'),
  },
  LOG_LEVEL: {
    about: '日志级别',
    shown: 'info',
    expected: 'debug、info、warn、error 或 silent',
    schema: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
  },
} satisfies Record<string, Variable>;

type Name = keyof typeof VARIABLES;
export type Environment = { readonly [N in Name]: v.InferOutput<(typeof VARIABLES)[N]['schema']> };

/** The checked environment, or the first variable that is missing or wrong. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Result<Environment, ConfigRefusal> {
  const values: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const parsed = v.safeParse(variable.schema, env[name] === '' ? undefined : env[name]);
    if (!parsed.success) return refuse({ kind: 'config-invalid', name, expected: variable.expected });
    values[name] = parsed.output;
  }
  const read = values as Environment;
  if (read.NODE_ENV === 'production') {
    const missing = (['PUBLIC_ORIGIN', 'SECRET'] as const).find((name) => read[name] === null);
    if (missing) return refuse({ kind: 'config-missing', name: missing });
  }
  return ok(read);
}

/** This process's own environment: the one place that reads it. */
export function environment(): Result<Environment, ConfigRefusal> {
  return readEnvironment(process.env);
}

/** The README's table: one row a variable. */
export function environmentTable(): string {
  const rows = Object.entries(VARIABLES).map(([name, { about, shown }]) => `| \`${name}\` | ${shown} | ${about} |`);
  return ['| 变量 | 默认 | 作用 |', '| --- | --- | --- |', ...rows].join('\n');
}
