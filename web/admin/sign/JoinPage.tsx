export function JoinPage() {
  return <h1>…</h1>;
}
