import { type InputHTMLAttributes, type KeyboardEvent, useEffect, useId, useState } from 'react';

export type Listbox = {
  readonly listId: string;
  /** The place of the option the arrows stand on; -1 while they stand in the field. */
  readonly active: number;
  readonly optionId: (at: number) => string;
  /** For the field: it keeps the focus while the arrows walk the list. */
  readonly field: Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'role' | 'aria-autocomplete' | 'aria-expanded' | 'aria-controls' | 'aria-activedescendant' | 'onKeyDown'
  >;
};

type Asked = {
  /** What the list answers: the arrows begin again when it changes. */
  readonly typed: string;
  readonly count: number;
  readonly choose: (at: number) => void;
};

/** A field over a list of answers, by the combobox pattern: arrows, Enter, Esc. */
export function useListbox({ typed, count, choose }: Asked): Listbox {
  const listId = useId();
  const [active, walk] = useState(-1);
  const optionId = (at: number) => `${listId}-${at}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another list
  useEffect(() => walk(-1), [typed, count]);
  const go = (to: number) => {
    walk(to);
    document.getElementById(optionId(to))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // The keys belong to the input method while it is choosing characters.
    if (event.nativeEvent.isComposing) return;
    const to = moved(event.key, active, count);
    if (to !== null) {
      event.preventDefault();
      go(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // A single answer needs no arrow; otherwise the phone's keyboard makes room for the list.
      if (active >= 0) choose(active);
      else if (count === 1) choose(0);
      else event.currentTarget.blur();
    } else if (event.key === 'Escape' && active >= 0) {
      event.preventDefault();
      walk(-1);
    }
  };
  return {
    listId,
    active,
    optionId,
    field: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': count > 0,
      'aria-controls': listId,
      'aria-activedescendant': active >= 0 ? optionId(active) : undefined,
      onKeyDown,
    },
  };
}

/** Where an arrow leads: round the list by way of the field. Null for other keys. */
export function moved(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return active + 1 < count ? active + 1 : -1;
  if (key === 'ArrowUp') return active >= 0 ? active - 1 : count - 1;
  return null;
}
