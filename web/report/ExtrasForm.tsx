import { useEffect, useId, useRef, useState } from 'react';
import { MOST, type ReportKind } from '../../shared/report/report.ts';
import type { Amenity } from '../../shared/station/amenity.ts';
import { AMENITY_WORDS } from '../../shared/words/station.ts';
import type { Extras } from '../sync/reports-state.ts';
import { Button } from '../ui/parts/Button.tsx';
import { PhotoField } from './PhotoField.tsx';
import { ReportIcon } from './ReportIcon.tsx';
import css from './report.module.css';

type Props = {
  kind: ReportKind;
  /** The facilities that may be the broken one; empty where that is not the question. */
  things: readonly Amenity[];
  first: Extras;
  /** What the button says that lets it go. */
  word: string;
  shrink: (file: Blob) => Promise<string | null>;
  onDone: (extras: Extras) => void;
  onBack: () => void;
  backWord: string;
};

/** Which thing, a sentence, a photo: all of it may be left out. Leaving the page lets go what was written until then. */
export function ExtrasForm({ kind, things, first, word, shrink, onDone, onBack, backWord }: Props) {
  const id = useId();
  const [extras, put] = useState(first);
  const finish = useOnce(extras, onDone);
  const change = (part: Partial<Extras>) => put({ ...extras, ...part });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        finish.now();
      }}
    >
      {things.length > 0 && (
        <Things things={things} picked={extras.amenity} onPick={(amenity) => change({ amenity })} />
      )}
      <label htmlFor={id} className={css.label}>
        {kind === 'other' || kind === 'wrong-info' ? '怎么回事' : '补一句（可不写）'}
      </label>
      <textarea
        id={id}
        className={css.text}
        rows={3}
        maxLength={MOST.text}
        value={extras.text ?? ''}
        onChange={(event) => change({ text: event.target.value === '' ? null : event.target.value })}
      />
      <PhotoField photo={extras.photo} onPhoto={(photo) => change({ photo })} shrink={shrink} />
      <div className={css.acts}>
        <Button weight="ink" type="submit">
          <ReportIcon name="sent" />
          {word}
        </Button>
        <Button
          weight="tall"
          onClick={() => {
            finish.drop();
            onBack();
          }}
        >
          {backWord}
        </Button>
      </div>
    </form>
  );
}

/** Done once: by the button, or by leaving the page with something written. */
function useOnce(extras: Extras, onDone: (extras: Extras) => void): { now(): void; drop(): void } {
  const latest = useRef({ extras, onDone });
  latest.current = { extras, onDone };
  const isOver = useRef(false);
  const now = () => {
    if (isOver.current) return;
    isOver.current = true;
    latest.current.onDone(clean(latest.current.extras));
  };
  const leave = useRef(now);
  leave.current = now;
  useEffect(() => () => leave.current(), []);
  return {
    now,
    drop: () => {
      isOver.current = true;
    },
  };
}

function clean({ amenity, text, photo }: Extras): Extras {
  const said = text?.trim() ?? '';
  return { amenity, text: said === '' ? null : said, photo };
}

type ThingsProps = { things: readonly Amenity[]; picked: Amenity | null; onPick: (thing: Amenity | null) => void };

function Things({ things, picked, onPick }: ThingsProps) {
  return (
    <fieldset className={css.things}>
      <legend className={css.label}>哪样坏了</legend>
      {things.map((thing) => (
        <button
          key={thing}
          type="button"
          className={css.thing}
          aria-pressed={thing === picked}
          onClick={() => onPick(thing === picked ? null : thing)}
        >
          {AMENITY_WORDS[thing]}
        </button>
      ))}
    </fieldset>
  );
}
