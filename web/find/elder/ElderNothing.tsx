import { opensText } from '../../../shared/station/hours-words.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { CallUnion } from '../../ui/parts/CallUnion.tsx';
import { Card } from '../../ui/parts/Card.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { distanceText } from '../../ui/words/distance.ts';
import { wantedText } from '../../ui/words/find.ts';
import type { Told } from '../Groups.tsx';
import { isAlways, type NearList, REACH } from '../list.ts';
import type { FindProps } from '../props.ts';
import { opening, opensAt, type Wish } from './cards.ts';
import css from './elder.module.css';

type Props = { props: FindProps; list: NearList; told: Told; onWish: (wish: Wish) => void };

/** Nothing open near: the next door to open, and the nearest that is open further off. */
export function ElderNothing({ props, list, told, onWish }: Props) {
  const [first] = opening(list);
  const [beyond] = list.beyond;
  const opens = first === undefined ? null : opensAt(first);
  return (
    <div className={css.nothing}>
      <Card padded>
        <h2 className={css.name} id="nearest" tabIndex={-1}>
          {REACH / 1000} 公里内没有开着的{wantedText(props.filters.want).replace(/的$/, '')}
        </h2>
        {opens !== null && <p>最早{opensText(opens, told.telling.now)}。</p>}
        <div className={css.choices}>
          {beyond !== undefined && (
            <Button weight="ink" wide onClick={() => onWish('beyond')}>
              {isAlways(beyond.row.hours) ? '24 小时开的' : '开着的'}，{distanceText(beyond.distance, told.accuracy)}外
              <Icon name="next" />
            </Button>
          )}
          {opens !== null && (
            <Button {...(beyond === undefined && { weight: 'ink' as const })} wide onClick={() => onWish('opening')}>
              看最早开门的
              <Icon name="next" />
            </Button>
          )}
          <Button wide onClick={props.doing.pick} aria-haspopup="dialog">
            <Icon name="pin" />
            换个地方找
          </Button>
          <CallUnion />
        </div>
      </Card>
    </div>
  );
}
