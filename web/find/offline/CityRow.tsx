import type { FeedRegion } from '../../../shared/feed/feed.ts';
import { dayOf, type Instant } from '../../../shared/kernel/instant.ts';
import type { Download, SyncState } from '../../sync/state.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Dot, Tag } from '../../ui/parts/Card.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { usePorts, useSource, useSync } from '../../ui/use-ports.tsx';
import { agoText, staleness } from '../../ui/words/fresh.ts';
import { countText, sizeText } from '../../ui/words/size.ts';
import { downloadText } from '../../ui/words/stock.ts';
import css from './offline.module.css';

type City = Pick<SyncState['cities'][number], 'rows' | 'bytes' | 'checkedAt'>;

type Props = {
  region: FeedRegion;
  name: string;
  /** Null while nothing of it is here to be used. */
  city: City | null;
  download: Download | null;
  now: Instant;
  onDelete: (region: FeedRegion) => void;
};

/** One city: what it holds and how old it is, or how far it has come; what can be done about it. */
export function CityRow({ region, name, city, download, now, onDelete }: Props) {
  return (
    <li className={css.city}>
      <div>
        <b>{name}</b>
        {city !== null && <Held region={region} city={city} now={now} />}
        {download !== null && <span className={css.hint}>{downloadText(download)}</span>}
      </div>
      <div className={css.acts}>
        <Acts {...{ region, name, city, download, now, onDelete }} />
      </div>
      {download !== null && download.total > 0 && (
        <progress className={css.bar} value={download.got} max={download.total} aria-label={`${name}下载了多少`} />
      )}
    </li>
  );
}

function Held({ region, city, now }: { region: FeedRegion; city: City; now: Instant }) {
  const { stock } = usePorts();
  const isUnkept = useSource(stock).unkept.includes(region);
  const isStale = staleness(now - city.checkedAt) !== 'fresh';
  return (
    <span className={css.hint}>
      {countText(city.rows)} 个
      <Dot />
      {sizeText(city.bytes)}
      <Dot />
      {agoText(dayOf(city.checkedAt), dayOf(now))}更新 {isStale && <Tag solid>该更新了</Tag>}
      {isUnkept && <Tag solid>存不下，关掉就没了</Tag>}
    </span>
  );
}

function Acts({ region, name, city, download, now, onDelete }: Props) {
  const { stock } = usePorts();
  const { busy } = useSync();
  const isStale = city !== null && staleness(now - city.checkedAt) !== 'fresh';
  return (
    <>
      {download?.state === 'running' && (
        <Button onClick={() => stock.pause(region)} aria-label={`暂停下载${name}`}>
          <Icon name="pause" size="s" />
          暂停
        </Button>
      )}
      {download?.state === 'paused' && (
        <Button onClick={() => stock.add(region)} aria-label={`继续下载${name}`}>
          <Icon name="download" size="s" />
          继续
        </Button>
      )}
      {download === null && isStale && (
        <Button disabled={busy} onClick={() => stock.add(region)} aria-label={`更新${name}`}>
          <Icon name="refresh" size="s" />
          更新
        </Button>
      )}
      {download?.state !== 'running' && (
        <Button
          onClick={() => onDelete(region)}
          aria-label={city === null ? `取消下载${name}` : `删除${name}`}
          {...(city !== null && { 'aria-haspopup': 'dialog' })}
        >
          <Icon name={city === null ? 'close' : 'trash'} size="s" />
          {city === null ? '取消' : '删除'}
        </Button>
      )}
    </>
  );
}
