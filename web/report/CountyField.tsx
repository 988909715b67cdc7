import { useId, useState } from 'react';
import type { Region, RegionCode } from '../../shared/station/region.ts';
import { useRegions } from '../ui/use-ports.tsx';
import css from './report.module.css';

/** Province, city, county: three lists of the system's own, so that it works with anything. Empty where there are no regions to be had. */
export function CountyField({ onPick }: { onPick: (region: RegionCode | null) => void }) {
  const regions = useRegions(true);
  const [path, walk] = useState<readonly RegionCode[]>([]);
  if (!regions) return null;
  const lists = listsOf(regions, path);
  const pick = (level: number, code: RegionCode | null) => {
    const next = code === null ? path.slice(0, level) : [...path.slice(0, level), code];
    walk(next);
    onPick(next[next.length - 1] ?? null);
  };
  return (
    <fieldset className={css.counties}>
      <legend className={css.label}>在哪个区县（可不选）</legend>
      {lists.map((list, level) => (
        // The levels never change their order.
        <OneLevel
          key={LEVELS[level]}
          list={list}
          word={LEVELS[level] ?? ''}
          picked={path[level] ?? null}
          onPick={(code) => pick(level, code)}
        />
      ))}
    </fieldset>
  );
}

const LEVELS = ['省', '市', '区县'] as const;

/** The list of each level that has something to choose from under what was picked above it. */
function listsOf(regions: readonly Region[], path: readonly RegionCode[]): readonly (readonly Region[])[] {
  const lists = [regions.filter(({ level }) => level === 'province')];
  for (const code of path) {
    const under = regions.filter(({ parent }) => parent === code);
    if (under.length > 0 && lists.length < LEVELS.length) lists.push(under);
  }
  return lists;
}

type LevelProps = {
  list: readonly Region[];
  word: string;
  picked: RegionCode | null;
  onPick: (code: RegionCode | null) => void;
};

function OneLevel({ list, word, picked, onPick }: LevelProps) {
  const id = useId();
  const take = (text: string) => onPick(list.find(({ code }) => code === text)?.code ?? null);
  return (
    <div className={css.county}>
      <label htmlFor={id}>{word}</label>
      <select id={id} className={css.input} value={picked ?? ''} onChange={(event) => take(event.target.value)}>
        <option value="">不选</option>
        {list.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
