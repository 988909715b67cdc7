import { addDays, type DateText, type Day, dateText, parseDate } from '../../../shared/kernel/instant.ts';
import type { ExitReason } from '../../../shared/station/command.ts';
import { exitReasonText } from '../../../shared/station/decide-exit.ts';
import type { HOST_TYPES, Station } from '../../../shared/station/station.ts';

/** One step of a station's invented past: what changed, why, and the business day. */
export type PastStep = {
  readonly step: string;
  readonly fields: Partial<Station>;
  readonly reason: string | null;
  readonly effectiveOn: DateText;
};
/** As it was entered, and what happened to it since; at the end it is as it was given. */
export type Past = { readonly opening: Station; readonly openedOn: DateText; readonly steps: readonly PastStep[] };

/** Days from a finding to the end, as they go by. */
const [TO_PROPOSAL, TO_NOTICE, TO_END] = [40, 20, 9];
const REASON_CODES: { readonly [text: string]: ExitReason } = {
  共建单位撤出: 'HOST_LEFT',
  长期未开放: 'NOT_OPEN',
  使用率低: 'LOW_USE',
  并入邻近站点: 'MERGE',
};

/**
 * The past of a synthetic station, so that trial figures have months to compare: opened when it says (or on an invented day), then
 * what led to its status; one in eight of the open ones was changed, repaired or shut for a while. Same station, same past.
 */
export function pastOf(station: Station, today: Day): Past {
  const openedOn = station.openedOn ?? dateText(addDays(today, -60 - (lot(station, 0) % 2400)));
  const past = station.status === 'active' ? pastOfOpen(station, today) : pastOfStatus(station, today);
  const from = parseDate(openedOn) ?? today;
  // Nothing happens to a station before it is there.
  const steps = past.steps.map((step) => ({ ...step, effectiveOn: later(from, parseDate(step.effectiveOn) ?? today) }));
  return { opening: { ...station, ...past.before }, openedOn, steps };
}

type Made = { readonly before: Partial<Station>; readonly steps: readonly PastStep[] };

function pastOfStatus({ status, statusNote }: Station, today: Day): Made {
  const since = statusNote?.since ?? dateText(addDays(today, -12));
  const day = parseDate(since) ?? today;
  const said = statusNote?.reason ?? '长期未开放';
  const coded = exitReasonText(REASON_CODES[said] ?? 'OTHER', said);
  const ago = (days: number) => dateText(addDays(day, -days));
  const rectify = (on: DateText): PastStep => ({
    step: 'rectify',
    fields: { status: 'rectifying', statusNote: { reason: said, since: on, until: null } },
    reason: said,
    effectiveOn: on,
  });
  const propose = (on: DateText): PastStep => ({
    step: 'propose-exit',
    fields: { status: 'exit-proposed', statusNote: { reason: said, since: on, until: null } },
    reason: coded,
    effectiveOn: on,
  });
  const notice = (on: DateText): PastStep => ({
    step: 'open-notice',
    fields: { status: 'exit-notice', statusNote: { reason: said, since: on, until: null } },
    reason: null,
    effectiveOn: on,
  });
  const last = (step: string, reason: string | null): PastStep => ({
    step,
    fields: { status, statusNote },
    reason,
    effectiveOn: since,
  });
  const before = { status: 'active', statusNote: null } as const;
  if (status === 'suspended') return { before, steps: [last('suspend', said)] };
  if (status === 'rectifying') return { before, steps: [last('rectify', said)] };
  if (status === 'exit-proposed') return { before, steps: [rectify(ago(TO_PROPOSAL)), last('propose-exit', coded)] };
  if (status === 'exit-notice')
    return { before, steps: [rectify(ago(TO_PROPOSAL)), propose(ago(TO_NOTICE)), last('open-notice', null)] };
  if (status !== 'retired') return { before: {}, steps: [] };
  const found = TO_PROPOSAL + TO_NOTICE + TO_END;
  const steps = [rectify(ago(found)), propose(ago(TO_NOTICE + TO_END)), notice(ago(TO_END)), last('retire', coded)];
  return { before, steps };
}

function pastOfOpen(station: Station, today: Day): Made {
  const drawn = lot(station, 6) % 1000;
  const on = addDays(today, -5 - (lot(station, 12) % 360));
  if (drawn < 25) return shutForAWhile(on, 5 + (lot(station, 18) % 30));
  if (drawn < 55 && station.tier !== 'basic') {
    return revised({ tier: 'basic' }, { fields: { tier: station.tier }, reason: '评定等级' }, on);
  }
  const { amenities } = station;
  if (drawn < 115 && amenities.water?.state === 'yes') {
    const water = { state: 'broken', note: '待维修', confirmedOn: amenities.water.confirmedOn } as const;
    return revised({ amenities: { ...amenities, water } }, { fields: { amenities }, reason: '饮水设备修好' }, on);
  }
  const host = otherHost(station.hostType);
  if (drawn < 125 && host !== null)
    return revised({ hostType: host }, { fields: { hostType: station.hostType }, reason: '共建单位变更' }, on);
  return { before: {}, steps: [] };
}

function shutForAWhile(on: Day, days: number): Made {
  const until = dateText(addDays(on, days));
  const note = { reason: '门店装修', since: dateText(on), until };
  const shut: PastStep = {
    step: 'suspend',
    fields: { status: 'suspended', statusNote: note },
    reason: note.reason,
    effectiveOn: note.since,
  };
  const open: PastStep = {
    step: 'resume',
    fields: { status: 'active', statusNote: null },
    reason: null,
    effectiveOn: until,
  };
  return { before: {}, steps: [shut, open] };
}

function revised(before: Partial<Station>, change: Pick<PastStep, 'fields' | 'reason'>, on: Day): Made {
  return { before, steps: [{ step: 'revise', ...change, effectiveOn: dateText(on) }] };
}

function otherHost(hostType: Station['hostType']): (typeof HOST_TYPES)[number] | null {
  if (hostType === null) return null;
  return hostType === 'bank' ? 'community' : 'bank';
}

function later(first: Day, second: Day): DateText {
  return dateText(first > second ? first : second);
}

/** 24 bits of the station's own dice: its id. */
function lot({ id }: Station, from: number): number {
  return Number.parseInt(id.slice(from, from + 6), 16);
}
