import { type ComponentType, lazy } from 'react';
import type { Page } from '../../desk/page.ts';

/** A page with the component that draws it once its part of the app has come. */
export type DrawnPage = { readonly page: Page; readonly Drawn: ComponentType };

export function drawnPages(pages: readonly Page[]): readonly DrawnPage[] {
  return pages.map((page) => ({ page, Drawn: lazy(page.load) }));
}
