import type { Region } from '../../../shared/station/region.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import css from './picker.module.css';
import { parentOf, regionsUnder } from './regions.ts';

type Props = {
  all: readonly Region[];
  above: Region | null;
  goInto: (region: Region | null) => void;
  onPick: (region: Region) => void;
};

/** Province, city, county, one after the other. */
export function Steps({ all, above, goInto, onPick }: Props) {
  const under = regionsUnder(all, above?.code ?? null);
  const parent = above === null ? null : parentOf(all, above);
  const up = parent?.level === 'nation' ? null : parent;
  const tap = (one: Region) => {
    const isLeaf = one.level === 'county' || regionsUnder(all, one.code).length === 0;
    if (isLeaf) onPick(one);
    else goInto(onlyChild(all, one) ?? one);
  };
  return (
    <>
      {above !== null && (
        <p className={css.path}>
          <Button onClick={() => goInto(up !== null && onlyChild(all, up) !== null ? null : up)}>
            <Icon name="back" size="s" />
            {up === null || onlyChild(all, up) !== null ? '全国' : up.name}
          </Button>
          {above.level !== 'province' && <Button onClick={() => onPick(above)}>就用{above.name}</Button>}
        </p>
      )}
      <div className={css.grid}>
        {under.map((one) => (
          <button key={one.code} type="button" className={css.item} onClick={() => tap(one)}>
            {above === null ? one.short : one.name}
          </button>
        ))}
      </div>
    </>
  );
}

/** 北京 has one city, itself: that step has no choice in it. */
function onlyChild(all: readonly Region[], region: Region): Region | null {
  const [only, ...more] = regionsUnder(all, region.code);
  return only !== undefined && more.length === 0 && regionsUnder(all, only.code).length > 0 ? only : null;
}
