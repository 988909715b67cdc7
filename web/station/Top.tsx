import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PublicStation } from '../../shared/station/station.ts';
import { ToolButton } from '../ui/parts/Button.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { ReadAloud } from '../ui/parts/ReadAloud.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import css from './station.module.css';

type Props = { spoken: string | null; shared: PublicStation | null };

/** Back, 读给我听, 分享. Back goes to the list when the page was opened from outside. */
export function Top({ spoken, shared }: Props) {
  const [, go] = useLocation();
  const [sharing, share] = useState(false);
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
      {shared !== null && (
        <ToolButton onClick={() => share(true)} aria-haspopup="dialog">
          <Icon name="share" />
          分享
        </ToolButton>
      )}
      {sharing && shared !== null && <ShareDialog station={shared} onClose={() => share(false)} />}
    </header>
  );
}
