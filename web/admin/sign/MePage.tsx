export function MePage() {
  return <h1>…</h1>;
}
