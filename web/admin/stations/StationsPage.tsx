export function StationsPage() {
  return <h1>…</h1>;
}
