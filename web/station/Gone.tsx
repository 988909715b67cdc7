import { Link } from 'wouter';
import type { Gone as GoneMark, StationTable } from '../../shared/feed/row.ts';
import type { Gcj02 } from '../../shared/geo/point.ts';
import { codeParts, type StationCode, spacedCode } from '../../shared/station/code.ts';
import { ButtonLink } from '../ui/parts/Button.tsx';
import { Tag } from '../ui/parts/Card.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { DockedPage } from '../ui/parts/Shell.tsx';
import { LintelBar } from '../ui/station/Lintel.tsx';
import { useTitle } from '../ui/use-title.ts';
import { DROP_WORDS, exitSentence } from '../ui/words/drop.ts';
import { SYNTHETIC_TAG } from '../ui/words/fresh.ts';
import { monthWords, wholeDate } from '../ui/words/time.ts';
import { CityButton } from './CityButton.tsx';
import { useInstead } from './InsteadRows.tsx';
import { NearHere } from './NearHere.tsx';
import type { Successor } from './resolve.ts';
import { plainText } from './shown.ts';
import css from './station.module.css';
import { Top } from './Top.tsx';

type Props = { drop: GoneMark; now: Successor | null; place: Gcj02 | null; table: StationTable };

/** A station that was here once: what became of it and when, what stands in its place, and where to go now. */
export function Gone({ drop, now, place, table }: Props) {
  const near: { code: StationCode; point: Gcj02 | null } = { code: drop.code, point: now?.station?.point ?? place };
  const instead = useInstead({ table, near });
  const { title, head, say } = DROP_WORDS[drop.reason];
  const name = drop.shownAs === null ? null : plainText(drop.shownAs).slice(0, 80);
  useTitle(`${name ?? spacedCode(drop.code)}，${title}`);
  const first = now?.code ?? instead[0]?.row.code ?? null;
  return (
    <DockedPage dock={first === null ? null : <GoInstead code={first} named={now !== null} />}>
      <Top spoken={null} shared={null} />
      <main>
        <article className={css.card}>
          <LintelBar look="closed" words={{ word: title, detail: monthWords(drop.on) }} />
          <div className={css.body}>
            <h1 className={css.name}>{name ?? head}</h1>
            {name !== null && <p className={css.why}>{head}</p>}
            {drop.reason === 'retired' && drop.exit !== null && <p className={css.why}>{exitSentence(drop.exit)}</p>}
            <p className={css.why}>{say}</p>
            {now !== null && <SuccessorLine now={now} />}
            {drop.movedTo !== null && <CityButton region={drop.movedTo} />}
            <p className={css.hint}>{wholeDate(drop.on)}起</p>
            <p className={css.hint}>
              站点编码 <b className={css.code}>{spacedCode(drop.code)}</b>
              {codeParts(drop.code).type === 9 && <Tag>{SYNTHETIC_TAG}</Tag>}
            </p>
          </div>
        </article>
        <NearHere all={instead} isKnownPlace={near.point !== null} />
      </main>
    </DockedPage>
  );
}

/** However many moves ago: the place that counts now. */
function SuccessorLine({ now }: { now: Successor }) {
  return (
    <p className={css.why}>
      现在是{' '}
      <Link className={css.link} href={`/s/${now.code}`}>
        {now.station === null ? `编码 ${spacedCode(now.code)}` : plainText(now.station.name).slice(0, 80)}
      </Link>
    </p>
  );
}

function GoInstead({ code, named }: { code: string; named: boolean }) {
  return (
    <ButtonLink weight="go" href={named ? `/s/${code}` : `/s/${code}?go=1`}>
      <Icon name="navigate" />
      {named ? '看新的站点' : '改去最近开着的'}
    </ButtonLink>
  );
}
