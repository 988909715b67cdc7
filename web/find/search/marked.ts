/** A name cut where typed characters match it: `['', '德化街', '爱心驿站']`; no match leaves it whole in the first part. */
export function markedParts(name: string, typed: string): readonly [before: string, hit: string, after: string] {
  const text = typed.trim();
  const at = text === '' ? -1 : name.toLowerCase().indexOf(text.toLowerCase());
  if (at < 0) return [name, '', ''];
  return [name.slice(0, at), name.slice(at, at + text.length), name.slice(at + text.length)];
}
