import type { CommandBody } from '../../../shared/wire/command-body.ts';
import { factsOf } from '../../shared/station/sample.ts';
import { FROM_CITY, IN_BRANCH, type Row, type Target, type Verdicts } from './row.ts';

type Body = (target: Target) => unknown;
const plain =
  (command: CommandBody): Body =>
  () =>
    command;

function step(
  what: string,
  status: NonNullable<Row['status']>,
  { ask, may, neverDone }: { ask: Body; may: Verdicts; neverDone?: string },
): Row {
  return {
    route: 'command',
    what,
    status,
    asks: 'one',
    may,
    ...(neverDone !== undefined && { neverDone }),
    ask: (target) => ({
      path: '/api/v1/commands',
      body: { id: target.command, station: target.station.id, seen: target.station.rev, command: ask(target) },
    }),
  };
}

const reason = '依据说明';
const OFFICER: Verdicts = { officer: IN_BRANCH };
const APPROVER: Verdicts = { approver: FROM_CITY };

/** DOMAIN §5, line by line: who by function, and from which level. */
export const STEP_ROWS: readonly Row[] = [
  step('draft', 'draft', { ask: ({ station }) => ({ kind: 'draft', facts: factsOf(station) }), may: OFFICER }),
  step('submit', 'draft', { ask: plain({ kind: 'submit', duplicateAnswer: '不是同一个' }), may: OFFICER }),
  step('withdraw', 'submitted', { ask: plain({ kind: 'withdraw' }), may: OFFICER }),
  step('accept-flagged', 'submitted', { ask: plain({ kind: 'accept-flagged', reason }), may: OFFICER }),
  step('return', 'submitted', { ask: plain({ kind: 'return', reason }), may: APPROVER }),
  step('approve', 'submitted', { ask: plain({ kind: 'approve' }), may: APPROVER }),
  step('accept', 'approved', { ask: plain({ kind: 'accept', checklist: [] }), may: APPROVER }),
  step('abandon', 'approved', { ask: plain({ kind: 'abandon', reason }), may: APPROVER }),
  step('revise', 'active', {
    ask: ({ station }) => ({ kind: 'revise', patch: { toiletMetres: 90 }, basedOn: station.rev, reason: null }),
    may: { officer: IN_BRANCH, approver: FROM_CITY, keeper: IN_BRANCH },
  }),
  step('confirm', 'active', {
    ask: plain({ kind: 'confirm', verified: 'desk' }),
    may: { officer: IN_BRANCH, keeper: IN_BRANCH },
  }),
  step('relocate', 'active', {
    ask: ({ station, command }) => ({
      kind: 'relocate',
      newStation: command,
      point: { lng: station.point.lng + 0.0002, lat: station.point.lat },
      region: '410102',
      town: null,
      address: '搬去的地方 1 号',
      entrance: null,
      reason,
    }),
    may: OFFICER,
  }),
  step('suspend', 'active', { ask: plain({ kind: 'suspend', reason, until: null }), may: OFFICER }),
  step('resume', 'suspended', { ask: plain({ kind: 'resume' }), may: OFFICER }),
  step('rectify', 'active', { ask: plain({ kind: 'rectify', reason, deadline: null }), may: OFFICER }),
  step('pass-recheck', 'rectifying', { ask: plain({ kind: 'pass-recheck', evidence: '看过了' }), may: OFFICER }),
  step('propose-exit', 'active', {
    ask: plain({ kind: 'propose-exit', reasonCode: 'LOW_USE', reason, evidence: '台账' }),
    may: OFFICER,
  }),
  step('reject-exit', 'exit-proposed', { ask: plain({ kind: 'reject-exit', reason }), may: APPROVER }),
  step('open-notice', 'exit-proposed', { ask: plain({ kind: 'open-notice' }), may: APPROVER }),
  step('withdraw-notice', 'exit-notice', { ask: plain({ kind: 'withdraw-notice', reason }), may: APPROVER }),
  step('record-objection', 'exit-notice', { ask: plain({ kind: 'record-objection', reason }), may: OFFICER }),
  step('uphold-objection', 'exit-notice', {
    ask: plain({ kind: 'uphold-objection', restoresTo: 'active', reason, deadline: null }),
    may: APPROVER,
    neverDone: 'there is no objection to answer',
  }),
  step('dismiss-objection', 'exit-notice', {
    ask: plain({ kind: 'dismiss-objection', reason }),
    may: APPROVER,
    neverDone: 'there is no objection to answer',
  }),
  step('retire', 'exit-notice', {
    ask: plain({ kind: 'retire' }),
    may: APPROVER,
    neverDone: 'the notice is not over',
  }),
  step('merge', 'active', { ask: ({ other }) => ({ kind: 'merge', successor: other.code, reason }), may: APPROVER }),
  step('reinstate', 'retired', { ask: plain({ kind: 'reinstate', reason, document: '总工发 3 号' }), may: APPROVER }),
  step('end-term', 'active', { ask: plain({ kind: 'end-term' }), may: OFFICER, neverDone: 'it has no term' }),
];
