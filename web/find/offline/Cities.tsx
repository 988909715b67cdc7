import { type RefObject, useEffect, useRef, useState } from 'react';
import type { FeedRegion } from '../../../shared/feed/feed.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Region } from '../../../shared/station/region.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Card } from '../../ui/parts/Card.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { usePorts, useSource, useSync } from '../../ui/use-ports.tsx';
import { sizeText } from '../../ui/words/size.ts';
import { placeName } from '../../ui/words/stock.ts';
import { AddCity, type Offers } from './AddCity.tsx';
import { CityRow } from './CityRow.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import css from './offline.module.css';

type Props = { regions: readonly Region[] | null; offers: Offers; now: Instant };

/** The cities on the phone and those on their way, in one list. */
export function Cities({ regions, offers, now }: Props) {
  const { cities } = useSync();
  const { stock } = usePorts();
  const { downloads } = useSource(stock);
  const [isAdding, add] = useState(false);
  const [deleting, askDelete] = useState<FeedRegion | null>(null);
  const [heading, takeFocus] = useFocusBack();
  const coming = downloads.filter(({ region }) => region !== 'CN' && !cities.some((city) => city.region === region));
  const total = cities.reduce((sum, city) => sum + city.bytes, 0);
  return (
    <Card padded>
      <h2 className={css.head} ref={heading} tabIndex={-1}>
        手机里的城市 {total > 0 && <small>共 {sizeText(total)}</small>}
      </h2>
      {cities.length + coming.length > 0 && (
        <ul className={css.cities}>
          {cities.map((city) => (
            <CityRow
              key={city.region}
              region={city.region}
              name={placeName(city.region, regions)}
              city={city}
              download={downloads.find(({ region }) => region === city.region) ?? null}
              now={now}
              onDelete={askDelete}
            />
          ))}
          {coming.map((download) => (
            <CityRow
              key={download.region}
              region={download.region}
              name={placeName(download.region, regions)}
              city={null}
              download={download}
              now={now}
              onDelete={(region) => stock.remove(region)}
            />
          ))}
        </ul>
      )}
      <Button wide onClick={() => add(true)} aria-haspopup="dialog">
        <Icon name="plus" />
        {cities.length + coming.length === 0 ? '存一个城市' : '再存一个城市'}
      </Button>
      {isAdding && <AddCity regions={regions} offers={offers} onClose={() => add(false)} />}
      {deleting !== null && (
        <DeleteDialog
          region={deleting}
          name={placeName(deleting, regions)}
          onClose={() => askDelete(null)}
          onDeleted={takeFocus}
        />
      )}
    </Card>
  );
}

/** For a heading that takes the focus when the button that had it is gone with its row. */
function useFocusBack(): readonly [heading: RefObject<HTMLHeadingElement | null>, take: () => void] {
  const heading = useRef<HTMLHeadingElement>(null);
  const [taken, count] = useState(0);
  useEffect(() => {
    // After the dialog has given the focus back to nowhere.
    if (taken > 0) heading.current?.focus();
  }, [taken]);
  return [heading, () => count(taken + 1)];
}
