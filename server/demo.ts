import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Account,
  type AccountId,
  choosePassword,
  disableAccount,
  enableAccount,
  inviteAccount,
} from '../shared/actor/account.ts';
import { SYSTEM } from '../shared/actor/actor.ts';
import { instant } from '../shared/kernel/instant.ts';
import { ok, type Result } from '../shared/kernel/result.ts';
import type { AccountFunction } from '../shared/station/lifecycle.ts';
import type { StationId, UnionId } from '../shared/station/station.ts';
import { sentence } from '../shared/words/sentence.ts';
import { changeOf } from './feature/session/desk.ts';
import { HASH_COST, hashing } from './feature/session/hashing.ts';
import type { Signing } from './feature/session/signing.ts';
import { randomId } from './first.ts';
import type { World } from './open.ts';

type Demo = {
  readonly username: string;
  readonly name: string;
  readonly union: UnionId;
  readonly functions: readonly AccountFunction[];
};

/** One of every function, round 中原区 of 郑州, and approvers at three levels: four eyes want two people. */
const DEMO: readonly Demo[] = [
  demo('demo-officer', '经办人', '410102 officer'),
  demo('demo-keeper', '站长', '410102 keeper'),
  demo('demo-inspector', '巡查员', '410102 inspector'),
  demo('demo-analyst', '统计员', '410102 analyst'),
  demo('demo-county-approver', '区审核人', '410102 approver'),
  demo('demo-approver', '市审核人', '410100 approver'),
  demo('demo-province-approver', '省审核人', '410000 approver'),
  demo('demo-city-analyst', '市统计员', '410100 analyst'),
  demo('demo-nation-analyst', '全国统计员', '000000 analyst'),
  demo('demo-nation-approver', '全国审核人', '000000 approver'),
  demo('demo-auditor', '审计员', '410100 auditor'),
  demo('demo-security-admin', '安全管理员', '410100 security-admin'),
  demo('demo-system-admin', '系统管理员', '410100 system-admin'),
];

function demo(username: string, name: string, at: string): Demo {
  const [union = '', held = ''] = at.split(' ');
  return { username, name: `示例·${name}`, union: union as UnionId, functions: [held as AccountFunction] };
}

/**
 * Labelled accounts to look round with, on a trial machine with synthetic stations, or where the operator asks for them by name.
 * Their password is made once, kept beside the database for its owner alone, and printed at every start. Everywhere else whatever
 * accounts of theirs came along with a database are disabled.
 */
export async function demoAccounts(world: World): Promise<Signing['demo']> {
  const stations = await syntheticStations(world);
  if (!isWanted(world, stations)) {
    await disableAll(world);
    return [];
  }
  const known = passwordOf(world);
  const password = known ?? newPassword();
  let made: Promise<string> | null = null;
  const hash = () => {
    made ??= hashing(HASH_COST).hash(password);
    return made;
  };
  const offered = DEMO.filter((each) => stations.length > 0 || !namesStations(each));
  for (const each of offered) await provide(world, each, { stations, hash, isNew: known === null });
  if (known === null) keep(world, password);
  console.log(`示例账号：${offered.map(({ username }) => username).join('、')}；密码都是 ${password}`);
  return offered.map(({ username, name }) => ({ username, name }));
}

function isWanted({ env }: World, stations: readonly StationId[]): boolean {
  if (env.NODE_ENV === 'production') return env.DEMO_ACCOUNTS === true;
  return env.DEMO_ACCOUNTS ?? stations.length > 0;
}

function namesStations({ functions }: Demo): boolean {
  return functions.includes('keeper') || functions.includes('inspector');
}

/** A few of the district’s that say of themselves that they are synthetic. */
async function syntheticStations({ store }: World): Promise<readonly StationId[]> {
  const named = await store.stationNames({ unions: ['410102' as UnionId], q: '', limit: 20 });
  const found = await store.stationsById(named.map(({ id }) => id));
  return found.filter(({ origin, status }) => origin === 'synthetic' && status === 'active').map(({ id }) => id);
}

/** `hash`: one for all, made when the first account wants it. */
type Providing = {
  readonly stations: readonly StationId[];
  readonly hash: () => Promise<string>;
  readonly isNew: boolean;
};

async function provide({ store }: World, each: Demo, { stations, hash: hashed, isNew }: Providing): Promise<void> {
  const held = await store.accountByUsername(each.username);
  if (held !== null && !isNew && !held.disabled) return;
  const hash = await hashed();
  const own = each.functions.includes('keeper') ? stations.slice(0, 1) : stations.slice(0, 5);
  const made = (account: Account | null): Result<Account> =>
    account === null
      ? inviteAccount({ id: randomId() as AccountId, username: each.username }, { ...each, stations: own })
      : ok(enableAccount(account));
  const command = { commandId: randomId(), actor: SYSTEM, bodyHash: null, at: instant(Date.now()) };
  const done = await store.changeAccount(command, held?.id ?? null, (account, at) => {
    const fresh = made(account);
    if (!fresh.ok) return fresh;
    const step = account === null ? 'invite' : 'enable';
    return ok(changeOf(choosePassword(fresh.value, hash, at), true, { step, reason: '示例账号' }));
  });
  if (!done.ok) throw new Error(sentence(done.refusal));
}

async function disableAll({ store }: World): Promise<void> {
  for (const { username } of DEMO) {
    const held = await store.accountByUsername(username);
    if (held === null || held.disabled) continue;
    const command = { commandId: randomId(), actor: SYSTEM, bodyHash: null, at: instant(Date.now()) };
    const done = await store.changeAccount(command, held.id, (account) =>
      ok(changeOf(disableAccount(account ?? held), true, { step: 'disable', reason: '这里不用示例账号', end: 'all' })),
    );
    if (!done.ok) throw new Error(sentence(done.refusal));
  }
}

function fileOf({ env }: World): string {
  return join(env.DATA_DIR, 'demo-accounts.txt');
}

function keep(world: World, password: string): void {
  // A file that is there already would keep its own rights.
  rmSync(fileOf(world), { force: true });
  writeFileSync(fileOf(world), fileText(password), { mode: 0o600 });
}

const PASSWORD = /^密码：(\S+)$/m;

function passwordOf(world: World): string | null {
  const path = fileOf(world);
  return existsSync(path) ? (PASSWORD.exec(readFileSync(path, 'utf8'))?.[1] ?? null) : null;
}

function fileText(password: string): string {
  const lines = DEMO.map(({ username, name }) => `${username}\t${name}`);
  return ['示例账号，只供试用。', `密码：${password}`, ...lines, ''].join('\n');
}

/** 60 bit in small letters, figures and strokes: whatever the profile asks of passwords. */
function newPassword(): string {
  return (randomBytes(8).toString('hex').match(/.{4}/g) ?? []).join('-');
}
