import { type ReactNode, useId } from 'react';
import { Must } from '../../../desk/parts/Must.tsx';
import { useFaultAt } from './fault.tsx';
import css from './field.module.css';

/** What a control has to carry so that its label, hint and fault are read with it. */
export type Wiring = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
  readonly 'aria-required': boolean;
};

type Props = {
  /** Where the value stands in the record: `lodging.endsOn`. */
  path: string;
  label: string;
  required?: boolean;
  hint?: ReactNode;
  children: (wiring: Wiring) => ReactNode;
};

/** One control with its name above, what helps below, and what is wrong in its place. */
export function Field({ path, label, required = false, hint, children }: Props) {
  const id = useId();
  const fault = useFaultAt(path);
  return (
    <div className={css.field} data-field={path}>
      <label className={css.label} htmlFor={id}>
        {label}
        {required && <Must />}
      </label>
      {children({ id, 'aria-invalid': fault !== null, 'aria-describedby': `${id}-hint`, 'aria-required': required })}
      <Below id={`${id}-hint`} fault={fault} hint={hint} />
    </div>
  );
}

/** The same for several controls that are one answer. */
export function FieldGroup({
  path,
  label,
  required = false,
  hint,
  children,
}: Omit<Props, 'children'> & { children: ReactNode }) {
  const id = useId();
  const fault = useFaultAt(path);
  return (
    <fieldset className={css.field} data-field={path} aria-describedby={`${id}-hint`}>
      <legend className={css.label}>
        {label}
        {required && <Must />}
      </legend>
      {children}
      <Below id={`${id}-hint`} fault={fault} hint={hint} />
    </fieldset>
  );
}

export function Below({ id, fault, hint }: { id: string; fault: string | null; hint?: ReactNode }) {
  return (
    <p id={id} className={fault === null ? css.hint : css.fault} role={fault === null ? undefined : 'alert'}>
      {fault ?? hint}
    </p>
  );
}
