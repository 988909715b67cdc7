/** `25 KB`, `1.2 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `1,286`, `18.6 万`. */
export function countText(count: number): string {
  if (count >= 100_000) return `${Math.round(count / 1000) / 10} 万`;
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
