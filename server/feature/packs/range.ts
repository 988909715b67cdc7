/** `to` is not part of it. */
export type ByteRange = { readonly from: number; readonly to: number };

/**
 * What a `Range` header (RFC 9110 §14) asks of a body of so many bytes: one part, `beyond` when it begins after the
 * end, or null when it is none that we serve (several parts, other units) and the whole goes out.
 */
export function rangeOf(header: string, length: number): ByteRange | 'beyond' | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  if (asked === null) return null;
  const [first, last] = [asked[1] ?? '', asked[2] ?? ''];
  if (first === '') {
    if (last === '') return null;
    const size = Math.min(Number(last), length);
    return size === 0 ? 'beyond' : { from: length - size, to: length };
  }
  const from = Number(first);
  if (from >= length) return 'beyond';
  const to = last === '' ? length : Math.min(Number(last) + 1, length);
  return to <= from ? null : { from, to };
}
