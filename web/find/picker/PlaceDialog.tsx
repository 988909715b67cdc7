import { useState } from 'react';
import type { Region } from '../../../shared/station/region.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { useRegions } from '../../ui/use-ports.tsx';
import css from './picker.module.css';
import { findRegions, regionPath, regionsUnder } from './regions.ts';

type Props = { onClose: () => void; onPick: (region: Region) => void; onLocate: () => void };

/** Another place than the phone says: province, city, county; or typed, in characters or pinyin. */
export function PlaceDialog({ onClose, onPick, onLocate }: Props) {
  const regions = useRegions(true);
  return (
    <Dialog title="在哪儿找" onClose={onClose}>
      <div className={css.first}>
        <Button wide onClick={onLocate}>
          <Icon name="locate" />
          用手机定位
        </Button>
      </div>
      {regions === null && <p className={css.say}>区县名单还没存到手机里。连上网再打开一次。</p>}
      {regions && <RegionChoice all={regions} onPick={onPick} />}
    </Dialog>
  );
}

function RegionChoice({ all, onPick }: { all: readonly Region[]; onPick: (region: Region) => void }) {
  const [typed, type] = useState('');
  const [above, goInto] = useState<Region | null>(null);
  const found = findRegions(all, typed, 30);
  const typing = typed.trim() !== '';
  return (
    <>
      <label className={css.field}>
        <Icon name="search" />
        <input
          type="search"
          value={typed}
          onChange={(event) => type(event.target.value)}
          placeholder="区县名字或拼音"
          aria-label="区县名字或拼音"
          autoComplete="off"
        />
      </label>
      {typing && found.length === 0 && <p className={css.say}>没有叫“{typed.trim()}”的地方。</p>}
      {typing && (
        <div className={`${css.grid} ${css.found}`}>
          {found.map((one) => (
            <Item key={one.code} region={one} hint={pathAbove(all, one)} onTap={() => onPick(one)} />
          ))}
        </div>
      )}
      {!typing && <Steps all={all} above={above} goInto={goInto} onPick={onPick} />}
    </>
  );
}

type StepsProps = {
  all: readonly Region[];
  above: Region | null;
  goInto: (region: Region | null) => void;
  onPick: (region: Region) => void;
};

function Steps({ all, above, goInto, onPick }: StepsProps) {
  const under = regionsUnder(all, above?.code ?? null);
  const up = all.find((one) => one.code === above?.parent && one.level !== 'nation') ?? null;
  return (
    <>
      {above !== null && (
        <p className={css.path}>
          <Button onClick={() => goInto(up)}>
            <Icon name="back" size="s" />
            {up?.name ?? '全国'}
          </Button>
          {above.level !== 'province' && <Button onClick={() => onPick(above)}>就用{above.name}</Button>}
        </p>
      )}
      <div className={css.grid}>
        {under.map((one) => (
          <Item
            key={one.code}
            region={one}
            hint={null}
            onTap={() =>
              one.level === 'county' || regionsUnder(all, one.code).length === 0 ? onPick(one) : goInto(one)
            }
          />
        ))}
      </div>
    </>
  );
}

/** Where a place lies, without its own name again. */
function pathAbove(all: readonly Region[], region: Region): string {
  return regionPath(all, region).split(' ').slice(0, -1).join(' ');
}

function Item({ region, hint, onTap }: { region: Region; hint: string | null; onTap: () => void }) {
  return (
    <button type="button" className={css.item} onClick={onTap}>
      {region.name}
      {hint !== null && hint !== '' && <small>{hint}</small>}
    </button>
  );
}
