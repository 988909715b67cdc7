import { Fragment } from 'react';
import { Link, useLocation } from 'wouter';
import type { Page } from '../../desk/page.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import css from './menu.module.css';
import { countOf, currentOf, menuOf } from './menu.ts';

/** The pages of whoever is signed in. `isNarrow`: icons alone are seen, and their words are heard. */
export function MenuList({ pages, isNarrow }: { pages: readonly Page[]; isNarrow: boolean }) {
  const me = useMe();
  const [path] = useLocation();
  const { data } = useAnswer('work');
  const groups = menuOf(pages, me);
  const current = currentOf(groups.flat(), path);
  return groups.map((group, i) => (
    <Fragment key={group[0]?.menu.group}>
      {i > 0 && <hr className={css.line} />}
      <ul className={css.list}>
        {group.map((page) => (
          <li key={page.path}>
            <Link
              href={page.path}
              className={css.item ?? ''}
              {...(page === current && { 'aria-current': 'page' as const })}
              {...(isNarrow && { title: page.menu.title })}
            >
              <DeskIcon name={page.menu.icon} />
              <span className={isNarrow ? css.heard : css.word}>{page.menu.title}</span>
              <Count of={countOf(page.path, data?.piles ?? [])} />
            </Link>
          </li>
        ))}
      </ul>
    </Fragment>
  ));
}

const COUNT_MOST = 999;

function Count({ of }: { of: number }) {
  if (of === 0) return null;
  return (
    <span className={css.count}>
      {of > COUNT_MOST ? `${COUNT_MOST}+` : of}
      <span className={css.heard}> 件</span>
    </span>
  );
}
