import { Drawer } from 'antd';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { Page } from '../../desk/page.ts';
import { useMe } from '../../desk/signed.tsx';
import { MenuList } from './MenuList.tsx';
import css from './menu.module.css';
import { StationSearch } from './StationSearch.tsx';
import { WhoLinks } from './WhoLinks.tsx';

type Props = { pages: readonly Page[]; isOpen: boolean; close: () => void };

/** The menu of phones: comes over the page, and goes with the next page. */
export function PhoneMenu({ pages, isOpen, close }: Props) {
  const [path] = useLocation();
  const { union } = useMe();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes it
  useEffect(close, [path]);
  return (
    <Drawer open={isOpen} onClose={close} placement="left" size={280} title={union.name}>
      <StationSearch went={close} />
      <nav className={css.drawer} aria-label="工作台">
        <MenuList pages={pages} isNarrow={false} />
      </nav>
      <hr className={css.line} />
      <WhoLinks />
    </Drawer>
  );
}
