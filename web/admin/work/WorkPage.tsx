export function WorkPage() {
  return <h1>…</h1>;
}
