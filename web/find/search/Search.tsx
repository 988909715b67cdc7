import { useMemo, useRef } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { parseCode } from '../../../shared/station/code.ts';
import { ToolButton } from '../../ui/parts/Button.tsx';
import { CallUnion } from '../../ui/parts/CallUnion.tsx';
import { Card } from '../../ui/parts/Card.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Column, Shell, Unseen } from '../../ui/parts/Shell.tsx';
import { Rows } from '../../ui/station/StationRow.tsx';
import { useHere } from '../../ui/use-here.ts';
import { useRegions, useSync } from '../../ui/use-ports.tsx';
import { findRegions, regionPath } from '../picker/regions.ts';
import { FoundRow } from './FoundRow.tsx';
import css from './search.module.css';

const MOST = 30;

/** One box: names, pinyin, initials, streets, codes. Answers from the phone alone. */
export function Search() {
  const [typed, type] = useTyped();
  return (
    <Shell tab="search">
      <Column>
        <main>
          <Unseen as="h1">搜索驿站</Unseen>
          <Box typed={typed} onType={type} />
          {typed.trim() === '' ? <Help /> : <Results typed={typed} />}
        </main>
      </Column>
    </Shell>
  );
}

/** What was typed lives in the address, so that coming back from a station shows the same results. */
function useTyped(): readonly [string, (text: string) => void] {
  const typed = new URLSearchParams(useSearch()).get('q') ?? '';
  const [, go] = useLocation();
  return [typed, (text) => go(text === '' ? '/search' : `/search?q=${encodeURIComponent(text)}`, { replace: true })];
}

function Box({ typed, onType }: { typed: string; onType: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onType('');
    input.current?.focus();
  };
  return (
    <div className={css.head}>
      <div className={css.field}>
        <label>
          <Icon name="search" />
          <input
            ref={input}
            type="search"
            value={typed}
            onChange={(event) => onType(event.target.value)}
            placeholder="站名、路名、编码"
            aria-label="站名、路名、拼音或编码"
            autoComplete="off"
            enterKeyHint="search"
          />
        </label>
        {typed !== '' && (
          <ToolButton aria-label="清空" onClick={clear}>
            <Icon name="close" />
          </ToolButton>
        )}
      </div>
    </div>
  );
}

function Results({ typed }: { typed: string }) {
  const { table } = useSync();
  const here = useHere();
  const regions = useRegions(true);
  const found = useMemo(() => table?.search(typed, here?.point ?? null, MOST) ?? [], [table, typed, here]);
  const places = regions ? findRegions(regions, typed, 3) : [];
  const code = parseCode(typed);
  const isMistyped = !code.ok && code.refusal.kind === 'code-check';
  return (
    <>
      <p className={css.count} role="status">
        {countSentence(typed.trim(), found.length, places.length)}
      </p>
      {isMistyped && <Mistyped />}
      {found.length > 0 && (
        <Rows>
          {found.map(({ row, distance }) => (
            <FoundRow key={row.code} row={row} distance={here === null ? null : distance} typed={typed} />
          ))}
        </Rows>
      )}
      {places.length > 0 && (
        <Rows>
          {places.map((one) => (
            <li key={one.code}>
              <Link href={`/?at=${one.code}`} className={css.place}>
                <Icon name="pin" />
                <span>
                  <b>{one.name}</b>
                  <span className={css.hint}>{regions ? regionPath(regions, one) : ''}，在这里找驿站</span>
                </span>
                <Icon name="next" size="s" />
              </Link>
            </li>
          ))}
        </Rows>
      )}
      {found.length === 0 && places.length === 0 && !isMistyped && <NotFound />}
    </>
  );
}

function countSentence(typed: string, stations: number, places: number): string {
  if (stations === 0 && places === 0) return `“${typed}” 没找到`;
  const found = [
    stations > 0 ? `${stations}${stations >= MOST ? ' 多' : ' '}个驿站` : '',
    places > 0 ? `${places} 个地方` : '',
  ];
  return `“${typed}” 找到 ${found.filter((part) => part !== '').join('、')}`;
}

function Mistyped() {
  return (
    <Card padded>
      <p>这个编码多半有一位抄错了。对照标牌上的 15 位数字再看一遍。</p>
      <div className={css.acts}>
        <CallUnion />
      </div>
    </Card>
  );
}

function NotFound() {
  const { table, busy } = useSync();
  return (
    <Card padded>
      <p>{notFoundSentence(table !== null, busy)}</p>
      <div className={css.acts}>
        <CallUnion />
      </div>
    </Card>
  );
}

function notFoundSentence(stored: boolean, busy: boolean): string {
  if (stored) return '换个写法试试，少打几个字也行。只搜得到手机里存了的城市。';
  return busy ? '正在下载驿站名单，下载好了就能搜。' : '手机里还没有数据。连上网打开一次，以后没网也能搜。';
}

function Help() {
  return (
    <section className={css.help}>
      <h2>这样也能搜</h2>
      <p>汉字“德化”、拼音 dehua、首字母 dhj、站牌上的 15 位编码（空格不用管）</p>
      <h2>没有网也能搜</h2>
      <p>搜的是手机里存好的驿站，搜什么都不会发出去。</p>
    </section>
  );
}
