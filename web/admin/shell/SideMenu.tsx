import { useState } from 'react';
import type { Page } from '../../desk/page.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { MenuList } from './MenuList.tsx';
import css from './menu.module.css';

/** The menu at the side of wide screens; folded, it leaves the icons. */
export function SideMenu({ pages }: { pages: readonly Page[] }) {
  const [isNarrow, setNarrow] = useState(false);
  const fold = isNarrow ? '展开菜单' : '收起菜单';
  return (
    <nav className={`${css.side} ${isNarrow ? css.narrow : ''}`} aria-label="工作台">
      <MenuList pages={pages} isNarrow={isNarrow} />
      <button
        type="button"
        className={css.fold}
        aria-expanded={!isNarrow}
        title={fold}
        onClick={() => setNarrow(!isNarrow)}
      >
        <DeskIcon name={isNarrow ? 'next' : 'back'} />
        <span className={isNarrow ? css.heard : css.word}>{fold}</span>
      </button>
    </nav>
  );
}
