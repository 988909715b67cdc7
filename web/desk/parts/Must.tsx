import type { ReactNode } from 'react';
import css from './must.module.css';

/** How every form says that something cannot be left out. */
export function Must() {
  return <span className={css.must}>必填</span>;
}

/** The same for the forms that draw their own labels. */
export function withMust(label: ReactNode, { required }: { required: boolean }): ReactNode {
  return (
    <>
      {label}
      {required && <Must />}
    </>
  );
}
