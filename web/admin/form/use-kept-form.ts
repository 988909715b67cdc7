import { useEffect, useState } from 'react';
import type { Station } from '../../../shared/station/station.ts';
import { notes } from '../../desk/notes.ts';
import { useMe } from '../../desk/signed.tsx';
import { useNow } from '../../desk/use-now.ts';
import { draftShelf, type KeptDraft } from './kept.ts';
import type { Form } from './model.ts';

export type KeptForm = {
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
  /** All of it anew, on top of another record: after a clash, or when half of it was written. */
  readonly put: (form: Form, onto: Station) => void;
  /** What the form began with: only what differs from it was changed here. */
  readonly base: Station | null;
  readonly stationId: string;
  /** When it was last kept on this machine; null while nothing was typed, or the browser keeps nothing. */
  readonly savedAt: number | null;
  /** Left over from last time and not yet chosen about. */
  readonly found: KeptDraft | null;
  restore(): void;
  discard(): void;
  /** It is on the server now. */
  done(): void;
};

type Begin = {
  /** What is stored, or null for a station that is new. */
  readonly station: Station | null;
  /** Of the station, or rolled for the new one. */
  readonly stationId: string;
  /** Where its draft lies; see `draftKey`. */
  readonly place: string;
  readonly first: Form;
};

/**
 * What is typed, kept on this machine at every key, so that neither a reload nor an ended session loses it. A new station goes on with
 * what lies at its place: whoever opened it there has chosen it.
 */
export function useKeptForm({ station, stationId: rolled, place, first }: Begin): KeptForm {
  const now = useNow();
  const { shelf, left } = useShelf(place);
  const begun = station === null ? left : null;
  const stationId = begun?.stationId ?? rolled;
  const [found, setFound] = useState(begun === null ? left : null);
  const [form, setForm] = useState(begun?.form ?? first);
  const [base, setBase] = useState(station);
  const [isTouched, touch] = useState(false);
  const [savedAt, setSavedAt] = useState(begun?.savedAt ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept when something was typed, not when a minute passed
  useEffect(() => {
    if (!isTouched) return;
    setSavedAt(shelf.write({ form, stationId, base, savedAt: now }) ? now : null);
  }, [form, base, isTouched]);
  const change = (part: Partial<Form>) => {
    touch(true);
    setForm((known) => ({ ...known, ...part }));
  };
  const leave = () => {
    shelf.drop();
    setFound(null);
    touch(false);
    setSavedAt(null);
  };
  return {
    form,
    change,
    put: (next, onto) => {
      touch(true);
      setForm(next);
      setBase(onto);
    },
    base,
    stationId,
    savedAt,
    found,
    restore: () => {
      if (found === null) return;
      setForm(found.form);
      setBase(found.base);
      touch(true);
      setFound(null);
    },
    discard: leave,
    done: leave,
  };
}

/** `left`: what lay there when the form was opened. */
function useShelf(place: string) {
  const { id: account } = useMe();
  const [shelf] = useState(() => draftShelf(notes(), account, place));
  const [left] = useState(() => shelf.read());
  return { shelf, left };
}
