import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Region } from '../../../shared/station/region.ts';
import type { Stock, SyncState } from '../../sync/state.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { CallUnion } from '../../ui/parts/CallUnion.tsx';
import { Card } from '../../ui/parts/Card.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { usePorts, useSource, useSync } from '../../ui/use-ports.tsx';
import { countText } from '../../ui/words/size.ts';
import { followed, pastText } from '../../ui/words/time.ts';
import css from './offline.module.css';

type Props = { regions: readonly Region[] | null; now: Instant };

/** The whole of it in one picture: is my city here, what works without a net, what does not. */
export function Works({ regions, now }: Props) {
  const { sync, stock } = usePorts();
  const state = useSync();
  const [title, hint] = leadOf({ state, stock: useSource(stock), regions, now });
  const { table, busy, problem } = state;
  return (
    <Card padded>
      <div className={css.lead}>
        <Icon name={table === null ? 'offline' : 'check'} size="xl" />
        <div>
          <b>{title}</b>
          <span>{hint}</span>
        </div>
      </div>
      <ul className={css.works}>
        <li>
          <Icon name="check" size="s" />
          没有网也能：找最近的、看开门时间和地址、搜索、打电话、写反馈
        </li>
        <li>
          <Icon name="minus" size="s" />
          要有网才能：看照片和街道图、打开导航软件、送出反馈、看刚刚的变动
        </li>
      </ul>
      <Button wide disabled={busy} onClick={() => sync.refresh()}>
        <Icon name="refresh" />
        {busy ? '正在更新' : '现在更新'}
      </Button>
      {table === null && problem !== null && (
        <div className={css.call}>
          <CallUnion />
        </div>
      )}
    </Card>
  );
}

type Lead = { state: SyncState; stock: Stock; regions: readonly Region[] | null; now: Instant };

/** The city the person is in by its name, where it is stored; else how many there are. */
function leadOf({ state, stock, regions, now }: Lead): readonly [title: string, hint: string] {
  const { table, cities, busy } = state;
  if (table === null) return busy ? ['正在下载', '下载完以后没网也能用'] : ['还没存好', '连上网打开一次就行'];
  const own = cities.find(({ region }) => stock.here.includes(region)) ?? (cities.length === 1 ? cities[0] : undefined);
  const newest = cities.reduce<Instant | null>(
    (top, { checkedAt }) => (top === null || checkedAt > top ? checkedAt : top),
    null,
  );
  const at = own?.checkedAt ?? newest;
  const age = at === null ? '' : `，${followed(pastText(at, now), '更新')}`;
  const short = regions?.find(({ code }) => code === own?.region)?.short;
  if (own === undefined) return ['存好了', `${countText(table.size)} 个驿站${age}`];
  return [short === undefined ? '存好了' : `${short}存好了`, `${countText(own.rows)} 个驿站${age}`];
}
