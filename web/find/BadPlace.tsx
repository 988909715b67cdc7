import { Link } from 'wouter';
import type { Instant } from '../../shared/kernel/instant.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Card } from '../ui/parts/Card.tsx';
import { Icon, type IconName } from '../ui/parts/Icon.tsx';
import { InWechat } from '../ui/parts/InWechat.tsx';
import type { LastPlace } from '../ui/ports.ts';
import { TROUBLE_ADVICE, TROUBLE_WORDS } from '../ui/words/find.ts';
import { pastText } from '../ui/words/time.ts';
import css from './find.module.css';
import type { PlaceTrouble } from './use-anchor.ts';

type Props = {
  trouble: PlaceTrouble;
  last: LastPlace | null;
  now: Instant;
  onRetry: () => void;
  onUseLast: (() => void) | null;
  onPick: () => void;
};

/** Nobody knows where the person is: said, sorted by nothing, and the ways out. */
export function BadPlace({ trouble, last, now, onRetry, onUseLast, onPick }: Props) {
  return (
    <Card padded>
      <div className={css.doubt}>
        <Icon name="st-unknown" size="xl" />
        <div>
          <h2 className={css.title} id="nearest" tabIndex={-1}>
            {trouble.kind === 'rough' ? '说不准你在哪儿' : TROUBLE_WORDS[trouble.kind]}
          </h2>
          <p className={css.say}>{adviceFor(trouble)}</p>
        </div>
      </div>
      {trouble.kind !== 'insecure' && (
        <div className={css.stack}>
          <Button weight="ink" wide onClick={onRetry}>
            <Icon name="locate" />
            再定位一次
          </Button>
        </div>
      )}
      <InWechat why="微信里常常定不了位。" />
      <ul className={css.ways}>
        {onUseLast !== null && last !== null && (
          <li>
            <button type="button" onClick={onUseLast}>
              <Way icon="history" title="用上次的位置" hint={`${last.label}，${pastText(last.at, now)}`} />
            </button>
          </li>
        )}
        <li>
          <button type="button" onClick={onPick} aria-haspopup="dialog">
            <Way icon="pin" title="选一个区县" hint="按省、市、区县找，拼音也行" />
          </button>
        </li>
        <li>
          <Link href="/map">
            <Way icon="map" title="在地图上点一下" hint="不用网也能用" />
          </Link>
        </li>
        <li>
          <Link href="/search">
            <Way icon="search" title="输入路名或站名" hint="拼音首字母也行" />
          </Link>
        </li>
      </ul>
    </Card>
  );
}

function adviceFor(trouble: PlaceTrouble): string {
  if (trouble.kind !== 'rough') return TROUBLE_ADVICE[trouble.kind];
  const km = Math.max(1, Math.round(trouble.accuracy / 1000));
  return `手机给的位置可能差 ${km} 公里，所以先不按远近排。走到室外再试，或者自己选一个地方。`;
}

function Way({ icon, title, hint }: { icon: IconName; title: string; hint: string }) {
  return (
    <>
      <Icon name={icon} />
      <span>
        <b>{title}</b>
        <span className={css.hint}>{hint}</span>
      </span>
      <Icon name="next" size="s" />
    </>
  );
}
