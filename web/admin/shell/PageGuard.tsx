import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import css from './frame.module.css';

type Props = { path: string; children: ReactNode };
type State = { readonly path: string; readonly failed: Error | null };

/** Keeps the failure of one page on that page: the menu goes on working, and another page is another try. */
export class PageGuard extends Component<Props, State> {
  override state: State = { path: this.props.path, failed: null };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { failed: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  static getDerivedStateFromProps({ path }: Props, state: State): State | null {
    return path === state.path ? null : { path, failed: null };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    return failed === null ? this.props.children : <Failure error={failed} />;
  }
}

function Failure({ error }: { error: Error }) {
  const isMissing = isMissingPart(error);
  return (
    <div className={css.failure}>
      <h1 tabIndex={-1}>这一页没打开</h1>
      <Alert
        type="error"
        showIcon
        title={
          isMissing
            ? '刚换了新版本，或者现在没连上网。刷新一下就好，菜单还能用。'
            : '这一页里有它看不懂的东西。别的页不受影响，菜单还能用。'
        }
        {...(!isMissing && { description: `给修的人看：${error.message.slice(0, 120)}` })}
        action={<Button onClick={() => window.location.reload()}>刷新</Button>}
      />
    </div>
  );
}

/** As Chromium, Safari and Firefox word it when a part of the app cannot be had. */
function isMissingPart({ message }: Error): boolean {
  return /dynamically imported module|importing a module script|preload CSS/i.test(message);
}
