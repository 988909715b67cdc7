import { useLocation } from 'wouter';
import { ToolButton } from '../ui/parts/Button.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import css from './report.module.css';

/** Back to where the person came from; `home` when the page was opened from outside. */
export function Head({ title, home }: { title: string; home: string }) {
  const [, go] = useLocation();
  const back = () => {
    if (window.history.length > 1) window.history.back();
    else go(home);
  };
  return (
    <header className={css.top}>
      <ToolButton aria-label="返回" onClick={back}>
        <Icon name="back" />
      </ToolButton>
      <h1>{title}</h1>
    </header>
  );
}
