import { lazy, Suspense, useState } from 'react';
import { ToolButton } from '../ui/parts/Button.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import css from './find.module.css';

const LookDialog = lazy(() => import('./look/LookDialog.tsx').then(({ LookDialog }) => ({ default: LookDialog })));

export type PlaceWords = { readonly title: string; readonly hint: string };

/** Where the list stands, and the way to say otherwise. */
export function TopBar({ place, onPlace }: { place: PlaceWords; onPlace: () => void }) {
  const [looking, look] = useState(false);
  return (
    <header className={css.top}>
      <Logo />
      <button type="button" className={css.place} onClick={onPlace} aria-haspopup="dialog">
        <b>
          {place.title}
          <Icon name="down" size="s" />
        </b>
        <span>{place.hint}</span>
      </button>
      <ToolButton boxed aria-haspopup="dialog" onClick={() => look(true)}>
        <Icon name="elder" />
        大字
      </ToolButton>
      {looking && (
        <Suspense fallback={null}>
          <LookDialog onClose={() => look(false)} />
        </Suspense>
      )}
    </header>
  );
}

export function Logo() {
  return (
    <span className={css.logo}>
      <Icon name="logo" size="xl" />
    </span>
  );
}
