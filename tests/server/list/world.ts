import * as v from 'valibot';
import type { Station } from '../../../shared/station/station.ts';
import { ListPageView } from '../../../shared/wire/list-view.ts';
import type { TestServer } from '../../fixtures/make/server.ts';
import type { Clerk } from '../../fixtures/make/signed.ts';

export type ListPage = v.InferOutput<typeof ListPageView>;

export function queryText(query: { readonly [name: string]: string | undefined }): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, value);
  return `?${asked}`;
}

/** A page as the route promises it. */
export async function pageFor(clerk: Clerk, query: { readonly [name: string]: string | undefined }): Promise<ListPage> {
  const response = await clerk.get(`/api/v1/list/stations${queryText(query)}`);
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  return v.parse(ListPageView, await response.json());
}

/** Every row that passes, page by page from the first to the last. */
export async function allFor(clerk: Clerk, query: { readonly [name: string]: string }): Promise<ListPage['items']> {
  const items: ListPage['items'] = [];
  for (let after: string | null = null; ; ) {
    const page: ListPage = await pageFor(clerk, { size: '100', ...query, ...(after === null ? {} : { after }) });
    items.push(...page.items);
    if (page.next === null) return items;
    after = page.next;
  }
}

export async function allStations(server: TestServer): Promise<readonly Station[]> {
  const all: Station[] = [];
  await server.store.eachStation((page) => {
    all.push(...page);
  });
  return all;
}
