import { useLocation } from 'wouter';
import { ToolButton } from './Button.tsx';
import css from './head.module.css';
import { Icon } from './Icon.tsx';

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
