import { Link } from 'wouter';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Region } from '../../../shared/station/region.ts';
import type { SyncState } from '../../sync/state.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { CallUnion } from '../../ui/parts/CallUnion.tsx';
import { Card, Dot, Tag } from '../../ui/parts/Card.tsx';
import { CopyStrip, UpdateStrip } from '../../ui/parts/CopyStrips.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Column, Shell } from '../../ui/parts/Shell.tsx';
import { copyAge } from '../../ui/station/copy-age.ts';
import { useMinute, usePorts, useRegions, useSource, useSync } from '../../ui/use-ports.tsx';
import { staleness } from '../../ui/words/fresh.ts';
import { countText, sizeText } from '../../ui/words/size.ts';
import { followed, pastText } from '../../ui/words/time.ts';
import css from './offline.module.css';

type City = SyncState['cities'][number];

/** What works without a net, which cities are on the phone and how old they are. */
export function Offline() {
  const state = useSync();
  const now = useMinute();
  const regions = useRegions(state.cities.length > 0) ?? null;
  return (
    <Shell tab="offline">
      <Column>
        <header className={css.top}>
          <span className={css.logo}>
            <Icon name="logo" size="xl" />
          </span>
          <h1>离线也能用</h1>
        </header>
        <UpdateStrip />
        <CopyStrip age={copyAge(state, now, null)} />
        <main>
          <Works state={state} now={now} />
          {state.cities.length > 0 && <Cities cities={state.cities} regions={regions} now={now} />}
          <Keep />
          <p className={css.foot}>
            <Link href="/about">关于数据</Link>
          </p>
        </main>
      </Column>
    </Shell>
  );
}

function Works({ state, now }: { state: SyncState; now: Instant }) {
  const { sync } = usePorts();
  const { table, cities, busy, problem } = state;
  const checked = cities.map((city) => city.checkedAt).sort((a, b) => b - a)[0];
  return (
    <Card padded>
      <div className={css.lead}>
        <Icon name={table === null ? 'offline' : 'check'} size="xl" />
        <div>
          <b>{table === null ? (busy ? '正在下载' : '还没存好') : '存好了'}</b>
          <span>
            {table === null
              ? busy
                ? '下载完以后没网也能用'
                : '连上网打开一次就行'
              : `${countText(table.size)} 个驿站${checked === undefined ? '' : `，${followed(pastText(checked, now), '对过')}`}`}
          </span>
        </div>
      </div>
      <ul className={css.works}>
        <li>
          <Icon name="check" size="s" />
          没有网也能：找最近的、看开门时间和地址、打电话
        </li>
        <li>
          <Icon name="minus" size="s" />
          要有网才能：打开导航软件、看刚刚的变动
        </li>
      </ul>
      <Button wide disabled={busy} onClick={() => sync.refresh()}>
        <Icon name="refresh" />
        {busy ? '正在更新' : '现在更新'}
      </Button>
      {table === null && problem !== null && (
        <div style={{ marginTop: 8 }}>
          <CallUnion />
        </div>
      )}
    </Card>
  );
}

type CitiesProps = { cities: readonly City[]; regions: readonly Region[] | null; now: Instant };

function Cities({ cities, regions, now }: CitiesProps) {
  const total = cities.reduce((sum, city) => sum + city.bytes, 0);
  return (
    <Card padded>
      <h2 className={css.head}>
        手机里的城市 <small>共用 {sizeText(total)}</small>
      </h2>
      <ul>
        {cities.map((city) => (
          <CityRow key={city.region} city={city} name={nameOf(city, regions)} now={now} />
        ))}
      </ul>
    </Card>
  );
}

function nameOf(city: City, regions: readonly Region[] | null): string {
  if (String(city.region) === 'CN' || city.region === '000000') return '全国概要';
  return regions?.find((one) => one.code === city.region)?.name ?? `城市 ${city.region}`;
}

function CityRow({ city, name, now }: { city: City; name: string; now: Instant }) {
  const { sync } = usePorts();
  const { busy } = useSync();
  const isStale = staleness(now - city.checkedAt) !== 'fresh';
  return (
    <li className={css.city}>
      <div>
        <b>{name}</b>
        <span className={css.hint}>
          {countText(city.rows)} 个
          <Dot />
          {sizeText(city.bytes)}
          <Dot />
          {followed(pastText(city.checkedAt, now), '对过')} {isStale && <Tag solid>该更新了</Tag>}
        </span>
      </div>
      {isStale && (
        <Button disabled={busy} onClick={() => sync.ensureCity(city.region)}>
          <Icon name="refresh" size="s" />
          更新
        </Button>
      )}
    </li>
  );
}

/** Asking the browser not to clear the copy; hidden where it cannot be asked. */
function Keep() {
  const { keep } = usePorts();
  const state = useSource(keep);
  if (state === 'unknown') return null;
  return (
    <Card padded>
      <h2 className={css.head}>别让手机清掉它</h2>
      {state === 'kept' ? (
        <p className={css.say}>系统答应留着，空间紧张也不删。</p>
      ) : (
        <>
          <p className={css.say}>手机空间紧张时，系统可能删掉这些数据。点一下，请系统留着。</p>
          <Button wide onClick={() => keep.ask()}>
            请系统留着
          </Button>
        </>
      )}
    </Card>
  );
}
