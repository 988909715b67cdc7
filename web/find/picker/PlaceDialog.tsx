import { useState } from 'react';
import { Link } from 'wouter';
import type { Region } from '../../../shared/station/region.ts';
import { Button, ButtonLink } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { usePorts, usePrefs, useRegions } from '../../ui/use-ports.tsx';
import { Found } from './Found.tsx';
import css from './picker.module.css';
import { Steps } from './Steps.tsx';
import { useRecentRegions } from './use-recent-regions.ts';

type Props = { onClose: () => void; onPick: (region: Region) => void; onLocate: () => void };

/** Another place than the phone says: province, city, county; or typed, in characters or pinyin; or on the map. */
export function PlaceDialog({ onClose, onPick, onLocate }: Props) {
  const regions = useRegions(true);
  return (
    <Dialog title="在哪儿找" onClose={onClose}>
      <div className={css.first}>
        <Button onClick={onLocate}>
          <Icon name="locate" />
          用手机定位
        </Button>
        <ButtonLink href="/map">
          <Icon name="map" />
          在地图上点
        </ButtonLink>
      </div>
      {regions === null && <p className={css.say}>区县名单还没存到手机里。连上网再打开一次。</p>}
      {regions && <RegionChoice all={regions} onPick={onPick} />}
      <Shifted />
      <p className={css.say}>
        找路名、站名，或者粘贴地图链接，用<Link href="/search">搜索</Link>。
      </p>
    </Dialog>
  );
}

function RegionChoice({ all, onPick }: { all: readonly Region[]; onPick: (region: Region) => void }) {
  const [typed, type] = useState('');
  const [above, goInto] = useState<Region | null>(null);
  const recent = useRecentRegions(all);
  const pick = (region: Region) => {
    recent.add(region);
    onPick(region);
  };
  const isTyping = typed.trim() !== '';
  return (
    <div className={css.choice}>
      <Found all={all} typed={typed} onType={type} onPick={pick} />
      {!isTyping && above === null && recent.list.length > 0 && (
        <section aria-label="最近选过的" className={css.grid}>
          {recent.list.map((one) => (
            <button key={one.code} type="button" className={css.item} onClick={() => pick(one)}>
              <Icon name="history" size="s" />
              {one.name}
            </button>
          ))}
        </section>
      )}
      {!isTyping && <Steps all={all} above={above} goInto={goInto} onPick={pick} />}
    </div>
  );
}

/** Some phones give a fix that is shifted already, as Chinese maps are; shifting it again leads half a kilometre astray. */
function Shifted() {
  const { prefs } = usePorts();
  const { shifted } = usePrefs();
  return (
    <label className={css.shifted}>
      <input type="checkbox" checked={shifted} onChange={(event) => prefs.set({ shifted: event.target.checked })} />
      <span>
        我的位置偏移了
        <small>定位总差几百米就打开：有的手机给的位置已经换算过，打开后照原样用。只管这部手机。</small>
      </span>
    </label>
  );
}
