export function PlaquesPage() {
  return <h1>…</h1>;
}
