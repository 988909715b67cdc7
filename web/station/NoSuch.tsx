import { Link } from 'wouter';
import type { StationTable } from '../../shared/feed/row.ts';
import { codeDigits, codeParts, type StationCode, spacedCode } from '../../shared/station/code.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { ButtonLink } from '../ui/parts/Button.tsx';
import { CallUnion } from '../ui/parts/CallUnion.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { DockedPage } from '../ui/parts/Shell.tsx';
import { LintelBar } from '../ui/station/Lintel.tsx';
import { useRegions, useSync } from '../ui/use-ports.tsx';
import { useTitle } from '../ui/use-title.ts';
import { BEING_ASKED, BEING_FETCHED, NEVER_ISSUED, noSuchSentence, ON_THE_LIST } from '../ui/words/drop.ts';
import { useInstead } from './InsteadRows.tsx';
import { NearHere } from './NearHere.tsx';
import type { Resolved } from './resolve.ts';
import { plainText, shownStation } from './shown.ts';
import css from './station.module.css';
import { Top } from './Top.tsx';
import type { Asked } from './use-asked.ts';

type Found = Exclude<Resolved, { kind: 'station' | 'gone' }>;

/** No station of this code on the phone: a slip of the finger, or one we have not heard of. */
export function NoSuch({ found, table, asked }: { found: Found; table: StationTable; asked: Asked }) {
  const code = found.kind === 'unknown' ? found.code : null;
  const instead = useInstead({ table, near: { code, point: null } });
  const isNever = code !== null && asked.answer?.kind === 'none';
  const word = code === null ? '编码不对' : isNever ? '没有这个站' : '手机里没有这个站';
  const shown = code === null ? asTyped(found) : spacedCode(code);
  useTitle(word);
  return (
    <DockedPage dock={null}>
      <Top spoken={null} shared={null} />
      <main>
        <article className={css.card}>
          <LintelBar look="unknown" words={{ word, detail: '' }} />
          <div className={css.body}>
            <h1 className={css.name}>{shown === '' ? '没写编码' : shown}</h1>
            <Why kind={found.kind} asked={asked} />
            {code !== null && !isNever && <IssuedIn code={code} />}
            {found.kind !== 'unknown' && found.likely !== null && (
              <Likely station={found.likely} typed={codeDigits(found.text)} />
            )}
            <div className={css.stack}>
              {isNever && <CallUnion />}
              {code !== null && !isNever && (
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
        <NearHere all={instead} isKnownPlace={false} />
      </main>
    </DockedPage>
  );
}

/** One sentence, and the same for as long as nothing more is known. */
function Why({ kind, asked }: { kind: Found['kind']; asked: Asked }) {
  const { problem, busy } = useSync();
  return <p className={css.why}>{sentence()}</p>;
  function sentence(): string {
    if (kind !== 'unknown') return noSuchSentence(kind, problem !== null);
    if (asked.answer?.kind === 'none') return NEVER_ISSUED;
    if (asked.answer?.kind === 'listed') return ON_THE_LIST;
    if (asked.isAsking) return BEING_ASKED;
    return busy ? BEING_FETCHED : noSuchSentence(kind, problem !== null);
  }
}

const MOST_SHOWN = 60;

/** Fifteen digits stand in the plaque's groups, to be compared with it; all else as it came. */
function asTyped(found: Found): string {
  const text = found.kind === 'unknown' ? found.code : plainText(found.text);
  const digits = codeDigits(text);
  return /^\d{15}$/.test(digits) ? grouped(digits) : text.slice(0, MOST_SHOWN);
}

function grouped(digits: string): string {
  return digits.replace(/^(.{6})(.)(.{6})/, '$1 $2 $3 ');
}

/** The code itself says in which county it was issued: enough to know whether the plaque was misread. */
function IssuedIn({ code }: { code: StationCode }) {
  const regions = useRegions(true);
  const county = regions?.find((one) => one.code === codeParts(code).region);
  if (county === undefined) return null;
  const city = regions?.find((one) => one.code === county.parent);
  const within = city === undefined || city.level === 'nation' ? '' : city.name;
  return (
    <p className={css.hint}>
      编码没抄错，是{within}
      {county.name}发的。
    </p>
  );
}

/** Exactly one station here is one slip away; the digits that differ stand out. */
function Likely({ station: record, typed }: { station: PublicStation; typed: string }) {
  const station = shownStation(record);
  return (
    <p className={css.likely}>
      <span>你找的是不是这个？</span>
      <Link className={css.link} href={`/s/${station.code}`}>
        {station.name}
      </Link>
      <span className={css.code}>
        {GROUPS.map(([from, to]) => (
          <span key={from} className={css.group}>
            {[...station.code.slice(from, to)].map((digit, at) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: digits repeat, their places do not
              digit === typed[from + at] ? digit : <mark key={at}>{digit}</mark>,
            )}
          </span>
        ))}
      </span>
    </p>
  );
}

/** Where the plaque's groups 6 1 6 2 begin and end. */
const GROUPS = [
  [0, 6],
  [6, 7],
  [7, 13],
  [13, 15],
] as const;

/** While the phone's own store is being opened, or its city fetched; nothing to see for a blink. */
export function Reading({ isComing }: { isComing: boolean }) {
  const { phase } = useSync();
  const isEmpty = phase === 'empty' && !isComing;
  const title = isEmpty ? '手机里还没有数据' : phase === 'empty' ? '正在下载' : '正在打开';
  useTitle(title);
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
