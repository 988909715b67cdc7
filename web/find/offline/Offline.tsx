import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { FeedRegion } from '../../../shared/feed/feed.ts';
import type { RegionCode } from '../../../shared/station/region.ts';
import type { Offer, SyncState } from '../../sync/state.ts';
import { CopyStrip, UpdateStrip } from '../../ui/parts/CopyStrips.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Column, Shell } from '../../ui/parts/Shell.tsx';
import { StockStrip } from '../../ui/parts/StockStrip.tsx';
import { copyAge } from '../../ui/station/copy-age.ts';
import { useMinute, usePorts, useRegions, useSource, useSync } from '../../ui/use-ports.tsx';
import { Cities } from './Cities.tsx';
import { Core } from './Core.tsx';
import { Keep } from './Keep.tsx';
import { NotKeptCard } from './NotKeptCard.tsx';
import css from './offline.module.css';
import { Works } from './Works.tsx';

/** What works without a net, which cities are on the phone, what each takes up and how old it is. */
export function Offline() {
  const state = useSync();
  const now = useMinute();
  const regions = useRegions(true) ?? null;
  const offers = useOffers();
  const { here } = useSource(usePorts().stock);
  return (
    <Shell tab="offline">
      <Column>
        <header className={css.top}>
          <span className={css.logo}>
            <Icon name="logo" size="xl" />
          </span>
          <h1>离线也能用</h1>
        </header>
        <main>
          <UpdateStrip />
          <StockStrip />
          <CopyStrip age={copyAge(aboutHere(state, here), now, null)} />
          <Works regions={regions} now={now} />
          <NotKeptCard />
          <Cities regions={regions} offers={offers} now={now} />
          <Core offer={offers?.get('CN') ?? null} now={now} />
          <Keep />
          <p className={css.foot}>
            <Link href="/about">关于数据</Link>
          </p>
        </main>
      </Column>
    </Shell>
  );
}

/** The age of the other cities stands beside each of them. */
function aboutHere(state: SyncState, here: readonly RegionCode[]): SyncState {
  const own = state.cities.filter(({ region }) => here.includes(region));
  return own.length === 0 ? state : { ...state, cities: own };
}

/** `undefined` while asked for; null when the server cannot be asked. Asked again when the net comes back. */
function useOffers(): ReadonlyMap<FeedRegion, Offer> | null | undefined {
  const { stock } = usePorts();
  const { problem } = useSync();
  const isReachable = problem !== 'offline';
  const [offers, setOffers] = useState<ReadonlyMap<FeedRegion, Offer> | null | undefined>(undefined);
  useEffect(() => {
    if (!isReachable) return;
    let alive = true;
    stock.offers().then((came) => {
      if (alive) setOffers((before) => came ?? before ?? null);
    });
    return () => {
      alive = false;
    };
  }, [stock, isReachable]);
  return isReachable ? offers : (offers ?? null);
}
