import css from './search.module.css';

/** What makes a link one of the list's options. */
export type OptionProps = { readonly id: string; readonly isActive: boolean; readonly onLeave: () => void };

type Dress = {
  readonly role: 'option';
  readonly id: string;
  readonly className: string;
  readonly 'aria-selected': boolean;
  readonly onClick: () => void;
};

export function optionDress({ id, isActive, onLeave }: OptionProps, look: string | undefined): Dress {
  const className = `${look ?? ''} ${isActive ? css.active : ''}`;
  return { role: 'option', id, className, 'aria-selected': isActive, onClick: onLeave };
}
