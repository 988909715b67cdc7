export function SignInPage() {
  return <h1>…</h1>;
}
