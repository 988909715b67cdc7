import type { Changed } from './change.ts';
import {
  ACTIVITY_KIND_WORDS,
  ENTRY_KIND_WORDS,
  entryFieldName,
  FUND_KIND_WORDS,
  FUND_LEVEL_WORDS,
  GIFT_WAY_WORDS,
  HONOUR_RESULT_WORDS,
  INSPECTION_KIND_WORDS,
  LISTING_STATE_WORDS,
  MAP_PROVIDER_WORDS,
  VISIT_CHANNEL_WORDS,
} from './entry.ts';
import { HONOUR_WORDS } from './station.ts';
import { dateText, isRecord, UNWRITTEN, valueText } from './value.ts';

type Loose = { readonly [field: string]: unknown };
type Words = { readonly [code: string]: string };

/** Codes of the fields of each kind; fields that are not here are numbers, days and words. */
const CODED: { readonly [kind: string]: { readonly [field: string]: Words } } = {
  inspection: { kind: INSPECTION_KIND_WORDS },
  visits: { channel: VISIT_CHANNEL_WORDS },
  funding: { level: FUND_LEVEL_WORDS, kind: FUND_KIND_WORDS },
  activity: { kind: ACTIVITY_KIND_WORDS },
  listing: { provider: MAP_PROVIDER_WORDS, state: LISTING_STATE_WORDS },
  honour: { level: HONOUR_WORDS, result: HONOUR_RESULT_WORDS },
  gift: { way: GIFT_WAY_WORDS },
};
const ABOUT: readonly string[] = ['day', 'note'];
const KINDS: Words = ENTRY_KIND_WORDS;

/** What a row of history about an entry changed, a line for each thing; of the first row all of it. */
export function entryChanges(before: Loose | null, after: Loose): readonly Changed[] {
  if (after.isWithdrawn === true) return [line('state', '状态', [before === null ? null : '记着', '撤回'])];
  const kind = typeof after.kind === 'string' ? after.kind : '';
  const what = before === null ? [line('what', '记的是', [null, KINDS[kind] ?? kind])] : [];
  const [was, is] = [partsOf(kind, before), partsOf(kind, after)];
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  const lines = fields.map((field) => line(field, entryFieldName(field), [was.get(field), is.get(field)]));
  return [...what, ...lines.filter((one) => one.before !== one.after)];
}

/** Its own fields and those of its body, people by occupation among them, each as people read it. */
function partsOf(kind: string, entry: Loose | null): ReadonlyMap<string, string> {
  const body = entry !== null && isRecord(entry.body) ? entry.body : {};
  const people = isRecord(body.people) ? body.people : {};
  const all = [
    ...ABOUT.map((field) => [field, entry?.[field]] as const),
    ...Object.entries(body).filter(([field]) => field !== 'people'),
    ...Object.entries(people),
  ];
  return new Map(all.flatMap(([field, value]) => (value == null ? [] : [[field, textOf(kind, field, value)]])));
}

function textOf(kind: string, field: string, value: unknown): string {
  if (field === 'findings' && Array.isArray(value)) {
    const items = value.flatMap((one) => (isRecord(one) ? [String(one.item)] : []));
    return items.length === 0 ? '没有' : items.join('、');
  }
  return CODED[kind]?.[field]?.[String(value)] ?? dateText(valueText(field, value));
}

function line(
  field: string,
  name: string,
  [was, is]: readonly [string | null | undefined, string | undefined],
): Changed {
  return { field, name, before: was ?? UNWRITTEN, after: is ?? UNWRITTEN, note: null };
}
