import { beforeAll, describe, expect, test } from 'vitest';
import { openApi } from '../../../server/http/openapi.ts';
import { ROUTES } from '../../../shared/wire/route.ts';

type Json = { readonly [key: string]: unknown };
let document: Json;
beforeAll(() => {
  document = JSON.parse(JSON.stringify(openApi('1.2.3')));
});

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object anywhere inside, with the path to it. */
function objectsIn(value: unknown, path = '#'): readonly (readonly [path: string, object: Json])[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => objectsIn(item, `${path}/${at}`));
  if (!isObject(value)) return [];
  return [[path, value], ...Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, `${path}/${key}`))];
}

function at(path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), document);
}

const TYPES = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

describe('the OpenAPI document', () => {
  test('says what it is', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: expect.any(String), version: '1.2.3', license: { identifier: 'MIT' } },
    });
  });

  test('has every route of the table and no other', () => {
    const paths = document.paths;
    expect(isObject(paths) && Object.keys(paths).sort()).toEqual(
      [...new Set(Object.values(ROUTES).map(({ path }) => path))].sort(),
    );
    const ids = Object.values(ROUTES).map(({ path, method }) =>
      at(['paths', path, method.toLowerCase(), 'operationId']),
    );
    expect(ids).toEqual(Object.keys(ROUTES));
  });

  test('names every placeholder of a path as a required parameter', () => {
    for (const { path, method } of Object.values(ROUTES)) {
      const parameters = at(['paths', path, method.toLowerCase(), 'parameters']);
      if (!Array.isArray(parameters)) throw new Error(path);
      const placed = parameters.filter((each) => each.in === 'path').map(({ name, required }) => `${name} ${required}`);
      expect(placed).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${name} true`));
      for (const each of parameters) expect(Object.keys(each).sort()).toEqual(['in', 'name', 'required', 'schema']);
    }
  });

  test('tells which parameters must be given, and what stands for those that are not', () => {
    const parameters = at(['paths', '/api/v1/nearest', 'get', 'parameters']);
    const required = Array.isArray(parameters)
      ? parameters.filter((each) => each.required).map(({ name }) => name)
      : [];
    expect(required).toEqual(['lng', 'lat']);
    expect(JSON.stringify(parameters)).toContain('"default":"gcj02"');
  });

  test('answers everything with a described success and the problem body', () => {
    for (const { path, method } of Object.values(ROUTES)) {
      const responses = at(['paths', path, method.toLowerCase(), 'responses']);
      expect(isObject(responses) && Object.keys(responses)).toEqual(['200', 'default']);
      for (const [, object] of objectsIn(responses))
        if ('content' in object) expect(object.description).toEqual(expect.any(String));
    }
  });

  test('every reference leads somewhere', () => {
    const references = objectsIn(document).flatMap(([path, object]) =>
      '$ref' in object ? [[path, String(object.$ref)] as const] : [],
    );
    expect(references.length).toBeGreaterThanOrEqual(Object.keys(ROUTES).length);
    for (const [path, target] of references)
      expect(at(target.replace('#/', '').split('/')), `${path} → ${target}`).toBeDefined();
  });

  test('every schema is one of JSON Schema’s types, with required fields that exist', () => {
    let seen = 0;
    for (const [path, object] of objectsIn(document)) {
      if (!/schema$|\/items$|\/(anyOf|oneOf)\/\d+$|\/properties\/[^/]+$/.test(path) || '$ref' in object) continue;
      seen++;
      const known = 'anyOf' in object || 'oneOf' in object || 'const' in object || 'enum' in object;
      // What a field held before and after a change may be anything.
      if (/\/(before|after|now)$/.test(path) && Object.keys(object).length === 0) continue;
      if (!known) expect(TYPES, path).toContain(object.type);
      const { required, properties } = object;
      if (Array.isArray(required))
        for (const field of required)
          expect(isObject(properties) && field in properties, `${path}.${field}`).toBe(true);
    }
    expect(seen).toBeGreaterThan(100);
  });

  test('says what a write is asked with', () => {
    const body = at(['paths', '/api/v1/reports', 'post', 'requestBody']);
    expect(body).toMatchObject({ required: true });
    expect(JSON.stringify(body)).toContain('"new-place"');
    for (const { path, method } of Object.values(ROUTES))
      if (method === 'GET') expect(at(['paths', path, 'get', 'requestBody'])).toBeUndefined();
  });

  test('the binary and text replies are named as such', () => {
    expect(at(['paths', '/api/v1/feed', 'get', 'responses', '200', 'content'])).toHaveProperty(
      'application/octet-stream',
    );
    expect(at(['paths', '/api/v1/metrics', 'get', 'responses', '200', 'content'])).toHaveProperty('text/plain');
  });
});
