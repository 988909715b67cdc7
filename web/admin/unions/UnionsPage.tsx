export function UnionsPage() {
  return <h1>…</h1>;
}
