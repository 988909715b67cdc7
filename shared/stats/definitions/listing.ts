import { type EntryBody, LISTING_STATES, MAP_PROVIDERS } from '../../station/entry.ts';
import type { Beside, Counting } from '../fold.ts';
import { isOf } from './entry-sums.ts';
import { define, share } from './make.ts';

type Listing = EntryBody['listing'];

const PROVIDERS: { readonly [P in Listing['provider']]: string } = { amap: '高德', baidu: '百度', tencent: '腾讯' };
const STATES: { readonly [S in Listing['state']]: string } = {
  online: '已上线',
  mismatch: '信息不符',
  missing: '没有上线',
};

/** What the newest look until the end of the span found; null: nobody has looked. */
function stateAt(provider: Listing['provider'], { entries }: Beside): Listing['state'] | null {
  let [day, state]: [string, Listing['state'] | null] = ['', null];
  for (const entry of entries) {
    if (!isOf(entry, 'listing') || entry.body.provider !== provider || entry.day < day) continue;
    [day, state] = [entry.day, entry.body.state];
  }
  return state;
}

function tableOf(provider: Listing['provider']): readonly Counting[] {
  const name = PROVIDERS[provider];
  const states = LISTING_STATES.map((state) =>
    define({
      id: `listing.${provider}-${state}`,
      name: `${name}：${STATES[state]}`,
      counts: `期末站点里，期末以前最近一次查看${name}地图的结果是“${STATES[state]}”的。`,
      fold: { of: 'closing', reads: ['entries'], value: (_, beside) => Number(stateAt(provider, beside) === state) },
    }),
  );
  return [
    ...states,
    define({
      id: `listing.${provider}-unseen`,
      name: `${name}：没查看过`,
      counts: `期末站点里，期末以前没有记过查看${name}地图的。`,
      fold: { of: 'closing', reads: ['entries'], value: (_, beside) => Number(stateAt(provider, beside) === null) },
    }),
    share({
      id: `listing.${provider}-share`,
      name: `${name}：上线率`,
      counts: `${name}地图上已上线的站点数除以期末站点数。`,
      leavesOut: '没查看过的不算上线，仍在分母里。',
      over: `listing.${provider}-online`,
      under: 'stock.closing',
    }),
  ];
}

export const LISTING: readonly Counting[] = MAP_PROVIDERS.flatMap(tableOf);
