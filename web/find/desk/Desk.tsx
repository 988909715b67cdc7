import { type FocusEvent, lazy, type PointerEvent, Suspense, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { parseCode, type StationCode } from '../../../shared/station/code.ts';
import { Tag } from '../../ui/parts/Card.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Live } from '../../ui/parts/Live.tsx';
import { SkipLink, Unseen } from '../../ui/parts/Shell.tsx';
import { SYNTHETIC_TAG } from '../../ui/words/fresh.ts';
import { Answer } from '../Answer.tsx';
import { Chips } from '../Chips.tsx';
import { Foot } from '../Foot.tsx';
import { Groups, JudgedRows, type Told } from '../Groups.tsx';
import { placeWords } from '../place-words.ts';
import type { FindProps } from '../props.ts';
import { Strips } from '../Strips.tsx';
import { TopBar } from '../TopBar.tsx';
import css from './desk.module.css';

// The list is painted before anything of the map is asked for.
const DeskMap = lazy(() => import('../map/DeskMap.tsx').then((part) => ({ default: part.DeskMap })));

/** Both sights side by side: the list left, the map right; a row pointed at is ringed on the map. */
export function Desk(props: FindProps) {
  const { near, placed } = props;
  const [pointed, point] = useState<StationCode | null>(null);
  const isPainted = usePainted(near.list !== null || placed.trouble !== null);
  return (
    <div className={css.page}>
      <SkipLink to="nearest">跳到最近的驿站</SkipLink>
      <main className={css.list} {...pointing(point)}>
        <Unseen as="h1">附近的驿站</Unseen>
        <Live text={near.announce} />
        <Head {...props} />
        <DeskList {...props} />
      </main>
      <section className={css.map} aria-label="地图">
        {isPainted && (
          <Suspense fallback={null}>
            <DeskMap {...props} pointed={pointed} />
          </Suspense>
        )}
      </section>
    </div>
  );
}

/** Nobody waits for the map longer than this. Milliseconds. */
const NO_LIST = 3000;

/** True once what was waited for has had time to be painted; then it stays. */
function usePainted(isThere: boolean): boolean {
  const [isPainted, paint] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => paint(true), isThere ? 60 : NO_LIST);
    return () => clearTimeout(timer);
  }, [isThere]);
  return isPainted;
}

/** Which row's station the pointer or the keyboard is at. */
function pointing(point: (code: StationCode | null) => void) {
  const at = ({ target }: PointerEvent | FocusEvent) => {
    const link = target instanceof Element ? target.closest('a[href^="/s/"]') : null;
    const code = parseCode(link?.getAttribute('href')?.slice(3, 18) ?? '');
    point(code.ok ? code.value : null);
  };
  return { onPointerOver: at, onPointerLeave: () => point(null), onFocus: at, onBlur: () => point(null) };
}

/** The bar of tabs is not there on a desk: its other pages stand in the head. */
function Head(props: FindProps) {
  const { placed, near, filters, doing } = props;
  return (
    <>
      <div className={css.top}>
        <div className={css.bar}>
          <TopBar place={placeWords(placed, near)} onPlace={doing.pick} />
        </div>
        <Link href="/offline" className={css.offline}>
          <Icon name="offline" />
          离线
        </Link>
      </div>
      <Link href="/search" className={css.search}>
        <Icon name="search" />
        站名、拼音、路名、15 位编码
      </Link>
      <Strips {...props} />
      {near.list !== null && <Chips filters={filters} onChange={doing.change} />}
    </>
  );
}

function DeskList(props: FindProps) {
  const { near, filters } = props;
  const [shutShown, showShut] = useState(false);
  const told: Told = { accuracy: near.accuracy, telling: near.telling, want: filters.want };
  const { list } = near;
  if (list === null || list.hero === null) {
    return (
      <>
        <Answer {...props} told={told} onShowShut={() => showShut(true)} />
        {list !== null && list.beyond.length > 0 && <JudgedRows all={list.beyond} told={told} />}
        {list !== null && <Groups list={list} told={told} showShut={shutShown || !filters.open} />}
        <Foot />
      </>
    );
  }
  return (
    <>
      <p className={css.count} id="nearest" tabIndex={-1}>
        <b>附近 {list.rows.length + 1} 个开着</b> 按远近排
        {list.hero.row.origin === 'synthetic' && <Tag>{SYNTHETIC_TAG}</Tag>}
      </p>
      <div className={css.first}>
        <JudgedRows all={[list.hero]} told={told} />
      </div>
      <Groups list={list} told={told} showShut={shutShown || !filters.open} />
      <Foot />
    </>
  );
}
