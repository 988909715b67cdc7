import { createHash, createHmac } from 'node:crypto';
import { mayDo } from '../../../shared/actor/may.ts';
import { addDays, type DateText, dateText, dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import { type Signed, staleSign } from '../../http/signed.ts';
import type { Partner } from '../../store/port/workbooks.ts';
import { hashOf } from '../figures/hash.ts';
import type { UnionBook } from '../unions/book.ts';

/** A key is good for three years at most: whoever still uses it then asks again. */
const DAYS_MOST = 3 * 366;

/** Made of the command's id, so that the same command has the same key though only its hash is kept. */
function keyFor(secret: string, commandId: string): string {
  return `xj_${createHmac('sha256', secret).update(`partner-key:${commandId}`).digest('base64url').slice(0, 32)}`;
}

export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Good through its last day, in China, unless it was ended. */
export function isGood({ endsOn, endedAt }: Partner, now: Instant): boolean {
  return endedAt === null && dateText(dayOf(now)) <= endsOn;
}

type PartnerActs = { readonly [N in 'partners' | 'partnerMake' | 'partnerEnd']: Act<N> };

export function partnerActs(deps: Deps): PartnerActs {
  const { store, unions, now } = deps;
  return {
    partners: async ({ who, query }) => {
      const book = await unions.current();
      const top = query.union ?? who.actor.union;
      const may = mayManage(who, top, book);
      if (!may.ok) return may;
      const items = await store.partnersOf(book.branchOf(top));
      return ok({ items: items.map((partner) => viewOf(partner, book, now())) });
    },
    partnerMake: async ({ who, body }) => {
      const book = await unions.current();
      const { id: commandId, name, endsOn, union = who.actor.union } = body;
      const fault = await makingFault(deps, who, { union, endsOn, book });
      if (!fault.ok) return fault;
      const key = keyFor(deps.secret, commandId);
      const command = { commandId, actor: who.actor, bodyHash: hashOf(body), at: now() };
      const partner = { id: deps.randomId(), union, name, endsOn, keyHash: keyHash(key) };
      const made = await store.makePartner(command, partner);
      return made.ok ? ok({ partner: viewOf(made.value, book, now()), key }) : made;
    },
    partnerEnd: async ({ who, body, params }) => {
      const book = await unions.current();
      const partner = await store.partnerById(params.id);
      if (partner === null || !mayManage(who, partner.union, book).ok) return refuse({ kind: 'partner-unknown' });
      const command = { commandId: body.id, actor: who.actor, bodyHash: hashOf({ ...body, ...params }), at: now() };
      const ended = await store.endPartner(command, { partner: params.id, reason: body.reason });
      return ended.ok ? ok({ partner: viewOf(ended.value, book, now()) }) : ended;
    },
  };
}

function mayManage({ actor }: Signed, union: UnionId, { tree }: UnionBook): Result<true> {
  return mayDo(actor, 'manage-partners', { id: null, union, tree });
}

type Making = { readonly union: UnionId; readonly endsOn: DateText; readonly book: UnionBook };

async function makingFault({ now }: Deps, who: Signed, { union, endsOn, book }: Making): Promise<Result<true>> {
  const may = mayManage(who, union, book);
  if (!may.ok) return may;
  const stale = staleSign(who, now());
  if (stale !== null) return refuse(stale);
  const today = dayOf(now());
  const [from, until] = [dateText(addDays(today, 1)), dateText(addDays(today, DAYS_MOST))];
  return endsOn < from || endsOn > until ? refuse({ kind: 'partner-ends', from, until }) : ok(true);
}

type View = RouteReply<'partnerMake'>['partner'];

function viewOf(partner: Partner, book: UnionBook, now: Instant): View {
  const { id, name, union, madeAt, endsOn, endedAt } = partner;
  const isStillGood = isGood(partner, now);
  return {
    id,
    name,
    madeAt,
    endsOn,
    endedAt,
    isGood: isStillGood,
    union: { id: union, name: book.get(union)?.name ?? union },
  };
}
