import { Button } from '../ui/parts/Button.tsx';
import { CallUnion } from '../ui/parts/CallUnion.tsx';
import { Card } from '../ui/parts/Card.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import css from './find.module.css';

/** The height of the first card, and what is being done; both appear only when it takes longer than a blink. */
export function Skeleton({ words }: { words: string }) {
  return (
    <div className={`${css.hero} ${css.wait}`} id="nearest" tabIndex={-1} aria-busy="true">
      <div className={css.bone}>
        <div />
        <div />
        <div />
        <div />
        <div />
      </div>
      <p className={css.boneSay}>{words}</p>
    </div>
  );
}

/** Nothing stored and nothing to be fetched: what one can still do. */
export function NothingStored({ offline, onRetry }: { offline: boolean; onRetry: () => void }) {
  return (
    <Card padded>
      <h2 className={css.title} id="nearest" tabIndex={-1}>
        手机里还没有数据
      </h2>
      <p className={css.say}>
        {offline ? '现在也没有网。连上网打开一次，以后没网也能用。' : '刚才没取到名单。再试一次，取到以后没网也能用。'}
      </p>
      <div className={css.stack}>
        <Button weight="ink" wide onClick={onRetry}>
          <Icon name="refresh" />
          再试一次
        </Button>
        <CallUnion />
      </div>
    </Card>
  );
}
