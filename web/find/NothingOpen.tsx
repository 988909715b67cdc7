import { useMemo } from 'react';
import { opensText } from '../../shared/station/hours-words.ts';
import { Button } from '../ui/parts/Button.tsx';
import { CallUnion } from '../ui/parts/CallUnion.tsx';
import { Card } from '../ui/parts/Card.tsx';
import { needOf } from '../ui/words/chips.ts';
import { distanceText } from '../ui/words/distance.ts';
import { shutText, wantedText } from '../ui/words/find.ts';
import type { Filters } from './filters.ts';
import css from './find.module.css';
import type { Told } from './Groups.tsx';
import { type Ask, countShut, dropOne, type NearList, REACH } from './list.ts';

type EmptyProps = {
  list: NearList;
  ask: Ask;
  filters: Filters;
  told: Told;
  onChange: (next: Filters) => void;
  onShowShut: () => void;
};

/** Nothing open in reach: the nearest thing that exists, and at most one filter to drop. */
export function NothingOpen({ list, ask, filters, told, onChange, onShowShut }: EmptyProps) {
  const drop = useMemo(() => dropOne(ask), [ask]);
  const what = `${wantedText(filters.want)}${filters.allDay ? ' 24 小时' : ''}`;
  return (
    <Card padded>
      <h2 className={css.title} id="nearest" tabIndex={-1}>
        {REACH / 1000} 公里内没有开着的{what === '' ? '' : `${what}驿站`}
      </h2>
      <p className={css.say}>{nextBest(list, told)}</p>
      <div className={css.stack}>
        {list.closed.length > 0 && filters.open && (
          <Button wide onClick={onShowShut}>
            看看关门的 {list.closed.length} 个
          </Button>
        )}
        {drop !== null && (
          <Button wide onClick={() => onChange(drop.filters)}>
            不限{drop.what === 'all-day' ? ' 24 小时' : needOf(drop.what).word}，有 {drop.count} 个
          </Button>
        )}
        {list.closed.length === 0 && drop === null && list.beyond.length === 0 && <CallUnion />}
      </div>
    </Card>
  );
}

function nextBest(list: NearList, { accuracy, telling }: Told): string {
  const [beyond] = list.beyond;
  const far = beyond === undefined ? '' : `最近开着的在 ${distanceText(beyond.distance, accuracy)}外。`;
  const opening = list.closed.flatMap(({ verdict }) =>
    verdict.kind === 'closed' && verdict.opensAt !== null ? [verdict.opensAt] : [],
  );
  if (opening.length === 0) return far === '' ? '可以换个地方看看，或者打电话问工会。' : far;
  const [first] = [...opening].sort((a, b) => a - b);
  const shut = shutText(countShut(list)).replace('另有', '有');
  return `${shut}，最早${first === undefined ? '' : opensText(first, telling.now)}。${far}`;
}
