import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import css from './about.module.css';
import { Part } from './Part.tsx';

const Licences = lazy(() => import('./Licences.tsx').then(({ Licences }) => ({ default: Licences })));

/** Which build this is, for whoever must mend it, and whose work it stands on. */
export function Software() {
  const [open, toggle] = useState(false);
  return (
    <Part title="软件">
      <p>
        版本 <span className={css.build}>{buildOf(document)}</span>
      </p>
      <div className={css.act}>
        <Button wide aria-expanded={open} onClick={() => toggle(!open)}>
          用到的开源软件
          <Icon name={open ? 'minus' : 'down'} size="s" />
        </Button>
      </div>
      {open && (
        <Suspense fallback={<p>正在打开</p>}>
          <Licences />
        </Suspense>
      )}
    </Part>
  );
}

/** The name of the app's first script is made from its bytes: two builds that differ have two names. */
function buildOf(page: Document): string {
  const names = [...page.querySelectorAll<HTMLScriptElement>('script[type=module][src]')].map(({ src }) => src);
  return names.map((src) => /-([\w-]{6,})\.js$/.exec(src)?.[1]).find((hash) => hash !== undefined) ?? '开发中';
}
