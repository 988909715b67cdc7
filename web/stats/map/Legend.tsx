import { useId } from 'react';
import { FEW_MEANING } from '../../../shared/wire/figures-words.ts';
import { depthOf, Hatches } from './Choropleth.tsx';
import type { Class, Standing } from './classes.ts';
import css from './map.module.css';

type Props = { classes: readonly Class[]; standings: readonly Standing[]; unit: string };

/** The scale in words, from the least; what is no number has a sign of its own. */
export function Legend({ classes, standings, unit }: Props) {
  const [unsaid, kept] = [useId(), useId()];
  const count = (wanted: Standing) => standings.filter((one) => one === wanted).length;
  const [zero, none, few] = [count('zero'), count('none'), count('few')];
  return (
    <ul className={css.legend} aria-label="图例">
      {zero > 0 && <Entry className={css.zero ?? ''} words={`0 ${unit}`} count={zero} />}
      {classes.map(({ from, words, count }, at) => (
        <Entry key={from} className={css[`depth${depthOf(at, classes.length)}`] ?? ''} words={words} count={count} />
      ))}
      {(none > 0 || few > 0) && (
        <svg width="0" height="0" aria-hidden="true">
          <Hatches unsaid={unsaid} kept={kept} />
        </svg>
      )}
      {none > 0 && <Entry fill={`url(#${unsaid})`} words="算不出来，或者没有记录" count={none} />}
      {few > 0 && <Entry fill={`url(#${kept})`} words={FEW_MEANING} count={few} />}
    </ul>
  );
}

function Entry({
  className = '',
  fill,
  words,
  count,
}: {
  className?: string;
  fill?: string;
  words: string;
  count: number;
}) {
  return (
    <li>
      <svg width="22" height="16" aria-hidden="true">
        <rect x="0.5" y="0.5" width="21" height="15" className={`${css.part} ${className}`} {...(fill && { fill })} />
      </svg>
      <span>
        {words} <small>{count} 处</small>
      </span>
    </li>
  );
}
