import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { ROUTES } from '../../shared/wire/route.ts';

type ObjectSchema = v.ObjectSchema<v.ObjectEntries, undefined>;
type JsonSchema = { readonly properties?: Record<string, unknown>; readonly required?: readonly string[] };

/** OpenAPI 3.1 of every route in the table; nothing is written twice. */
export function openApi(version: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: '歇脚 xiejiao',
      version,
      description:
        '户外劳动者服务站点（工会驿站）的公开接口：除了收反馈，都只读。坐标均为 GCJ-02，经度在前；时间为 ISO 8601，时区 Asia/Shanghai。出错时返回 application/problem+json，detail 是一句中文。',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: paths(),
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: { partnerKey: { type: 'http', scheme: 'bearer', description: '合作方的密钥' } },
    },
  };
}

function paths(): object {
  const found: Record<string, Record<string, object>> = {};
  for (const [name, route] of Object.entries(ROUTES)) {
    found[route.path] = { ...found[route.path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return found;
}

function operation(name: string, route: (typeof ROUTES)[keyof typeof ROUTES]): object {
  return {
    operationId: name,
    summary: route.summary,
    parameters: [...parameters(route.query, 'query'), ...parameters(route.params, 'path')],
    ...('key' in route && { security: [{ partnerKey: [] }] }),
    ...('body' in route && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } },
    }),
    responses: {
      '200': { description: '成功', content: content(route.reply) },
      default: {
        description: '拒绝：原因与该怎么做',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function content(reply: v.GenericSchema | 'binary' | 'text'): object {
  if (reply === 'binary') return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  if (reply === 'text') return { 'text/plain': { schema: { type: 'string' } } };
  return { 'application/json': { schema: schemaOf(reply) } };
}

function parameters(schema: ObjectSchema, place: 'query' | 'path'): object[] {
  const json = schemaOf(schema);
  const required = new Set(json.required ?? []);
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: property,
  }));
}

function schemaOf(schema: v.GenericSchema): JsonSchema {
  const { $schema: _, ...json } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return json as JsonSchema;
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'kind'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: '给人看的一句中文：哪一项、怎么办' },
    kind: { type: 'string' },
    field: { type: 'string', description: '出错的字段路径' },
    id: { type: 'string', description: '提交时请求头 Idempotency-Key 里的编号，原样带回' },
  },
};
