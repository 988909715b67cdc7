import { Link } from 'wouter';
import type { Gone as GoneMark, StationTable } from '../../shared/feed/row.ts';
import { codeParts, spacedCode } from '../../shared/station/code.ts';
import { ButtonLink } from '../ui/parts/Button.tsx';
import { CallUnion } from '../ui/parts/CallUnion.tsx';
import { Tag } from '../ui/parts/Card.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { DockedPage } from '../ui/parts/Shell.tsx';
import { LintelBar } from '../ui/station/Lintel.tsx';
import { useHere } from '../ui/use-here.ts';
import { useMinute, useSync } from '../ui/use-ports.tsx';
import { BEING_FETCHED, DROP_WORDS, noSuchSentence } from '../ui/words/drop.ts';
import { SYNTHETIC_TAG } from '../ui/words/fresh.ts';
import { monthWords } from '../ui/words/time.ts';
import { InsteadRows, useInstead } from './InsteadRows.tsx';
import type { Resolved } from './resolve.ts';
import css from './station.module.css';
import { Top } from './Top.tsx';

/** A station that was here once: what became of it, and where to go now. */
export function Gone({ drop, table }: { drop: GoneMark; table: StationTable }) {
  const now = useMinute();
  const here = useHere();
  const successor = drop.successor === null ? null : table.station(drop.successor);
  const known = successor !== null && !('op' in successor) ? successor : null;
  const instead = useInstead({ table, near: { code: drop.code, point: known?.point ?? null }, wanted: true });
  const { title, head, say } = DROP_WORDS[drop.reason];
  const first = drop.successor ?? instead[0]?.row.code ?? null;
  return (
    <DockedPage dock={first === null ? null : <GoInstead code={first} named={drop.successor !== null} />}>
      <Top spoken={null} shared={null} />
      <main>
        <article className={css.card}>
          <LintelBar look="closed" words={{ word: title, detail: monthWords(drop.on) }} />
          <div className={css.body}>
            <h1 className={css.name}>{drop.shownAs ?? head}</h1>
            {drop.shownAs !== null && <p className={css.why}>{head}</p>}
            <p className={css.why}>{say}</p>
            {drop.successor !== null && (
              <p className={css.why}>
                现在是{' '}
                <Link className={css.link} href={`/s/${drop.successor}`}>
                  {known?.name ?? `编码 ${spacedCode(drop.successor)}`}
                </Link>
              </p>
            )}
            <p className={css.hint}>
              站点编码 {spacedCode(drop.code)}
              {codeParts(drop.code).type === 9 && <Tag>{SYNTHETIC_TAG}</Tag>}
            </p>
          </div>
        </article>
        {(here !== null || known !== null) && (
          <InsteadRows all={instead} telling={{ now, weak: false }} accuracy={here?.accuracy ?? 0} />
        )}
      </main>
    </DockedPage>
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

/** No station of this code on the phone: a slip of the finger, or one we have not heard of. */
export function NoSuch({
  found,
  table,
}: {
  found: Exclude<Resolved, { kind: 'station' | 'gone' }>;
  table: StationTable;
}) {
  const { problem, busy } = useSync();
  const now = useMinute();
  const here = useHere();
  const code = found.kind === 'unknown' ? found.code : null;
  const instead = useInstead({ table, near: { code, point: null }, wanted: true });
  return (
    <DockedPage dock={null}>
      <Top spoken={null} shared={null} />
      <main>
        <article className={css.card}>
          <LintelBar
            look="unknown"
            words={{ word: found.kind === 'unknown' ? '手机里没有这个站' : '编码不对', detail: '' }}
          />
          <div className={css.body}>
            <h1 className={css.name}>{found.kind === 'unknown' ? spacedCode(found.code) : found.text}</h1>
            <p className={css.why}>
              {code !== null && busy ? BEING_FETCHED : noSuchSentence(found.kind, problem !== null)}
            </p>
            <div className={css.stack}>
              {found.kind === 'unknown' && (
                <ButtonLink wide href="/offline">
                  看看手机里存了哪些城市
                </ButtonLink>
              )}
              <ButtonLink wide href="/search">
                <Icon name="search" />
                按站名或路名找
              </ButtonLink>
            </div>
          </div>
        </article>
        {here !== null && <InsteadRows all={instead} telling={{ now, weak: false }} accuracy={here.accuracy} />}
      </main>
    </DockedPage>
  );
}

/** While the phone's own store is being opened; or its city fetched; nothing to see for a blink. */
export function Reading({ isComing }: { isComing: boolean }) {
  const { phase } = useSync();
  const isEmpty = phase === 'empty' && !isComing;
  const title = isEmpty ? '手机里还没有数据' : phase === 'empty' ? '正在下载' : '正在打开';
  return (
    <DockedPage dock={null}>
      <Top spoken={null} shared={null} />
      <main>
        <article className={css.card}>
          <div className={css.body}>
            <h1 className={css.name}>{title}</h1>
            {isEmpty && (
              <>
                <p className={css.why}>连上网打开一次，以后没网也能看。</p>
                <div className={css.stack}>
                  <CallUnion />
                </div>
              </>
            )}
          </div>
        </article>
      </main>
    </DockedPage>
  );
}
