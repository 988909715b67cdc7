import { useLocation } from 'wouter';
import { ToolButton } from '../ui/parts/Button.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { ReadAloud } from '../ui/parts/ReadAloud.tsx';
import { usePorts } from '../ui/use-ports.tsx';
import css from './station.module.css';

type Props = { spoken: string | null; shared: { title: string; url: string } | null };

/** Back, 读给我听, 分享. Back goes to the list when the page was opened from outside. */
export function Top({ spoken, shared }: Props) {
  const { device } = usePorts();
  const [, go] = useLocation();
  const { share } = device;
  const back = () => {
    if (window.history.length > 1) window.history.back();
    else go('/');
  };
  return (
    <header className={css.top}>
      <ToolButton aria-label="返回" onClick={back}>
        <Icon name="back" />
      </ToolButton>
      <span className={css.space} />
      {spoken !== null && <ReadAloud text={spoken} as="tool" />}
      {share !== null && shared !== null && (
        <ToolButton onClick={() => share(shared)}>
          <Icon name="share" />
          分享
        </ToolButton>
      )}
    </header>
  );
}
