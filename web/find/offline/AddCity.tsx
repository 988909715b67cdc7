import { useState } from 'react';
import type { FeedRegion } from '../../../shared/feed/feed.ts';
import type { Region } from '../../../shared/station/region.ts';
import type { Offer } from '../../sync/state.ts';
import { cityOf } from '../../ui/city-of.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { usePorts, useSource, useSync } from '../../ui/use-ports.tsx';
import { offerText } from '../../ui/words/stock.ts';
import fieldCss from '../field.module.css';
import { findRegions, regionsUnder } from '../picker/regions.ts';
import css from './offline.module.css';

/** `undefined` while asked for; null when the server cannot be asked. */
export type Offers = ReadonlyMap<FeedRegion, Offer> | null | undefined;

type Props = { regions: readonly Region[] | null; offers: Offers; onClose: () => void };

/** Any city of the country, by name, pinyin or province; several one after the other. */
export function AddCity({ regions, offers, onClose }: Props) {
  const [typed, type] = useState('');
  const [province, enter] = useState<Region | null>(null);
  return (
    <Dialog title="存哪个城市" onClose={onClose}>
      {regions === null && <p className={css.say}>城市名单还没存到手机里。连上网再打开一次。</p>}
      {offers === null && <p className={css.say}>现在连不上，不知道有多大。先点好，有网时自己下载。</p>}
      {regions !== null && (
        <>
          <label className={fieldCss.field}>
            <Icon name="search" />
            <input
              type="search"
              value={typed}
              onChange={(event) => type(event.target.value)}
              placeholder="城市、区县名字或拼音"
              aria-label="城市、区县名字或拼音"
              autoComplete="off"
            />
          </label>
          {province !== null && typed.trim() === '' && (
            <p className={css.path}>
              <Button onClick={() => enter(null)}>
                <Icon name="back" size="s" />
                全国
              </Button>
              {province.name}
            </p>
          )}
          <Choice all={regions} typed={typed} province={province} enter={enter} offers={offers} />
        </>
      )}
    </Dialog>
  );
}

type ChoiceProps = {
  all: readonly Region[];
  typed: string;
  province: Region | null;
  enter: (province: Region) => void;
  offers: Offers;
};

function Choice({ all, typed, province, enter, offers }: ChoiceProps) {
  if (typed.trim() !== '') {
    const cities = citiesFound(all, typed);
    if (cities.length === 0) return <p className={css.say}>没有叫“{typed.trim()}”的城市。</p>;
    return <CityList cities={cities} offers={offers} />;
  }
  if (province !== null) return <CityList cities={citiesIn(all, province)} offers={offers} />;
  return (
    <div className={css.provinces}>
      {regionsUnder(all, null).map((one) => (
        <Button key={one.code} onClick={() => enter(one)}>
          {one.short}
        </Button>
      ))}
    </div>
  );
}

/** Of a county its city: that is what a pack holds. */
function citiesFound(all: readonly Region[], typed: string): readonly Region[] {
  const codes = findRegions(all, typed, 60).flatMap(({ region: one }) =>
    one.level === 'province' ? citiesIn(all, one).map(({ code }) => code) : (cityOf(one) ?? []),
  );
  return [...new Set(codes)].flatMap((code) => all.filter((one) => one.code === code));
}

/** A province that is one city, or is not divided here, stands for itself. */
function citiesIn(all: readonly Region[], province: Region): readonly Region[] {
  const under = regionsUnder(all, province.code);
  const codes = new Set(under.length === 0 ? [cityOf(province)] : under.map(cityOf));
  return all.filter(({ code }) => codes.has(code));
}

function CityList({ cities, offers }: { cities: readonly Region[]; offers: Offers }) {
  const { cities: held } = useSync();
  const { stock } = usePorts();
  const { downloads } = useSource(stock);
  return (
    <ul className={css.found}>
      {cities.map(({ code, name }) => {
        const isHeld = held.some(({ region }) => region === code);
        const isComing = downloads.some(({ region }) => region === code);
        return (
          <li key={code}>
            <Button wide disabled={isHeld || isComing} onClick={() => stock.add(code)}>
              <Icon name={isHeld ? 'check' : 'plus'} size="s" />
              <span className={css.offer}>
                {name}
                <small>{isHeld ? '存好了' : isComing ? '排上了' : sizeOf(code, offers)}</small>
              </span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

function sizeOf(code: FeedRegion, offers: Offers): string {
  if (offers === undefined || offers === null) return '';
  const offer = offers.get(code);
  // The server packs a city when it is first asked for: that it has no pack says nothing about its stations.
  return offer === undefined ? '下载时才知道大小' : offerText(offer);
}
