import type { ReactNode } from 'react';
import css from './card.module.css';
import { Icon, type IconName } from './Icon.tsx';
import { useIsLate } from './StripsArea.tsx';

export function Card({ padded = false, children }: { padded?: boolean; children: ReactNode }) {
  return <section className={`${css.card} ${padded ? css.padded : ''}`}>{children}</section>;
}

/** One line about the copy or the app: amber = old or hurry, violet = in doubt, ink = the app itself. */
export function Strip({ tone, icon, children, action }: StripProps) {
  const late = useIsLate() ? css.late : '';
  return (
    <div className={`${css.strip} ${css[tone]} ${late}`}>
      <Icon name={icon} />
      <span>{children}</span>
      {action}
    </div>
  );
}
type StripProps = { tone: 'notice' | 'info' | 'inked'; icon: IconName; children: ReactNode; action?: ReactNode };

/** A quiet line without a colour: being offline is normal. */
export function QuietLine({ icon, children }: { icon: IconName; children: ReactNode }) {
  const late = useIsLate() ? css.late : '';
  return (
    <div className={`${css.quiet} ${late}`}>
      <Icon name={icon} size="s" />
      {children}
    </div>
  );
}

export function Tag({ solid = false, children }: { solid?: boolean; children: ReactNode }) {
  return <span className={`${css.tag} ${solid ? css.solid : ''}`}>{children}</span>;
}

/** The separator between facts, in a Latin font: the Chinese one is a full square wide. */
export function Dot() {
  return (
    <span className={css.dot} aria-hidden="true">
      ·
    </span>
  );
}
