import type { FormInstance } from 'antd';
import type { Unanswered } from '../../platform/ask.ts';
import { unansweredText } from './unanswered.ts';

type Path = readonly (string | number)[];

/** `stops.0.name` as forms write it: `['stops', 0, 'name']`. */
export function pathOfField(field: string): (string | number)[] {
  return field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/**
 * Puts what a refusal says at the field it names, and brings that field into view. Answers the sentence when the form has no
 * such field (or nobody answered): then it belongs above the form. What was typed stays either way.
 */
export function putAtField<Values>(form: FormInstance<Values>, why: Unanswered): string | null {
  const text = unansweredText(why);
  const field = why.kind === 'refused' ? why.problem.field : undefined;
  const known = form.getFieldsError().map(({ name }): Path => name);
  const path = field === undefined ? null : nearestOf(known, pathOfField(field));
  if (path === null) return text;
  const at = path as Parameters<typeof form.scrollToField>[0];
  form.setFields([{ name: at as never, errors: [text] }]);
  form.scrollToField(at, { block: 'center', focus: true });
  return null;
}

/** The field itself, else the nearest one around it: `hours` for `hours.seasons.0.from`. */
function nearestOf(known: readonly Path[], asked: Path): Path | null {
  for (let length = asked.length; length > 0; length--) {
    const found = known.find(
      (path) => path.length === length && path.every((part, i) => String(part) === String(asked[i])),
    );
    if (found !== undefined) return found;
  }
  return null;
}
