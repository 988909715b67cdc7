import { ok, type Result, refuse } from '../kernel/result.ts';
import {
  type AccountFunction,
  type From,
  isAtLeast,
  type Level,
  LIFECYCLE,
  mayStep,
  type Role,
  type Step,
  type StepLevel,
} from '../station/lifecycle.ts';
import type { Settings } from '../station/settings.ts';
import type { StationId, UnionId } from '../station/station.ts';
import type { Actor } from './actor.ts';
import type { UnionTree } from './tree.ts';

/** What is acted on: a station, or for the first step of one (`status: 'none'`) the union it will belong to. */
export type Subject = { readonly id: StationId | null; readonly union: UnionId; readonly status: From };
/** `settings` are those of the subject's union. */
export type Rules = { readonly tree: UnionTree; readonly settings: Settings };

/** Functions that reach only the stations the account is named for. */
const OWN_STATIONS: readonly Role[] = ['keeper', 'inspector'];

/**
 * Whether an account may take a step on a station: its function, its branch, its level, and the life cycle. The
 * same answer disables a button and refuses a request. What the step itself needs (other person, notice over,
 * reasons) is `decide`'s answer. Refuses `not-permitted`, which is told as "not found" so that nobody learns of
 * another branch, and then `step-not-allowed`.
 */
export function may(actor: Actor, step: Step, on: Subject & Rules): Result<true> {
  const rule = LIFECYCLE[step];
  const permitted = actor.functions.some(
    (role) => rule.by.includes(role) && reaches(actor, role, on) && isHighEnough(actor, floorOf(role, rule.level), on),
  );
  if (!permitted) return refuse({ kind: 'not-permitted', step });
  return mayStep(on.status, step) ? ok(true) : refuse({ kind: 'step-not-allowed', step, status: on.status });
}

/** What accounts do beside the steps of the life cycle. */
export const TASKS = [
  'read-station',
  'read-contact',
  'read-history',
  'answer-reports',
  'print-plaque',
  'read-figures',
  'keep-demand',
  'submit-figures',
  'sign-figures',
  'settle-doubts',
  'export',
  'fill-inspection',
  'keep-logbook',
  'keep-entries',
  'manage-accounts',
  'change-settings',
  'make-backup',
  'manage-partners',
] as const;
export type Task = (typeof TASKS)[number];

/** Personal data (`read-contact`) stays with those who answer for the station; every reading of it is logged. */
const TASK_FUNCTIONS: { readonly [T in Task]: readonly AccountFunction[] } = {
  'read-station': ['officer', 'approver', 'keeper', 'inspector', 'analyst'],
  'read-contact': ['officer', 'approver', 'keeper'],
  'read-history': ['officer', 'approver', 'auditor'],
  'answer-reports': ['officer', 'approver'],
  'print-plaque': ['officer', 'approver'],
  'read-figures': ['officer', 'approver', 'analyst'],
  'keep-demand': ['officer', 'analyst'],
  'submit-figures': ['officer', 'analyst'],
  'sign-figures': ['approver'],
  'settle-doubts': ['officer', 'approver'],
  export: ['officer', 'approver', 'analyst'],
  'fill-inspection': ['inspector'],
  'keep-logbook': ['keeper'],
  'keep-entries': ['officer'],
  'manage-accounts': ['security-admin'],
  'change-settings': ['system-admin'],
  'make-backup': ['system-admin'],
  'manage-partners': ['system-admin'],
};

/** Whether an account may do a task for a union, or for one station of it. Refuses `not-permitted`. */
export function mayDo(
  actor: Actor,
  task: Task,
  on: { readonly id: StationId | null; readonly union: UnionId; readonly tree: UnionTree },
): Result<true> {
  const permitted = actor.functions.some((role) => hasTask(role, task) && reaches(actor, role, on));
  return permitted ? ok(true) : refuse({ kind: 'not-permitted', step: task });
}

function hasTask(role: Role, task: Task): boolean {
  return role !== 'system' && TASK_FUNCTIONS[task].includes(role);
}

/** Own union and below; for a keeper and an inspector only the stations they are named for. */
function reaches(
  actor: Actor,
  role: Role,
  on: { readonly id: StationId | null; readonly union: UnionId; readonly tree: UnionTree },
): boolean {
  if (!on.tree.isWithin(on.union, actor.union)) return false;
  return !OWN_STATIONS.includes(role) || (on.id !== null && actor.stations.includes(on.id));
}

/** An approver is one at the approving level only, also for steps that others take from lower down. */
function floorOf(role: Role, level: StepLevel): StepLevel {
  return role === 'approver' && level === 'town' ? 'approving' : level;
}

function isHighEnough(actor: Actor, floor: StepLevel, { tree, settings }: Rules): boolean {
  const level = tree.levelOf(actor.union);
  if (level === null) return false;
  const lowest: Level = floor === 'approving' ? (settings['county-approves'] ? 'county' : 'city') : floor;
  return isAtLeast(level, lowest);
}
