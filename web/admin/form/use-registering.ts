import { useRef, useState } from 'react';
import type { Facts } from '../../../shared/station/command.ts';
import type { Station } from '../../../shared/station/station.ts';
import { parse } from '../../../shared/wire/parse.ts';
import { FactsBody } from '../../../shared/wire/record.ts';
import { stationIdOf } from '../../desk/parts/ids.ts';
import { useCommand } from '../../desk/parts/use-command.ts';
import { factsOf, soundFacts } from './facts.ts';
import type { Form } from './model.ts';
import { type Fault, faultOf, faultOfAnswer } from './parts/fault.tsx';
import { isStale, useClash } from './use-clash.ts';

type Begin = {
  readonly stationId: string;
  /** The record the form began with; null while there is none. */
  readonly base: Station | null;
  readonly show: (fault: Fault | null) => void;
  /** The form stands on `onto` from now on, and shows `station`. */
  readonly put: (station: Station, onto: Station) => void;
};

/** Saves a draft, and submits it: the draft first, then the step, so that nothing typed is lost when the step is refused. */
export function useRegistering(begin: Begin) {
  const { stationId, show } = begin;
  const command = useCommand();
  const [busy, setBusy] = useState<'save' | 'submit' | null>(null);
  const { draft, seen, ...clash } = useDrafting(begin);
  const save = async (form: Form): Promise<boolean> => {
    show(null);
    const facts = factsOf(form);
    if (!facts.ok) show(faultOf(facts.refusal));
    setBusy('save');
    const isDone = facts.ok && (await draft(facts.value));
    setBusy(null);
    return isDone;
  };
  const submit = async (form: Form, duplicateAnswer: string | null): Promise<boolean> => {
    show(null);
    const facts = soundFacts(form);
    if (!facts.ok) {
      show(faultOf(facts.refusal));
      return false;
    }
    setBusy('submit');
    const isDone = (await draft(facts.value)) && (await step(duplicateAnswer));
    setBusy(null);
    return isDone;
  };
  const step = async (duplicateAnswer: string | null): Promise<boolean> => {
    const asked = { station: stationIdOf(stationId), seen: seen() };
    const answer = await command({ ...asked, command: { kind: 'submit', duplicateAnswer } });
    if (!answer.ok) show(faultOfAnswer(answer.refusal));
    return answer.ok;
  };
  return { busy, save, submit, ...clash };
}

/** Writes the draft over the one that was seen; where somebody was faster, a person chooses first. */
function useDrafting({ stationId, base, show, put }: Begin) {
  const command = useCommand();
  const clash = useClash();
  /** After the first save of this visit the rev that it made. */
  const stored = useRef<number | null>(null);
  const seen = () => stored.current ?? base?.rev ?? null;
  const draft = async (facts: Facts): Promise<boolean> => {
    // As the server will read it: what it would refuse is said without asking.
    const body = parse(FactsBody, facts);
    if (!body.ok) {
      show(faultOf(body.refusal));
      return false;
    }
    const station = stationIdOf(stationId);
    const answer = await command({ station, seen: seen(), command: { kind: 'draft', facts: body.value } });
    if (!answer.ok) {
      const isChoice = base !== null && isStale(answer.refusal);
      const why = isChoice ? await clash.begin(base, { ...base, ...facts }) : answer.refusal;
      if (why !== null) show(faultOfAnswer(why));
      return false;
    }
    stored.current = answer.value.receipt.stations[0]?.rev ?? stored.current;
    return true;
  };
  const settle = (units: readonly string[]): void => {
    const settled = clash.settle(units);
    if (settled === null) return;
    stored.current = null;
    put(settled.merged, settled.now);
  };
  return { draft, seen, settle, merge: clash.merge, putOff: clash.putOff };
}
