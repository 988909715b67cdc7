import type { Station } from '../../../shared/station/station.ts';
import { isRecord } from '../../../shared/words/value.ts';
import type { KeyValue } from '../../platform/key-value.ts';
import { blankForm, type Form } from './model.ts';

/** What somebody typed and has not sent yet, with what it was based on. It stays on this machine. */
export type KeptDraft = {
  readonly form: Form;
  /** Rolled when the form was begun: sent again, it is the same station. */
  readonly stationId: string;
  /** The record the editor began with, whole, for when somebody else is faster; null for a station that is new. */
  readonly base: Station | null;
  /** Milliseconds. */
  readonly savedAt: number;
};

export type DraftShelf = {
  read(): KeptDraft | null;
  /** False when the browser did not keep it. */
  write(draft: KeptDraft): boolean;
  drop(): void;
};

/** Raised when a form changes so that older drafts would no longer fit. */
const VERSION = 1;

/**
 * Where a draft lies: a station's id, or `new` and the id rolled for one that is being registered, so that two tabs each write their
 * own. `new` alone is where the only one lay before.
 */
export function draftKey(account: string, place: string): string {
  return `desk-draft ${account} ${place}`;
}

/** Of a station that is new. */
export function newPlace(stationId: string): string {
  return `${NEW} ${stationId}`;
}

const NEW = 'new';

/** One draft for each account and place. */
export function draftShelf(notes: KeyValue, account: string, place: string): DraftShelf {
  const key = draftKey(account, place);
  return {
    read: () => draftIn(notes.get(key)),
    write: (draft) => notes.put(key, JSON.stringify({ version: VERSION, ...draft })),
    drop: () => notes.remove(key),
  };
}

export type LeftDraft = { readonly place: string; readonly draft: KeptDraft };

/** Drafts of new stations among the texts under these keys, the latest first. */
export function leftDrafts(notes: KeyValue, account: string, keys: readonly string[]): readonly LeftDraft[] {
  const [only, each] = [draftKey(account, NEW), draftKey(account, newPlace(''))];
  return keys
    .filter((key) => key === only || key.startsWith(each))
    .flatMap((key): readonly LeftDraft[] => {
      const draft = draftIn(notes.get(key));
      return draft === null ? [] : [{ place: key.slice(draftKey(account, '').length), draft }];
    })
    .sort((a, b) => b.draft.savedAt - a.draft.savedAt);
}

function draftIn(text: string | null): KeptDraft | null {
  const value = jsonOf(text);
  if (!isRecord(value) || value.version !== VERSION || !isForm(value.form)) return null;
  const { form, stationId, base, savedAt } = value;
  if (typeof stationId !== 'string' || typeof savedAt !== 'number' || !isBase(base)) return null;
  return { form, stationId, base, savedAt };
}

function jsonOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // Cut off by a full disk: as good as none.
  }
}

/** Of our own making, as the form is. */
function isBase(value: unknown): value is Station | null {
  return value === null || (isRecord(value) && typeof value.rev === 'number' && typeof value.id === 'string');
}

const BLANK = Object.entries(blankForm('' as Form['union'], null));

/** Written by this very program under this version; a form that lacks a part is from another one. */
function isForm(value: unknown): value is Form {
  return isRecord(value) && BLANK.every(([key, blank]) => key in value && isAlike(value[key], blank));
}

function isAlike(value: unknown, blank: unknown): boolean {
  if (blank === null) return true;
  return typeof value === typeof blank && Array.isArray(value) === Array.isArray(blank);
}
