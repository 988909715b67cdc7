import type { FormInstance } from 'antd';
import { putAtField } from '../../desk/parts/field-errors.ts';
import type { Unanswered } from '../../platform/ask.ts';

const ABOUT_CODE: readonly string[] = ['code-wrong', 'code-used', 'set-up-code-wrong'];

/** What is wrong with a code stands at its field; anything else comes back as a sentence for above the form. */
export function atCode<Values>(form: FormInstance<Values>, why: Unanswered): string | null {
  if (why.kind !== 'refused' || !ABOUT_CODE.includes(why.problem.kind)) return putAtField(form, why);
  return putAtField(form, { ...why, problem: { ...why.problem, field: 'code' } });
}
