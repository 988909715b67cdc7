export function RelocatePage() {
  return <h1>…</h1>;
}
