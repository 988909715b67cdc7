import type { Look } from './scene.ts';

/** Colours and type of the theme the page wears now. */
export function lookOf(root: HTMLElement): Look {
  const style = getComputedStyle(root);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const isElder = root.dataset.size === 'elder';
  const rootSize = Number.parseFloat(style.fontSize) / 16;
  return {
    land: token('--map-land'),
    other: token('--map-other'),
    sea: token('--map-sea'),
    outline: token('--map-outline'),
    outlineFar: token('--map-outline-far'),
    label: token('--map-label'),
    ring: token('--map-ring'),
    meArea: token('--map-me-area'),
    font: token('--font'),
    // Names twice as large would leave room for few: half of what was asked for beyond the usual size.
    textScale: (Number.isFinite(rootSize) ? (1 + rootSize) / 2 : 1) * (isElder ? 1.25 : 1),
    lineScale: root.dataset.theme === 'sun' ? 1.3 : 1,
  };
}

/** Calls back when theme or text size of the page changes; the answer ends it. */
export function watchLook(root: HTMLElement, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme', 'data-size'] });
  return () => observer.disconnect();
}
