import type { Settings } from './settings.ts';

/** What a station must show at acceptance, item by item in words. */
export type Standard = { readonly id: string; readonly name: string; readonly items: readonly string[] };

/** The id under which a union uses its own list, `acceptance-items`. */
export const OWN_STANDARD = 'own';
export const NO_STANDARD = 'none';

/**
 * The lists unions choose from. Provinces word them differently and change them by year, so a wording once accepted by is
 * never edited: another wording is another version under another id, and `own` is whatever the union writes itself.
 */
export const STANDARDS: readonly Standard[] = [
  {
    id: 'six-1',
    name: '六有标准（第 1 版）',
    items: ['有统一标识', '有固定场所', '有服务设施', '有管理制度', '有专人管理', '有经费保障'],
  },
  {
    id: 'eight-1',
    name: '八有标准（第 1 版）',
    items: [
      '有统一标识',
      '有固定场所',
      '有服务设施',
      '有管理制度',
      '有专人管理',
      '有经费保障',
      '有公示的开放时间和服务内容',
      '有服务记录',
    ],
  },
];

/** What `acceptance-standard` may be. */
export const STANDARD_IDS: readonly string[] = [NO_STANDARD, ...STANDARDS.map(({ id }) => id), OWN_STANDARD];

/** The standard that holds under these settings; null where none was chosen, or an own one without a single item. */
export function standardOf(settings: Pick<Settings, 'acceptance-standard' | 'acceptance-items'>): Standard | null {
  const chosen = settings['acceptance-standard'];
  if (chosen !== OWN_STANDARD) return STANDARDS.find(({ id }) => id === chosen) ?? null;
  const items = ownItems(settings['acceptance-items']);
  return items.length === 0 ? null : { id: OWN_STANDARD, name: '本地标准', items };
}

/** One item a line; empty lines and repeated items are left out. */
export function ownItems(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
