export function StationDesk() {
  return <h1>…</h1>;
}
