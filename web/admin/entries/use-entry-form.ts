import { useQueryClient } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { useState } from 'react';
import { dayOf } from '../../../shared/kernel/instant.ts';
import type { EntryKind } from '../../../shared/station/entry.ts';
import { putAtField } from '../../desk/parts/field-errors.ts';
import { useMe } from '../../desk/signed.tsx';
import { useAsk } from '../../desk/use-ask.tsx';
import { useNow } from '../../desk/use-now.ts';
import { newId } from '../../platform/ids.ts';
import { keyValue } from '../../platform/key-value.ts';
import { entryShelf, type KeptEntry } from './kept.ts';
import { askOf, blankTyped, type Typed, typedOf } from './typed.ts';
import type { EntryShown } from './words.ts';

export type Opened = { readonly kind: EntryKind; readonly entry: EntryShown | null; readonly station: string | null };

type EntryForm = {
  readonly form: FormInstance<Typed>;
  readonly first: Typed;
  /** It goes on where somebody stopped before. */
  readonly isRestored: boolean;
  readonly fault: string | null;
  /** Set when somebody else was faster: what stands now. */
  readonly clash: number | null;
  readonly isBusy: boolean;
  changed(): void;
  submit(typed: Typed): Promise<void>;
  startOver(): void;
};

const notes = () => keyValue(() => window.localStorage, window.crypto);

/** One entry being typed: kept on this machine at every key, sent under one command until an answer came. */
export function useEntryForm({ kind, entry, station }: Opened, done: (id: string) => void): EntryForm {
  const ask = useAsk();
  const queries = useQueryClient();
  const { id: account } = useMe();
  const now = useNow();
  const [form] = Form.useForm<Typed>();
  const [shelf] = useState(() => entryShelf(notes(), account, { kind, entry: entry?.id ?? 'new' }));
  const [blank] = useState(() => firstOf({ kind, entry, station }, blankTyped(kind, dayOf(now))));
  const [kept, setKept] = useState<KeptEntry>(() => shelf.read() ?? rolled(blank, entry));
  const [isRestored, setRestored] = useState(() => shelf.read() !== null);
  const [fault, setFault] = useState<string | null>(null);
  const [clash, setClash] = useState<number | null>(null);
  const [isBusy, setBusy] = useState(false);
  const changed = () => {
    const next = { ...kept, typed: form.getFieldsValue(true), command: newId(window.crypto) };
    setKept(next);
    shelf.write(next);
  };
  const submit = async (typed: Typed) => {
    const said = askOf(kind, { id: kept.entry, basedOn: clash ?? entry?.rev ?? null, typed });
    if (said === null) return setFault('日期没填对，改一下再保存。');
    setBusy(true);
    const answer = await ask('entriesKeep', { body: { id: kept.command, entries: [said] } });
    setBusy(false);
    if (!answer.ok) {
      const why = answer.refusal;
      const stale = why.kind === 'refused' && why.problem.data.kind === 'rev-stale' ? why.problem.data.current : null;
      setClash(stale);
      // Refused is an answer: the next try is another command.
      if (why.kind === 'refused') setKept({ ...kept, typed, command: newId(window.crypto) });
      return setFault(putAtField(form, why));
    }
    shelf.drop();
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    done(kept.entry);
  };
  const startOver = () => {
    shelf.drop();
    setRestored(false);
    setFault(null);
    setKept(rolled(blank, entry));
    form.resetFields();
    form.setFieldsValue(blank);
  };
  return { form, first: kept.typed, isRestored, fault, clash, isBusy, changed, submit, startOver };
}

function firstOf({ entry, station }: Opened, blank: Typed): Typed {
  if (entry !== null) return typedOf(entry);
  return station === null ? blank : { ...blank, station };
}

function rolled(typed: Typed, entry: EntryShown | null): KeptEntry {
  return { typed, entry: entry?.id ?? newId(window.crypto), command: newId(window.crypto) };
}
