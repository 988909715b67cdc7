import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import {
  type Account,
  type AccountFacts,
  type AccountId,
  accountState,
  inviteAccount,
} from '../../shared/actor/account.ts';
import { SYSTEM } from '../../shared/actor/actor.ts';
import { type Instant, instant, isoText } from '../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import { FUNCTIONS } from '../../shared/station/lifecycle.ts';
import type { StationId } from '../../shared/station/station.ts';
import { parse } from '../../shared/wire/parse.ts';
import { ROUTES } from '../../shared/wire/route.ts';
import { ACCOUNT_STATE_WORDS } from '../../shared/words/account.ts';
import { sentence } from '../../shared/words/sentence.ts';
import { FUNCTION_WORDS } from '../../shared/words/step.ts';
import { argumentsOf, type Said } from '../arguments.ts';
import { inviteOf } from '../feature/accounts/desk.ts';
import { stepped } from '../feature/accounts/write.ts';
import { changeOf } from '../feature/session/desk.ts';
import { secretsOf } from '../feature/session/secrets.ts';
import { openWorld, type World } from '../open.ts';

const USAGE = `用法：npm run account -- create --username 用户名 --name 姓名 --union 410000 --functions security-admin
      npm run account -- list [--union 410000]
      npm run account -- disable|enable|unlock|reset --username 用户名
职责：${FUNCTIONS.map((name) => `${name} ${FUNCTION_WORDS[name]}`).join('、')}；几个职责用逗号隔开
站长和巡查员再加 --stations 站点编码,站点编码`;
const text = { type: 'string', default: '' } as const;
const OPTIONS = { username: text, name: text, union: text, functions: text, stations: text } as const;
const STEPS = ['disable', 'enable', 'unlock', 'reset'] as const;
const PAGE = 500;

const args = argumentsOf(OPTIONS);
process.exitCode = args ? await run(args) : fail(USAGE);

type Args = Said<typeof OPTIONS>;
type Values = Args['values'];

async function run({ values, positionals: [act, ...more] }: Args): Promise<number> {
  const step = STEPS.find((each) => each === act);
  if (more.length > 0 || (act !== 'create' && act !== 'list' && step === undefined)) return fail(USAGE);
  const world = await openWorld();
  if (!world.ok) return fail(sentence(world.refusal));
  try {
    if (act === 'list') return await list(world.value, values);
    const done = step === undefined ? await create(world.value, values) : await take(world.value, step, values);
    if (!done.ok) return fail(sentence(done.refusal));
    console.log(done.value);
    return 0;
  } finally {
    await world.value.close();
  }
}

function now(): Instant {
  return instant(Date.now());
}

function randomId(): string {
  return randomBytes(16).toString('hex');
}

function secretsOfWorld({ secret }: World) {
  return secretsOf(secret, randomId);
}

function commandAbout(commandId: string, about: unknown) {
  const bodyHash = createHash('sha256').update(JSON.stringify(about)).digest('hex');
  return { commandId, actor: SYSTEM, bodyHash, at: now() };
}

async function create(world: World, values: Values): Promise<Result<string>> {
  const facts = await factsOf(world, values);
  if (!facts.ok) return facts;
  const commandId = randomId();
  const { kept, told } = inviteOf(secretsOfWorld(world), commandId, now());
  const done = await world.store.changeAccount(commandAbout(commandId, values), null, () => {
    const account = inviteAccount({ id: randomId() as AccountId, username: facts.value.username }, facts.value);
    return account.ok ? ok(changeOf(account.value, true, { step: 'invite', invite: kept })) : account;
  });
  return done.ok ? ok(inviteText(world, told)) : done;
}

/** What may be said on the command line is what the interface takes. */
async function factsOf(
  { store }: World,
  { username, name, union, functions, stations }: Values,
): Promise<Result<AccountFacts & { readonly username: string }>> {
  const { entries } = ROUTES.inviteAccount.body;
  const schema = v.object({ username: entries.username, fullName: entries.fullName, functions: entries.functions });
  const said = parse(schema, { username, fullName: name, functions: listed(functions) });
  if (!said.ok) return said;
  const known = (await store.unions()).find(({ id }) => id === union);
  if (known === undefined) return refuse({ kind: 'union-unknown', union });
  const ids: StationId[] = [];
  for (const code of listed(stations)) {
    const [station] = await store.stationNames({ unions: null, q: code, limit: 1 });
    if (station?.code !== code) return refuse({ kind: 'station-unknown', code });
    ids.push(station.id);
  }
  return ok({
    username: said.value.username,
    name: said.value.fullName,
    union: known.id,
    functions: said.value.functions,
    stations: ids,
  });
}

function listed(commas: string): string[] {
  return commas.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

async function take(world: World, step: (typeof STEPS)[number], { username }: Values): Promise<Result<string>> {
  const account = await world.store.accountByUsername(username);
  if (account === null) return refuse({ kind: 'account-unknown' });
  const commandId = randomId();
  const secrets = secretsOfWorld(world);
  const done = await world.store.changeAccount(commandAbout(commandId, [step, username]), account.id, (held, at) =>
    held === null
      ? refuse({ kind: 'account-unknown' })
      : ok(stepped({ secrets }, held, { step, commandId, reason: null, at })),
  );
  if (!done.ok) return done;
  return ok(step === 'reset' ? inviteText(world, inviteOf(secrets, commandId, done.value.receipt.at).told) : '好了。');
}

function inviteText(
  { env }: World,
  { path, expiresAt }: { readonly path: string; readonly expiresAt: number },
): string {
  const until = isoText(instant(expiresAt)).slice(0, 16).replace('T', ' ');
  return `一次性链接，${until} 前有效，只给本人：\n${env.PUBLIC_ORIGIN ?? ''}${path}`;
}

async function list({ store }: World, { union }: Values): Promise<number> {
  let after: string | null = null;
  for (;;) {
    const unions = union === '' ? null : [union as Account['union']];
    const page = await store.accounts({ unions, q: '', function: null, state: null, after, limit: PAGE, at: now() });
    for (const account of page.rows) console.log(lineOf(account));
    after = page.rows[PAGE - 1]?.username ?? null;
    if (after === null) return 0;
  }
}

/** One account on one line, tabs between, so that it can be cut up by other tools. */
function lineOf(account: Account): string {
  const { username, name, union, functions, secondFactor, signedAt } = account;
  return [
    username,
    name,
    union,
    functions.map((held) => FUNCTION_WORDS[held]).join('、'),
    ACCOUNT_STATE_WORDS[accountState(account, now())],
    secondFactor === null ? '没有两步验证' : '两步验证',
    signedAt === null ? '没登录过' : isoText(signedAt),
  ].join('\t');
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
