import { useState } from 'react';
import type { Patch } from '../../../shared/station/command.ts';
import type { Station } from '../../../shared/station/station.ts';
import { parse } from '../../../shared/wire/parse.ts';
import { PatchBody } from '../../../shared/wire/record.ts';
import { useCommand } from '../../desk/parts/use-command.ts';
import { patchOf, soundFacts } from './facts.ts';
import type { Form } from './model.ts';
import { type Fault, faultOf, faultOfAnswer } from './parts/fault.tsx';
import { type Clash, isStale, useClash } from './use-clash.ts';
import { isEmpty, type WeighBy, weigh } from './weigh.ts';

type Begin = {
  /** The record the form began with. */
  readonly base: Station;
  readonly settings: WeighBy;
  readonly show: (fault: Fault | null) => void;
  /** The form stands on `onto` from now on, and shows `station`. */
  readonly put: (station: Station, onto: Station) => void;
};

/** Writes what differs from the record the form began with; where somebody was faster, a person chooses first. */
export function useRevising(begin: Begin) {
  const { base, show, put } = begin;
  const clash = useClash();
  const write = useWriting(begin, clash);
  const [isBusy, setBusy] = useState(false);
  const busily = async (act: () => Promise<boolean>): Promise<boolean> => {
    show(null);
    setBusy(true);
    const isDone = await act();
    setBusy(false);
    return isDone;
  };
  return {
    isBusy,
    merge: clash.merge,
    putOff: clash.putOff,
    save: (form: Form, reason: string | null) => {
      const facts = soundFacts(form);
      if (facts.ok) return busily(() => write(base, { ...base, ...facts.value }, reason));
      show(faultOf(facts.refusal));
      return Promise.resolve(false);
    },
    settle: (units: readonly string[], reason: string | null) => {
      const settled = clash.settle(units);
      if (settled === null) return Promise.resolve(false);
      put(settled.merged, settled.now);
      return busily(() => write(settled.now, settled.merged, reason));
    },
  };
}

/** What takes effect at once goes first: what waits for an approver is then judged on top of it. */
function useWriting({ settings, show, put }: Begin, clash: Clash) {
  const send = useSending(show, clash);
  return async (from: Station, mine: Station, reason: string | null): Promise<boolean> => {
    const { now, later, metres, isTooFar } = weigh(patchOf(mine, from), from, settings);
    if (isTooFar || (isEmpty(now) && isEmpty(later))) {
      show(isTooFar ? tooFar(metres, settings) : { field: null, text: '还没改什么。' });
      return false;
    }
    let onto = from;
    for (const half of [now, later]) {
      if (isEmpty(half)) continue;
      const rev = await send(onto, half, { mine, reason });
      if (rev === null) return false;
      onto = { ...onto, ...(half === now ? half : {}), rev };
      put(mine, onto);
    }
    return true;
  };
}

type Why = { readonly mine: Station; readonly reason: string | null };

/** One half of a revision. The answer: the rev it stands at, or null when it was not written. */
function useSending(show: Begin['show'], clash: Clash) {
  const command = useCommand();
  return async (from: Station, patch: Patch, { mine, reason }: Why): Promise<number | null> => {
    const body = parse(PatchBody, patch);
    if (!body.ok) {
      show(faultOf(body.refusal));
      return null;
    }
    const revise = { kind: 'revise', patch: body.value, basedOn: from.rev, reason } as const;
    const answer = await command({ station: from.id, seen: from.rev, command: revise });
    if (answer.ok) return answer.value.receipt.stations[0]?.rev ?? from.rev;
    const why = isStale(answer.refusal) ? await clash.begin(from, mine) : answer.refusal;
    if (why !== null) show(faultOfAnswer(why));
    return null;
  };
}

function tooFar(metres: number, { relocateMetres }: WeighBy): Fault {
  return { field: 'point', text: `坐标移了 ${Math.round(metres)} 米，超过 ${relocateMetres} 米要办迁址，不在这里改。` };
}
