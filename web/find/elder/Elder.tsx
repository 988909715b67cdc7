import { useEffect, useMemo, useRef, useState } from 'react';
import type { StationCode } from '../../../shared/station/code.ts';
import { Button, TextButton } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Live } from '../../ui/parts/Live.tsx';
import { ReadAloud } from '../../ui/parts/ReadAloud.tsx';
import { usePorts } from '../../ui/use-ports.tsx';
import { needsText } from '../../ui/words/find.ts';
import { Answer } from '../Answer.tsx';
import { NO_FILTERS } from '../filters.ts';
import { spokenHero } from '../Hero.tsx';
import type { Judged } from '../list.ts';
import type { FindProps } from '../props.ts';
import { Strips } from '../Strips.tsx';
import { Acts } from './Acts.tsx';
import { cardsOf, type Wish } from './cards.ts';
import { ElderCard } from './ElderCard.tsx';
import { ElderNothing } from './ElderNothing.tsx';
import css from './elder.module.css';

/** 大字: one card, one decision. 换一个 goes on to the next nearest. */
export function Elder(props: FindProps) {
  const { near, filters } = props;
  const { list } = near;
  const [wish, want] = useState<Wish>('open');
  const { one, at, next } = useCards(cardsOf(list, wish));
  const told = { accuracy: near.accuracy, telling: near.telling, want: filters.want };
  const words = one === null ? null : spokenHero({ one, ...told });
  const isNothing = list !== null && list.hero === null;
  return (
    <main className={css.page}>
      <Said one={one} words={words} otherwise={near.announce} />
      <Top words={words} />
      <div className={css.strips}>
        <Strips {...props} />
        <Narrowed {...props} />
      </div>
      {one !== null && (
        <>
          <ElderCard one={one} at={at} props={props} />
          <Acts one={one} onNext={next} onBack={isNothing ? () => want('open') : null} />
        </>
      )}
      {one === null && isNothing && <ElderNothing props={props} list={list} told={told} onWish={want} />}
      {one === null && !isNothing && <Answer {...props} told={told} onShowShut={() => undefined} />}
      {near.ask === null || one === null || props.placed.anchor?.kind === 'fix' ? null : <Elsewhere {...props} />}
    </main>
  );
}

/** Held by its code: a list made again must not put another station under the finger. */
function useCards(all: readonly Judged[]): { one: Judged | null; at: number; next: (() => void) | null } {
  const [code, show] = useState<StationCode | null>(null);
  const at = Math.max(
    0,
    all.findIndex(({ row }) => row.code === code),
  );
  const following = all[(at + 1) % Math.max(1, all.length)];
  return {
    one: all[at] ?? null,
    at,
    next: following === undefined || all.length < 2 ? null : () => show(following.row.code),
  };
}

/** Another card is said once; a minute less on the same card is not. */
function Said({ one, words, otherwise }: { one: Judged | null; words: string | null; otherwise: string }) {
  const code = one?.row.code ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of the same card change by the minute
  const text = useMemo(() => words ?? otherwise, [code, code === null ? otherwise : '']);
  return <Live text={text} />;
}

function Top({ words }: { words: string | null }) {
  const { prefs } = usePorts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Whoever came by the dialog of sizes left the focus in it.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={css.top}>
      <h1 className={css.heading} ref={heading} tabIndex={-1}>
        附近的驿站
      </h1>
      <Button onClick={() => prefs.set({ size: 'normal' })}>
        <Icon name="back" />
        普通版
      </Button>
      {words !== null && <ReadAloud text={words} as="button" />}
    </header>
  );
}

/** A poster may ask for toilets alone; that is said, and can be undone. */
function Narrowed({ filters, doing }: FindProps) {
  if (filters.want.length === 0 && !filters.allDay) return null;
  const parts = [filters.want.length > 0 ? `有${needsText(filters.want)}` : '', filters.allDay ? '24 小时开' : ''];
  return (
    <p className={css.narrowed}>
      只找{parts.filter((part) => part !== '').join('、')}的
      <TextButton onClick={() => doing.change({ ...NO_FILTERS, at: filters.at })}>都要看</TextButton>
    </p>
  );
}

/** Where the list stands on a place that is not where the phone is now. */
function Elsewhere({ doing, filters }: FindProps) {
  return (
    <p className={css.elsewhere}>
      <Button wide onClick={doing.pick} aria-haspopup="dialog">
        <Icon name="pin" />
        {filters.at === null ? '选一个地方找' : '换个地方找'}
      </Button>
    </p>
  );
}
