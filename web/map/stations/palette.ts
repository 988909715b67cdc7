import type { Look } from '../../ui/station/judge.ts';

/** What a canvas needs of the theme, read from the tokens; CSS pixels. */
export type Palette = {
  readonly font: string;
  /** The person's text size against the usual one, within what a map can bear. */
  readonly scale: number;
  readonly card: string;
  readonly ink: string;
  readonly edge: string;
  readonly isSun: boolean;
  readonly mark: { readonly [look in Look]: { readonly disc: string; readonly shape: string } };
  readonly open: { readonly fill: string; readonly text: string };
  readonly shut: { readonly fill: string; readonly text: string };
  readonly doubt: { readonly fill: string; readonly text: string };
};

const LARGEST = 1.5;

export function readPalette(root: HTMLElement): Palette {
  const style = getComputedStyle(root);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const card = token('card');
  const pale = (look: Look) => ({ disc: card, shape: token(`${look}-fg`) });
  const isElder = root.dataset.size === 'elder';
  const rem = Number.parseFloat(style.fontSize) / 16;
  return {
    font: token('font'),
    scale: Math.min(LARGEST, Math.max(1, rem * (isElder ? 1.25 : 1))),
    card,
    ink: token('ink'),
    edge: token('edge'),
    isSun: root.dataset.theme === 'sun',
    mark: {
      open: pale('open'),
      closing: { disc: token('closing-solid'), shape: token('closing-on') },
      closed: pale('closed'),
      unknown: pale('unknown'),
      suspended: pale('suspended'),
    },
    open: { fill: token('open-solid'), text: token('open-on') },
    shut: { fill: token('closed-solid'), text: token('closed-on') },
    doubt: { fill: token('unknown-bg'), text: token('unknown-fg') },
  };
}

/** Calls back when theme or text size change; returns how to stop. */
export function watchTheme(root: HTMLElement, changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(root, { attributes: true, attributeFilter: ['data-theme', 'data-size', 'style'] });
  return () => watcher.disconnect();
}
