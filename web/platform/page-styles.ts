/** The number that lets this page write styles into itself; empty where none is asked for. */
export function styleNonce(page: Document): string {
  return page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/**
 * Every style element this page makes carries its number. Ant Design gives it to most of them; those that lock the page's
 * scrolling or measure its bars are made without, and would be refused.
 */
export function allowOwnStyles(page: Document): void {
  const nonce = styleNonce(page);
  const make = page.createElement.bind(page);
  page.createElement = (tag: string, options?: ElementCreationOptions) => {
    const made = make(tag, options);
    if (tag === 'style' && nonce !== '') made.nonce = nonce;
    return made;
  };
}
