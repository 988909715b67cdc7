import {
  ACCESS_MODES,
  type Access,
  BUILDS,
  HOST_TYPES,
  OPERATIONS,
  type Station,
} from '../../../shared/station/station.ts';
import { ACCESS_WORDS, BUILD_WORDS, HOST_TYPE_WORDS, OPERATION_WORDS } from '../../../shared/words/station.ts';
import type { MoreField } from './columns.ts';
import type { Note } from './flag.ts';

/** What the columns of our own template say beyond other ledgers. */
export type More = Pick<Station, 'hostType' | 'uscc' | 'build' | 'operation' | 'toiletMetres'> & {
  readonly modes: Access['modes'];
  readonly needsApp: boolean | null;
  readonly free: boolean | null;
  readonly feeNote: string | null;
  readonly unread: readonly Note[];
};

export const MORE_FIELDS: readonly MoreField[] = [
  'hostType',
  'uscc',
  'build',
  'operation',
  'modes',
  'needsApp',
  'free',
  'feeNote',
  'toiletMetres',
];

export const YES_NO = { yes: '是', no: '否' } as const;

/** `get` answers with the cleaned cell of a field, or null. What cannot be read stays unknown and is said. */
export function moreOf(get: (field: MoreField) => string | null): More {
  const unread: Note[] = [];
  const tell = (field: MoreField, text: string) => unread.push({ kind: 'word-unread', field, text });
  const one = <C extends string>(field: MoreField, codes: readonly C[], words: { readonly [K in C]: string }) => {
    const text = get(field);
    if (text === null) return null;
    const code = codes.find((each) => words[each] === text) ?? null;
    if (code === null) tell(field, text);
    return code;
  };
  return {
    hostType: one('hostType', HOST_TYPES, HOST_TYPE_WORDS),
    uscc: get('uscc')?.toUpperCase() ?? null,
    build: one('build', BUILDS, BUILD_WORDS),
    operation: one('operation', OPERATIONS, OPERATION_WORDS),
    toiletMetres: metresOf(get('toiletMetres'), tell),
    modes: modesOf(get('modes'), tell),
    needsApp: yesNo('needsApp', get('needsApp'), tell),
    free: yesNo('free', get('free'), tell),
    feeNote: get('feeNote'),
    unread,
  };
}

type Tell = (field: MoreField, text: string) => void;

function modesOf(text: string | null, tell: Tell): Access['modes'] {
  const modes: Access['modes'][number][] = [];
  for (const word of (text ?? '').split(/[、,，;；/]/)) {
    if (word.trim() === '') continue;
    const mode = ACCESS_MODES.find((each) => ACCESS_WORDS[each] === word.trim());
    if (mode === undefined) tell('modes', word.trim());
    else if (!modes.includes(mode)) modes.push(mode);
  }
  return modes;
}

function yesNo(field: MoreField, text: string | null, tell: Tell): boolean | null {
  if (text === null) return null;
  if (/^(是|要|有|免费|y|yes|1|√)$/i.test(text)) return true;
  if (/^(否|不|不要|收费|n|no|0|×)$/i.test(text)) return false;
  tell(field, text);
  return null;
}

/** 站内 is no way at all. */
function metresOf(text: string | null, tell: Tell): number | null {
  if (text === null) return null;
  if (/^(站内|室内|里面)$/.test(text)) return 0;
  const match = /^(\d+(?:\.\d+)?)\s*(?:米|m)?$/i.exec(text);
  if (!match) tell('toiletMetres', text);
  return match ? Number(match[1]) : null;
}
