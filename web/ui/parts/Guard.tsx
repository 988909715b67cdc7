import { Component, type ReactNode } from 'react';
import { Broken } from './Broken.tsx';

type Props = { path: string; children: ReactNode };
type State = { readonly path: string; readonly failed: Error | null };

/** Keeps the failure of one page on that page: another address is another try. */
export class Guard extends Component<Props, State> {
  override state: State = { path: this.props.path, failed: null };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { failed: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  static getDerivedStateFromProps({ path }: Props, state: State): State | null {
    return path === state.path ? null : { path, failed: null };
  }

  override render(): ReactNode {
    const { failed, path } = this.state;
    if (failed === null) return this.props.children;
    return <Broken isMissing={isMissingPart(failed)} detail={failed.message.slice(0, 120)} listFails={path === '/'} />;
  }
}

/** As Chromium, Safari and Firefox word it when a chunk cannot be had. */
function isMissingPart({ message }: Error): boolean {
  return /dynamically imported module|importing a module script|preload CSS/i.test(message);
}
