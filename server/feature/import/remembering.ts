/** How many texts are kept: a ledger repeats few, and a hostile one must not fill the memory. */
const KEPT = 8_192;

/** `read` asked once for each text, as long as there are few of them; equal texts get the very same answer. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const answer = read(text);
    if (known.size >= KEPT) known.clear();
    known.set(text, answer);
    return answer;
  };
}
