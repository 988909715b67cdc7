import { Icon, type IconName } from '../parts/Icon.tsx';
import { type StateWords, stateWords, type Telling } from '../words/state.ts';
import { type Look, lookOf, type Verdict } from './judge.ts';
import css from './station.module.css';

const SHAPE: { readonly [look in Look]: IconName } = {
  open: 'st-open',
  closing: 'st-closing',
  closed: 'st-closed',
  unknown: 'st-unknown',
  suspended: 'st-suspended',
};

/** The top edge of a station: its state in shape, word and colour. */
export function Lintel({ verdict, telling }: { verdict: Verdict; telling: Telling }) {
  return <LintelBar look={lookOf(verdict)} words={stateWords(verdict, telling)} />;
}

export function LintelBar({ look, words }: { look: Look; words: StateWords }) {
  return (
    <p className={`${css.lintel} ${css[look]}`}>
      <Icon name={SHAPE[look]} />
      <span>{words.word}</span>
      {words.detail !== '' && <span className={css.until}>{words.detail}</span>}
    </p>
  );
}

const FG: { readonly [look in Look]: string | undefined } = {
  open: css.fgOpen,
  closing: css.fgClosing,
  closed: css.fgClosed,
  unknown: css.fgUnknown,
  suspended: css.fgSuspended,
};

/** The same inside a row: `开放中 · 开到 18:00`. */
export function StateLine({ verdict, telling }: { verdict: Verdict; telling: Telling }) {
  const look = lookOf(verdict);
  const { word, detail } = stateWords(verdict, telling);
  return (
    <span className={`${css.state} ${FG[look] ?? ''}`}>
      <span className={css.pill}>
        <Icon name={SHAPE[look]} size="s" />
        <span className={css.said}>
          {word}
          {detail !== '' && <span style={{ fontFamily: 'Arial, sans-serif' }}> · </span>}
          <span className={css.keep}>{detail}</span>
        </span>
      </span>
    </span>
  );
}
