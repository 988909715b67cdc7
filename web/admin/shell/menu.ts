import { ROOT_UNION } from '../../../shared/actor/actor.ts';
import type { AccountFunction } from '../../../shared/station/lifecycle.ts';
import { WORK_KINDS, type WorkKind } from '../../../shared/station/work.ts';
import type { Page } from '../../desk/page.ts';

/** Piles that a menu entry counts: hours that grow old are many and never done, so nobody is pressed by their number. */
const COUNTED: { readonly [path: string]: readonly WorkKind[] } = {
  '/': WORK_KINDS.filter((kind) => kind !== 'hours'),
  '/reports': ['report'],
};

/** How many things wait behind a menu entry. */
export function countOf(path: string, piles: readonly { readonly kind: WorkKind; readonly count: number }[]): number {
  const kinds = COUNTED[path] ?? [];
  return piles.reduce((sum, { kind, count }) => sum + (kinds.includes(kind) ? count : 0), 0);
}

export type MenuPage = Page & { readonly menu: NonNullable<Page['menu']> };
const GROUPS = ['work', 'stations', 'figures', 'rules'] as const;

/** Whether a page is for somebody with these functions. */
export function maySee({ by }: Page, functions: readonly AccountFunction[]): boolean {
  return by.length === 0 || functions.some((name) => by.includes(name));
}

type Whose = { readonly functions: readonly AccountFunction[]; readonly union: { readonly id: string } };

/** What stands in somebody's menu, group by group; groups with nothing in them are left out. */
export function menuOf(pages: readonly Page[], { functions, union }: Whose): readonly MenuPage[][] {
  const isRoot = union.id === ROOT_UNION;
  const isTheirs = (page: MenuPage) => maySee(page, functions) && (isRoot || page.menu.isOfRoot !== true);
  const shown = pages.filter(hasMenu).filter(isTheirs);
  return GROUPS.map((group) => shown.filter(({ menu }) => menu.group === group)).filter((group) => group.length > 0);
}

/** The menu page that a place belongs to: its own path, else the longest above it; `/stations/12` stands under 站点. */
export function currentOf(pages: readonly MenuPage[], path: string): MenuPage | null {
  const above = pages.filter((page) => page.path === path || (page.path !== '/' && path.startsWith(`${page.path}/`)));
  return above.reduce<MenuPage | null>(
    (best, page) => (best === null || page.path.length > best.path.length ? page : best),
    null,
  );
}

function hasMenu(page: Page): page is MenuPage {
  return page.menu !== null;
}

const ADMINISTRATORS: readonly AccountFunction[] = ['auditor', 'security-admin', 'system-admin'];

/** Whether somebody works with stations: administrators see none. */
export function hasStations(functions: readonly AccountFunction[]): boolean {
  return functions.some((name) => !ADMINISTRATORS.includes(name));
}
