export function RegisterPage() {
  return <h1>…</h1>;
}
