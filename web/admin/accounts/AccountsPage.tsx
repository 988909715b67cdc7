export function AccountsPage() {
  return <h1>…</h1>;
}
