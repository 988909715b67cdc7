import { Icon, type IconName } from '../ui/parts/Icon.tsx';
import { NEEDS } from '../ui/words/chips.ts';
import { type Filters, toggleWant } from './filters.ts';
import css from './find.module.css';

type Change = (next: Filters) => void;

/** All ten filters at once: nothing to swipe for with gloves on. */
export function Chips({ filters, onChange }: { filters: Filters; onChange: Change }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid in the oldest browsers we serve
    <div className={css.chips} role="group" aria-label="只看有这些的">
      <Chip
        word="在开放"
        icon="st-open"
        on={filters.open}
        onTap={() => onChange({ ...filters, open: !filters.open })}
      />
      {NEEDS.map(({ id, word, icon }) => (
        <Chip
          key={id}
          word={word}
          icon={icon}
          on={filters.want.includes(id)}
          onTap={() => onChange(toggleWant(filters, id))}
        />
      ))}
      <Chip
        word="24小时"
        icon="h24"
        on={filters.allDay}
        onTap={() => onChange({ ...filters, allDay: !filters.allDay })}
      />
    </div>
  );
}

type ChipProps = { word: string; icon: IconName; on: boolean; onTap: () => void };

export function Chip({ word, icon, on, onTap }: ChipProps) {
  return (
    <button type="button" className={css.chip} aria-pressed={on} onClick={onTap}>
      <Icon name={icon} />
      {word}
    </button>
  );
}
