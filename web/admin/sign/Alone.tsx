import type { ReactNode } from 'react';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import css from './sign.module.css';

/** A page outside of the workspace's frame: who we are, and one card. */
export function Alone({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={css.alone}>
      <div className={css.card}>
        <p className={css.brand}>
          <span className={css.logo}>
            <Icon name="logo" size="l" />
          </span>
          歇脚·工会工作台
        </p>
        <PageHead title={title} />
        {children}
      </div>
    </main>
  );
}
