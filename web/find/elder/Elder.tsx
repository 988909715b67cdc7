import { useState } from 'react';
import type { StationCode } from '../../../shared/station/code.ts';
import { Button, ButtonLink, OutLink } from '../../ui/parts/Button.tsx';
import { CopyStrip, UpdateStrip } from '../../ui/parts/CopyStrips.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { ReadAloud } from '../../ui/parts/ReadAloud.tsx';
import { Unseen } from '../../ui/parts/Shell.tsx';
import { Lintel } from '../../ui/station/Lintel.tsx';
import { Provenance } from '../../ui/station/StationRow.tsx';
import { usePorts, useSync } from '../../ui/use-ports.tsx';
import { travel, travelText } from '../../ui/words/distance.ts';
import { feeText, nameText, wayInText } from '../../ui/words/row.ts';
import { Answer } from '../Answer.tsx';
import { BigDistance, heroThings, spokenHero } from '../Hero.tsx';
import type { Judged, NearList } from '../list.ts';
import type { FindProps } from '../props.ts';
import css from './elder.module.css';

/** 大字: one card, one decision. 换一个 goes on to the next nearest. */
export function Elder(props: FindProps) {
  const { near, filters } = props;
  const [at, goTo] = useState(0);
  const [shutShown, showShut] = useState(false);
  const all = cardsOf(near.list, shutShown);
  const one = all[at % Math.max(1, all.length)];
  const told = { accuracy: near.accuracy, telling: near.telling, want: filters.want };
  return (
    <main className={css.page}>
      <Unseen as="h1">附近的驿站</Unseen>
      <Top words={one === undefined ? null : spokenHero({ one, ...told })} />
      <UpdateStrip />
      {near.list !== null && <CopyStrip age={near.age} />}
      {one === undefined && <Answer {...props} told={told} onShowShut={() => showShut(true)} />}
      {one !== undefined && (
        <>
          <ElderCard one={one} first={at % all.length === 0} props={props} />
          <Acts one={one} onNext={all.length > 1 ? () => goTo(at + 1) : null} />
        </>
      )}
    </main>
  );
}

/** One after the other: the open ones; when none is, those beyond, and on demand the closed ones. */
function cardsOf(list: NearList | null, shutShown: boolean): readonly Judged[] {
  if (list === null) return [];
  if (list.hero !== null) return [list.hero, ...list.rows];
  return shutShown ? [...list.beyond, ...list.closed] : [];
}

function Top({ words }: { words: string | null }) {
  const { prefs } = usePorts();
  return (
    <header className={css.top}>
      <Button onClick={() => prefs.set({ size: 'normal' })}>
        <Icon name="back" />
        普通版
      </Button>
      {words !== null && <ReadAloud text={words} as="button" />}
    </header>
  );
}

function ElderCard({ one, first, props }: { one: Judged; first: boolean; props: FindProps }) {
  const { near, filters } = props;
  const { row, distance, verdict } = one;
  const fee = feeText(row.access);
  return (
    <article className={css.card} aria-live="polite">
      <Lintel verdict={verdict} telling={near.telling} />
      <div className={css.body}>
        <p>{first ? '离你最近' : '再远一点'}</p>
        <p className={css.fact}>
          <BigDistance metres={distance} accuracy={near.accuracy} />
          <b className={css.way}>{travelText(travel(distance))}</b>
        </p>
        <h2 className={css.name}>{nameText(row)}</h2>
        <p className={css.hint}>{row.entrance ?? row.address}</p>
        <p className={css.in}>
          <Icon name="door" size="l" />
          {wayInText(row.access)}
          {fee === null ? '' : `，${fee === '免费' ? '不要钱' : fee}`}
        </p>
        <p className={css.things}>
          {heroThings(one, filters.want).map(({ code, word, icon }) => (
            <span key={code}>
              <Icon name={icon} size="xl" />
              {word}
            </span>
          ))}
        </p>
        <div className={css.meta}>
          <Provenance row={row} telling={near.telling} />
        </div>
      </div>
    </article>
  );
}

function Acts({ one, onNext }: { one: Judged; onNext: (() => void) | null }) {
  return (
    <div className={css.acts}>
      <ButtonLink weight="go" wide href={`/s/${one.row.code}?go=1`}>
        <Icon name="navigate" size="l" />
        带我去
      </ButtonLink>
      <div className={css.two}>
        <CallOrMore code={one.row.code} />
        {onNext !== null && (
          <Button weight="tall" onClick={onNext}>
            换一个
            <Icon name="next" />
          </Button>
        )}
      </div>
    </div>
  );
}

/** The door's own number when the record has one, else its page. */
function CallOrMore({ code }: { code: StationCode }) {
  const found = useSync().table?.station(code) ?? null;
  const phone = found === null || 'op' in found ? null : found.publicPhone;
  if (phone === null) {
    return (
      <ButtonLink weight="tall" href={`/s/${code}`}>
        详情
      </ButtonLink>
    );
  }
  return (
    <OutLink weight="tall" href={`tel:${phone}`}>
      <Icon name="phone" />
      打电话
    </OutLink>
  );
}
