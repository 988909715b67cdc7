export function SettingsPage() {
  return <h1>…</h1>;
}
