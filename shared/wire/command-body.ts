import * as v from 'valibot';
import { parseCode, type StationCode } from '../station/code.ts';
import { EXIT_REASONS } from '../station/command.ts';
import { isRegionCode, type RegionCode } from '../station/region.ts';
import { date, line, lineOrNull, point, stationId, text, whole } from './plain.ts';
import { FactsBody, PatchBody } from './record.ts';

/** Longest reason, evidence or answer in characters, as `decide` has it. */
const SAID_MOST = 500;
const said = text(SAID_MOST);
const rev = whole(0, 1e9);

const region = v.pipe(
  v.string(),
  v.check(isRegionCode, '410102'),
  v.transform((code) => code as RegionCode),
);
/** As typed from a plaque: spaces and full-width digits are taken. */
const code = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((typed) => parseCode(typed).ok, '410102 1 000037 91'),
  v.transform((typed) => {
    const parsed = parseCode(typed);
    return (parsed.ok ? parsed.value : typed) as StationCode;
  }),
);

/** Every step a person may ask for, with what it needs: `CommandOf` without the id, and without the station, which stands beside. */
export const CommandBody = v.variant('kind', [
  v.object({ kind: v.literal('draft'), facts: FactsBody }),
  v.object({ kind: v.literal('submit'), duplicateAnswer: v.nullable(said) }),
  v.object({ kind: v.literal('withdraw') }),
  v.object({ kind: v.literal('accept-flagged'), reason: said }),
  v.object({ kind: v.literal('return'), reason: said }),
  v.object({ kind: v.literal('approve') }),
  v.object({
    kind: v.literal('accept'),
    checklist: v.pipe(v.array(v.object({ item: line(100), met: v.boolean() })), v.maxLength(60)),
  }),
  v.object({ kind: v.literal('abandon'), reason: said }),
  v.object({ kind: v.literal('revise'), patch: PatchBody, basedOn: rev, reason: v.nullable(said) }),
  v.object({ kind: v.literal('confirm'), verified: v.picklist(['desk', 'on-site', 'worker-confirmed']) }),
  v.object({
    kind: v.literal('relocate'),
    newStation: stationId,
    point,
    region,
    town: lineOrNull(60),
    address: text(200),
    entrance: lineOrNull(200),
    reason: said,
  }),
  v.object({ kind: v.literal('suspend'), reason: said, until: v.nullable(date) }),
  v.object({ kind: v.literal('resume') }),
  v.object({ kind: v.literal('rectify'), reason: said, deadline: v.nullable(date) }),
  v.object({ kind: v.literal('pass-recheck'), evidence: said }),
  v.object({
    kind: v.literal('propose-exit'),
    reasonCode: v.picklist(EXIT_REASONS),
    reason: said,
    evidence: said,
  }),
  v.object({ kind: v.literal('reject-exit'), reason: said }),
  v.object({ kind: v.literal('open-notice') }),
  v.object({ kind: v.literal('withdraw-notice'), reason: said }),
  v.object({ kind: v.literal('record-objection'), reason: said }),
  v.object({
    kind: v.literal('uphold-objection'),
    restoresTo: v.picklist(['rectifying', 'active']),
    reason: said,
    deadline: v.nullable(date),
  }),
  v.object({ kind: v.literal('dismiss-objection'), reason: said }),
  v.object({ kind: v.literal('retire') }),
  v.object({ kind: v.literal('merge'), successor: code, reason: said }),
  v.object({ kind: v.literal('reinstate'), reason: said, document: said }),
  v.object({ kind: v.literal('end-term') }),
]);
export type CommandBody = v.InferOutput<typeof CommandBody>;

/**
 * One step on one station, asked under one random id. `station`: of a new draft the id its maker rolled. `seen`: the rev the
 * screen showed; when the record has moved on since, nothing is done and `rev-stale` says so. Null or left out compares
 * nothing, except on a draft written over an earlier one, which must name it.
 */
export const CommandAsk = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, '0123456789abcdef0123456789abcdef')),
  station: stationId,
  seen: v.optional(v.nullable(rev), null),
  command: CommandBody,
});
export type CommandAsk = v.InferOutput<typeof CommandAsk>;
