import { REPORT_KIND_WORDS } from './report.ts';
import {
  ACCESS_WORDS,
  AMENITY_STATE_WORDS,
  AMENITY_WORDS,
  BUILD_WORDS,
  DATUM_WORDS,
  ENTRANT_WORDS,
  EXIT_REASON_WORDS,
  HONOUR_WORDS,
  HOST_TYPE_WORDS,
  KIND_WORDS,
  OPERATION_WORDS,
  ORIGIN_WORDS,
  POINT_METHOD_WORDS,
  STATUS_WORDS,
  TIER_WORDS,
  VERIFIED_WORDS,
} from './station.ts';
import { FUNCTION_WORDS, STEP_WORDS, TASK_WORDS } from './step.ts';

type Words = ReadonlyMap<string, string>;

function listed(words: { readonly [code: string]: string }): Words {
  return new Map(Object.entries(words));
}

/** The list a field takes its codes from; the same code may mean different things in two lists. */
const WORDS_OF_FIELD: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    amenities: listed(AMENITY_WORDS),
    state: listed(AMENITY_STATE_WORDS),
    kind: listed({ ...KIND_WORDS, ...REPORT_KIND_WORDS }),
    amenity: listed(AMENITY_WORDS),
    status: listed(STATUS_WORDS),
    restoresTo: listed(STATUS_WORDS),
    modes: listed(ACCESS_WORDS),
    whoMayEnter: listed(ENTRANT_WORDS),
    hostType: listed(HOST_TYPE_WORDS),
    build: listed(BUILD_WORDS),
    operation: listed(OPERATION_WORDS),
    tier: listed(TIER_WORDS),
    origin: listed(ORIGIN_WORDS),
    verified: listed(VERIFIED_WORDS),
    pointMethod: listed(POINT_METHOD_WORDS),
    level: listed(HONOUR_WORDS),
    reasonCode: listed(EXIT_REASON_WORDS),
    datum: listed(DATUM_WORDS),
    crs: listed(DATUM_WORDS),
    functions: listed(FUNCTION_WORDS),
    step: listed(STEP_WORDS),
  }),
);

const STEPS = listed({ ...TASK_WORDS, ...STEP_WORDS });
const STATUSES = listed({ ...STATUS_WORDS, none: '还没登记' });
const FUNCTIONS = listed(FUNCTION_WORDS);

const SHOWN = 8;

/** What a field may hold, in words where the field's list has them: 驿站、司机之家、… */
export function choiceText(field: string, allowed: readonly string[]): string {
  const words = allowed.map((code) => wordOf(field, code));
  if (words.length <= SHOWN) return words.join('、');
  return `${words.slice(0, SHOWN).join('、')}等 ${words.length} 种`;
}

/** The word for a code in a field's list; the code itself when the field has no list. */
function wordOf(field: string, code: string): string {
  for (const part of field.split('.').reverse()) {
    const word = WORDS_OF_FIELD.get(part)?.get(code);
    if (word !== undefined) return word;
  }
  return code;
}

/** The word for a step of the life cycle or a task beside it; 这一步 for one without a word. */
export function stepWord(step: string): string {
  return STEPS.get(step) ?? '这一步';
}

export function statusWord(status: string): string {
  return STATUSES.get(status) ?? '现在的状态';
}

export function functionWord(name: string): string {
  return FUNCTIONS.get(name) ?? '这个职责';
}
