import { Button } from 'antd';
import { Link } from 'wouter';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import css from './frame.module.css';
import { hasStations } from './menu.ts';
import { StationSearch } from './StationSearch.tsx';
import { WhoLinks } from './WhoLinks.tsx';

/** Whose workspace it is, the search over its stations, and who is signed in. */
export function Header({ openMenu }: { openMenu: () => void }) {
  const { union, functions } = useMe();
  const { data: config } = useAnswer('config');
  return (
    <header className={css.header}>
      <Button className={css.open ?? ''} type="text" aria-label="打开菜单" onClick={openMenu}>
        <DeskIcon name="menu" size="s" />
      </Button>
      <Link href="/" className={css.brand ?? ''}>
        <span className={css.logo}>
          <Icon name="logo" size="l" />
        </span>
        歇脚<span className={css.brandRest}>·工会工作台</span>
      </Link>
      {config?.synthetic && <DemoTag />}
      <div className={css.wide}>
        {hasStations(functions) && <StationSearch />}
        <span className={css.union}>{union.name}</span>
        <WhoLinks />
      </div>
    </header>
  );
}
