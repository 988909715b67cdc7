/** Keys of all texts the browser keeps for us; none where it refuses to. */
export function storedKeys(open: () => Storage): readonly string[] {
  try {
    const storage = open();
    return Array.from({ length: storage.length }, (_, n) => storage.key(n) ?? '');
  } catch {
    return []; // Cookies are blocked: then nothing was kept either.
  }
}
