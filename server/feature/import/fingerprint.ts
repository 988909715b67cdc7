/**
 * 53 bits of a text, to tell whether two rows say the same without keeping either: two FNV-like sums side by side.
 * No seal: whoever wants two texts with one fingerprint can make them.
 */
export function fingerprint(text: string): number {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
    other ^= other >>> 15;
  }
  return (one >>> 0) * 0x200000 + (other >>> 11);
}
