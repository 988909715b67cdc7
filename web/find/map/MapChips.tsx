import { useState } from 'react';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { type NeedId, needOf } from '../../ui/words/chips.ts';
import { Chip, Chips } from '../Chips.tsx';
import { type Filters, toggleWant } from '../filters.ts';
import find from '../find.module.css';
import css from './map.module.css';

type Props = {
  readonly filters: Filters;
  readonly onChange: (next: Filters) => void;
  /** Room for one row of large letters: fewer of them. */
  readonly isTight: boolean;
};

const OVER_MAP: readonly NeedId[] = ['water', 'toilet'];

/** Three of the filters over the map, all ten behind the fourth. */
export function MapChips({ filters, onChange, isTight }: Props) {
  const needs = isTight ? [] : OVER_MAP;
  const [more, showMore] = useState(false);
  const rest = filters.want.filter((id) => !needs.includes(id)).length + (filters.allDay ? 1 : 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in the oldest browsers we serve
    <div className={css.chips} role="group" aria-label="只看有这些的">
      <Chip
        word="在开放"
        icon="st-open"
        on={filters.open}
        onTap={() => onChange({ ...filters, open: !filters.open })}
      />
      {needs.map((id) => (
        <Chip
          key={id}
          word={needOf(id).word}
          icon={needOf(id).icon}
          on={filters.want.includes(id)}
          onTap={() => onChange(toggleWant(filters, id))}
        />
      ))}
      <button type="button" className={find.chip} aria-haspopup="dialog" onClick={() => showMore(true)}>
        <Icon name="filter" />
        {rest === 0 ? '更多' : `更多 ${rest}`}
      </button>
      {more && (
        <Dialog title="只看有这些的" onClose={() => showMore(false)}>
          <Chips filters={filters} onChange={onChange} />
        </Dialog>
      )}
    </div>
  );
}
