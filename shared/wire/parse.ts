import * as v from 'valibot';
import type { Refusal } from '../kernel/refusal.ts';
import { ok, type Result, refuse } from '../kernel/result.ts';

type Issue = v.BaseIssue<unknown>;

/** Parse what came through a door; the first fault comes back as a refusal that names the field by its path. */
export function parse<S extends v.GenericSchema>(schema: S, input: unknown): Result<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, input, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  return refuse(refusalOf(parsed.issues[0]));
}

/** What a form states is named as `decide` names it, wherever in a command it stands. */
const WITHIN_COMMAND = /^command\.((facts|patch)\.)?/;

function refusalOf(issue: Issue): Refusal {
  const field = (v.getDotPath(issue) ?? '').replace(WITHIN_COMMAND, '');
  if (issue.received === 'undefined') return { kind: 'field-required', field };
  const requirement = 'requirement' in issue ? issue.requirement : undefined;
  switch (issue.type) {
    case 'min_value':
      return { kind: 'field-range', field, min: Number(requirement), max: Number.POSITIVE_INFINITY };
    case 'max_value':
      return { kind: 'field-range', field, min: Number.NEGATIVE_INFINITY, max: Number(requirement) };
    case 'min_length':
      return { kind: 'field-required', field };
    case 'max_length':
      if (Array.isArray(issue.input)) return { kind: 'field-range', field, min: 0, max: Number(requirement) };
      return { kind: 'field-length', field, max: Number(requirement) };
    case 'picklist':
    case 'variant':
      return { kind: 'field-choice', field, allowed: issue.expected?.replace(/[()"\s]/g, '').split('|') ?? [] };
    case 'regex':
    case 'check':
      return { kind: 'field-format', field, example: issue.message };
    default:
      return { kind: 'field-type', field, expected: issue.expected ?? issue.type };
  }
}
