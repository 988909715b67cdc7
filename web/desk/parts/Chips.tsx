import { useId } from 'react';
import css from './chips.module.css';

type Option<V extends string> = { readonly value: V; readonly word: string };
type OneProps<V extends string> = {
  /** What is chosen, for whoever hears the page. */
  label: string;
  options: readonly Option<V>[];
  value: V | null;
  onChange: (value: V) => void;
  describedBy?: string;
};

/** One of a few, as words side by side; arrow keys go between them. */
export function OneOf<V extends string>({ label, options, value, onChange, describedBy }: OneProps<V>) {
  const name = useId();
  return (
    <div className={css.chips} role="radiogroup" aria-label={label} aria-describedby={describedBy}>
      {options.map((option) => (
        <label key={option.value} className={css.chip}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.word}</span>
        </label>
      ))}
    </div>
  );
}

type SomeProps<V extends string> = {
  label: string;
  options: readonly Option<V>[];
  values: readonly V[];
  onChange: (values: readonly V[]) => void;
};

/** Any number of a few; the answer keeps the order of the options. */
export function SomeOf<V extends string>({ label, options, values, onChange }: SomeProps<V>) {
  const toggle = (value: V) =>
    onChange(options.flatMap((one) => (values.includes(one.value) !== (one.value === value) ? [one.value] : [])));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand above what the field's own label says
    <div className={css.chips} role="group" aria-label={label}>
      {options.map(({ value, word }) => (
        <label key={value} className={css.chip}>
          <input type="checkbox" checked={values.includes(value)} onChange={() => toggle(value)} />
          <span>{word}</span>
        </label>
      ))}
    </div>
  );
}

/** The codes of a list with their words, for either. */
export function optionsOf<V extends string>(codes: readonly V[], words: { readonly [C in V]: string }) {
  return codes.map((value) => ({ value, word: words[value] }));
}
