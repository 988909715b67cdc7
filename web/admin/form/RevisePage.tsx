export function RevisePage() {
  return <h1>…</h1>;
}
