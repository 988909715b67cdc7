import { createContext, type RefObject, useCallback, useContext, useRef, useState } from 'react';
import type { Refusal } from '../../../../shared/kernel/refusal.ts';
import { sentence } from '../../../../shared/words/sentence.ts';
import { unansweredText } from '../../../desk/parts/unanswered.ts';
import type { Unanswered } from '../../../platform/ask.ts';

/** What is wrong and at which field of the form; `field` null: it belongs to the whole. */
export type Fault = { readonly field: string | null; readonly text: string };

export const FaultContext = createContext<Fault | null>(null);

/** The sentence that stands at a field, or null. */
export function useFaultAt(path: string): string | null {
  const fault = useContext(FaultContext);
  return fault?.field === path ? fault.text : null;
}

export function faultOf(refusal: Refusal): Fault {
  return { field: 'field' in refusal ? refusal.field : null, text: hoursFaultText(refusal) };
}

/** A time that is none stands at its own field: numbering it by weekday and span would only confuse. */
export function hoursFaultText(refusal: Refusal): string {
  const isTime = 'field' in refusal && /pans\.\d+\.(from|to)$/.test(refusal.field);
  return isTime ? '有一段时间的写法不对，像这样写：8:30。' : sentence(refusal);
}

export function faultOfAnswer(why: Unanswered): Fault {
  const path = why.kind === 'refused' ? why.problem.field : undefined;
  // The server names fields of the command; the form names those of the station.
  const field = path?.replace(/^command\.(facts|patch)\./, '').replace(/^command\./, '') ?? null;
  return { field, text: unansweredText(why) };
}

type Faults = {
  readonly fault: Fault | null;
  readonly root: RefObject<HTMLDivElement | null>;
  /** Puts it at the nearest field there is and takes the keyboard there. */
  show(fault: Fault | null): void;
};

export function useFaults(): Faults {
  const root = useRef<HTMLDivElement>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const show = useCallback((next: Fault | null) => {
    const place = next?.field == null ? null : placeOf(root.current, next.field);
    setFault(next === null ? null : { field: place?.dataset.field ?? null, text: next.text });
    if (place === null) return;
    const control = place.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, button, [tabindex]');
    place.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }, []);
  return { fault, root, show };
}

/** The field itself, else the nearest one around it. */
function placeOf(root: HTMLElement | null, field: string): HTMLElement | null {
  let found: HTMLElement | null = null;
  for (const place of root?.querySelectorAll<HTMLElement>('[data-field]') ?? []) {
    const path = place.dataset.field ?? '';
    const isAround = field === path || field.startsWith(`${path}.`);
    if (isAround && path.length > (found?.dataset.field?.length ?? -1)) found = place;
  }
  return found;
}
