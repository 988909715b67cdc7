export function LedgersPage() {
  return <h1>…</h1>;
}
