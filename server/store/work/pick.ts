import { type RawBuilder, sql } from 'kysely';
import type { StationId } from '../../../shared/station/station.ts';
import { inBranch } from '../branch.ts';
import type { UnionDays, UnionScope, WorkAsk, WorkAsked } from '../port/work.ts';

type Raw = RawBuilder<unknown>;

/** A pile as a query: `from` with its joins and conditions, and for each row the station's id, its day, its words, its order. */
export type Pick = { readonly from: Raw; readonly id: Raw; readonly on: Raw; readonly note: Raw; readonly order: Raw };

const NOTHING = sql`cast(null as text)`;
/** Put in by a ledger, not rewritten and submitted since: `isRewritten` of shared/station/decide-register. */
const FLAGGED = sql`s.origin <> 'registered' and not exists
  (select 1 from history h where h.subject_id = s.id and h.step = 'submit')`;

export function pickOf(asked: WorkAsked, ask: WorkAsk): Pick {
  const { me } = asked;
  switch (ask.kind) {
    case 'draft':
      return byStatus(asked, sql`s.status = 'draft' and ${wrote(me)}`);
    case 'returned':
      return byStatus(asked, sql`s.status = 'returned'`);
    case 'flagged':
      return { ...byStatus(asked, sql`s.status = 'submitted' and ${FLAGGED}`), note: lastReason('import') };
    case 'approve':
      return byStatus(asked, sql`s.status = 'submitted' and not (${FLAGGED}) and ${approvable(ask.scope, me)}`);
    case 'accept':
      return byStatus(asked, sql`s.status = 'approved' and ${approvable(ask.scope, me)}`);
    case 'revision':
      return revisions(asked, ask.scope);
    case 'exit-proposed':
      return byStatus(asked, sql`s.status = 'exit-proposed' and ${lastNotBy(sql`s.id`, 'propose-exit', me)}`);
    case 'objection':
      return byStatus(asked, sql`s.status = 'exit-notice' and ${lastNotBy(sql`s.id`, 'propose-exit', me)}`);
    case 'task':
      return tasks(asked);
    case 'notice':
      return byDay(asked, ask, lastNotBy(sql`d.station_id`, 'propose-exit', me));
    default:
      return byDay(asked, ask, sql`1 = 1`);
  }
}

/** The index of what waits leaves the active ones out, which are nearly all: every query here says so. */
function byStatus({ top, only }: WorkAsked, condition: Raw): Pick {
  const from = sql`station s where s.status <> 'active' and ${condition}
    and ${inBranch(sql`s.union_id`, top)} and ${among(sql`s.id`, only)}`;
  return { from, id: sql`s.id`, on: NOTHING, note: NOTHING, order: sql`s.id` };
}

const COLUMNS = {
  rectify: 'rectify_on',
  notice: 'notice_on',
  contract: 'contract_on',
  term: 'ends_on',
  review: 'seen_on',
  hours: 'looked_on',
} as const;
type Dated = { readonly kind: keyof typeof COLUMNS; readonly until: UnionDays };

/** The days stand beside the stations in a narrow table of their own: counting reads no station. */
function byDay({ top, only }: WorkAsked, { kind, until }: Dated, condition: Raw): Pick {
  const day = sql.ref(`d.${COLUMNS[kind]}`);
  const from = sql`due d where ${upTo(day, until)} and ${inBranch(sql`d.union_id`, top)}
    and ${among(sql`d.station_id`, only)} and ${condition}`;
  return { from, id: sql`d.station_id`, on: day, note: NOTHING, order: day };
}

/** The day is not after the one that holds for the station's union; no day is never. */
function upTo(day: Raw, { on, others }: UnionDays): Raw {
  if (others.length === 0) return sql`${day} <= ${on}`;
  const cases = others.map(
    ({ unions, on: other }) => sql`when d.union_id in (${sql.join(unions)}) then ${sql.lit(other)}`,
  );
  return sql`${day} <= case ${sql.join(cases, sql` `)} else ${sql.lit(on)} end`;
}

function revisions({ top, only, me }: WorkAsked, scope: UnionScope): Pick {
  const from = sql`revision r join station s on s.id = r.station_id where r.state = 'waiting' and r.author <> ${me}
    and ${inBranch(sql`s.union_id`, top)} and ${within(scope)} and ${among(sql`s.id`, only)}`;
  return { from, id: sql`s.id`, on: NOTHING, note: sql`r.reason`, order: sql`r.at` };
}

function tasks({ top, only }: WorkAsked): Pick {
  const from = sql`exit_task t join station s on s.id = t.station_id where t.done_at is null and t.void_at is null
    and ${inBranch(sql`s.union_id`, top)} and ${among(sql`s.id`, only)}`;
  return { from, id: sql`s.id`, on: sql`t.due`, note: sql`t.kind`, order: sql`t.due` };
}

/** Four eyes as `tookPart` of shared/station/trail has it: whoever drafted ever, submitted or imported last. */
function approvable(scope: UnionScope, me: string): Raw {
  const [submitted, imported] = [lastNotBy(sql`s.id`, 'submit', me), lastNotBy(sql`s.id`, 'import', me)];
  return sql`${within(scope)} and not (${wrote(me)}) and ${submitted} and ${imported}`;
}

function wrote(me: string): Raw {
  return sql`exists (select 1 from history h where h.subject_id = s.id and h.step = 'draft' and h.actor = ${me})`;
}

function lastNotBy(station: Raw, step: string, me: string): Raw {
  return sql`coalesce((select h.actor from history h where h.subject_id = ${station} and h.step = ${step}
    order by h.seq desc limit 1), '') <> ${me}`;
}

function lastReason(step: string): Raw {
  return sql`(select h.reason from history h where h.subject_id = s.id and h.step = ${step} order by h.seq desc limit 1)`;
}

function within(scope: UnionScope): Raw {
  if ('only' in scope) return scope.only.length === 0 ? sql`1 = 0` : sql`s.union_id in (${sql.join(scope.only)})`;
  return scope.allBut.length === 0 ? sql`1 = 1` : sql`s.union_id not in (${sql.join(scope.allBut)})`;
}

function among(column: Raw, only: readonly StationId[] | null): Raw {
  if (only === null) return sql`1 = 1`;
  return only.length === 0 ? sql`1 = 0` : sql`${column} in (${sql.join(only)})`;
}
