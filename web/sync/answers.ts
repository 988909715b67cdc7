import { isText, oneOf, orNull, shapeOf } from '../../shared/feed/guard.ts';
import { type Instant, parseIso } from '../../shared/kernel/instant.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { type Lookup, parseLookup } from '../../shared/report/lookup.ts';
import { ANSWERED, REPORT_KINDS, REPORT_STATES } from '../../shared/report/report.ts';
import { parseCode } from '../../shared/station/code.ts';
import type { Outbox, OutboxItem, Told } from '../local/outbox.ts';
import type { Fault, Http } from '../platform/http.ts';

export type AnswersWorld = { readonly outbox: Outbox; readonly http: Http; readonly now: () => Instant };

/** Asked in one go, the newest first: whoever reports a lot does not make the server wait on the old ones. */
const AT_ONCE = 20;

const isAnswer = shapeOf({
  lookup: isText,
  kind: oneOf(REPORT_KINDS),
  station: orNull(shapeOf({ code: isText, name: isText })),
  at: isText,
  state: oneOf(REPORT_STATES),
  answer: orNull(isText),
  answeredAt: orNull(isText),
});

/** Asks what became of every report that has no last word yet. The answer is the fault that ended it, if one did. */
export async function askAll({ outbox, http, now }: AnswersWorld): Promise<Fault | null> {
  const open = (await outbox.all()).filter(({ told }) => told === null || !ANSWERED.includes(told.state));
  for (const { id, stage } of [...open].reverse().slice(0, AT_ONCE)) {
    if (stage.kind !== 'sent') continue;
    const heard = await ask(http, stage.lookup, now());
    if (!heard.ok) {
      // A code the server does not know (a register brought back from a backup) is no reason to stop asking.
      if (heard.refusal.kind === 'server' && heard.refusal.status === 404) continue;
      return heard.refusal;
    }
    const { told } = heard.value;
    await outbox.change(id, (item) => (isSame(item.told, told) ? item : { ...item, told }));
  }
  return null;
}

/** A report of another phone, by its code, as an item of this one. */
export async function askFor(http: Http, lookup: Lookup, now: Instant): Promise<Result<OutboxItem, Fault>> {
  const heard = await ask(http, lookup, now);
  if (!heard.ok) return heard;
  const { kind, title, station, at, told } = heard.value;
  const stage = { kind: 'sent', lookup, at } as const;
  return ok({ id: lookup, madeAt: at, kind, title, station, text: null, body: null, stage, told });
}

type Heard = Pick<OutboxItem, 'kind' | 'title' | 'station'> & { readonly at: Instant; readonly told: Told };

async function ask(http: Http, lookup: Lookup, now: Instant): Promise<Result<Heard, Fault>> {
  const answer = await http.json(`/api/v1/reports/${lookup}`);
  if (!answer.ok) return answer;
  const said = heardIn(answer.value, lookup, now);
  return said === null ? { ok: false, refusal: { kind: 'captive' } } : ok(said);
}

function heardIn(value: unknown, lookup: Lookup, now: Instant): Heard | null {
  if (!isAnswer(value)) return null;
  const [same, at] = [parseLookup(value.lookup), parseIso(value.at)];
  if (!same.ok || same.value !== lookup || at === null) return null;
  const code = parseCode(value.station?.code ?? '');
  const answeredAt = value.answeredAt === null ? null : parseIso(value.answeredAt);
  const told: Told = { state: value.state, answer: value.answer, answeredAt, at: now };
  const title = value.station?.name ?? '';
  return { kind: value.kind, title, station: code.ok ? code.value : null, at, told };
}

function isSame(before: Told | null, now: Told): boolean {
  return before !== null && before.state === now.state && before.answer === now.answer;
}
