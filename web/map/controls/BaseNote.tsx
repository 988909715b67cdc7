import { useState } from 'react';
import { Live } from '../../ui/parts/Live.tsx';
import { BUILTIN_CHIP, TILES_GONE, tilesLine } from '../../ui/words/map.ts';
import css from '../map.module.css';
import type { Street } from '../use-tiles.ts';
import { BaseDialog } from './BaseDialog.tsx';
import { MapIcon } from './MapIcon.tsx';

/** Says which base is seen and where north is, and changes the base where the operator offers another. */
export function BaseNote({ street }: { street: Street }) {
  const { provider, providers, state } = street;
  const [isOpen, setOpen] = useState(false);
  const isGone = provider !== null && state === 'failing';
  const word = provider === null ? BUILTIN_CHIP : isGone ? TILES_GONE : provider.name;
  const inside = (
    <>
      <MapIcon name="north" />
      {word}
    </>
  );
  return (
    <div className={css.note}>
      {providers.length === 0 ? (
        <p className={css.chip}>{inside}</p>
      ) : (
        <button type="button" className={`${css.chip} ${css.press}`} onClick={() => setOpen(true)}>
          {inside}
          <span className={css.change}>换底图</span>
        </button>
      )}
      {provider !== null && <p className={css.source}>{tilesLine(provider.attribution, provider.reviewNumber)}</p>}
      <Live text={isGone ? TILES_GONE : ''} />
      {isOpen && (
        <BaseDialog
          providers={providers}
          chosen={provider?.id ?? null}
          onChoose={street.choose}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
