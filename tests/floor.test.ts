import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';
import { isBuilt, WEB } from './size.ts';

/** A node of the parsed script, as far as it is looked at here. */
type Node = { readonly type: string } & Readonly<Record<string, unknown>>;
type Around = { readonly isInChain: boolean; readonly isInFunction: boolean };

/** What Chrome 87 cannot run, or runs wrongly, though a build for Chrome 91 may leave it in. */
function tooNew(node: Node, { isInChain, isInFunction }: Around): string | null {
  switch (node.type) {
    case 'CallExpression':
      return isInChain && listOf(node.arguments).some(({ type }) => type === 'SpreadElement') ? 'a?.b(...c)' : null;
    case 'MemberExpression':
      return isInChain && typeOf(node.property) === 'PrivateIdentifier' ? 'a?.#b' : null;
    case 'BinaryExpression':
      return typeOf(node.left) === 'PrivateIdentifier' ? '#a in b' : null;
    case 'StaticBlock':
      return 'static {}';
    case 'AwaitExpression':
      return isInFunction ? null : 'await outside of functions';
    case 'ImportSpecifier':
      return typeOf(node.imported) === 'Literal' ? 'a name in quotes' : null;
    case 'ExportSpecifier':
      return typeOf(node.exported) === 'Literal' ? 'a name in quotes' : null;
    default:
      return null;
  }
}

/** Everything too new in a script, and how many `?.` were looked at. */
function looked(name: string, script: string): { readonly found: readonly string[]; readonly chains: number } {
  const { program, errors } = parseSync(name, script);
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]?.message}`);
  const found: string[] = [];
  let chains = 0;
  const walk = (value: unknown, around: Around): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, around);
    if (!isNode(value)) return;
    if (value.type === 'ChainExpression') chains += 1;
    const here = {
      isInChain: around.isInChain || value.type === 'ChainExpression',
      isInFunction: around.isInFunction || /Function/.test(value.type),
    };
    const what = tooNew(value, here);
    if (what !== null) found.push(`${name}: ${what}`);
    for (const [key, child] of Object.entries(value)) {
      walk(child, key === 'arguments' ? { ...here, isInChain: false } : here);
    }
  };
  walk(program, { isInChain: false, isInFunction: false });
  return { found, chains };
}

function isNode(value: unknown): value is Node {
  return typeOf(value) !== null;
}

function typeOf(value: unknown): string | null {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
    ? value.type
    : null;
}

function listOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

test.each([
  ['a?.b(...c)'],
  ['a?.(...c)'],
  ['class A { #b; c(d) { return d?.#b } }'],
  ['class A { #b; c(d) { return #b in d } }'],
  ['class A { static { b() } }'],
  ['await a'],
  ['export { a as "b c" }; const a = 1'],
])('sees that %s is newer than the oldest browser', (script) => {
  expect(looked('made.mjs', script).found.length).toBe(1);
});

test.each([['a?.b(c)'], ['a(...b)'], ['a?.b(c(...d))'], ['async () => { await a }']])('lets %s pass', (script) => {
  expect(looked('made.mjs', script).found).toEqual([]);
});

describe.skipIf(!isBuilt)(isBuilt ? 'the built app' : 'the built app (not built)', () => {
  test('holds no script that Chrome 87 cannot run', () => {
    const folders = [WEB, join(WEB, 'assets')];
    const all = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.js'))
        .map((name) => looked(name, readFileSync(join(folder, name), 'utf8'))),
    );
    expect(all.length).toBeGreaterThan(30);
    // Where none is seen, none was looked at.
    expect(all.reduce((sum, { chains }) => sum + chains, 0)).toBeGreaterThan(100);
    expect(all.flatMap(({ found }) => found)).toEqual([]);
  });
});
