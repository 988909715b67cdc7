export function AuditPage() {
  return <h1>…</h1>;
}
