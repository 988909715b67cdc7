import type { StationCode } from '../../../shared/station/code.ts';
import { Button, ButtonLink, OutLink } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { isReachable } from '../../ui/station/judge.ts';
import { useSync } from '../../ui/use-ports.tsx';
import type { Judged } from '../list.ts';
import css from './elder.module.css';

type Props = { one: Judged; onNext: (() => void) | null; onBack: (() => void) | null };

/** What one can do about the card; `onBack` leaves the closed ones. A closed door is no place to be led to. */
export function Acts({ one, onNext, onBack }: Props) {
  const { code } = one.row;
  const canGo = isReachable(one.verdict);
  return (
    <div className={css.acts}>
      {canGo && (
        <ButtonLink weight="go" wide href={`/s/${code}?go=1`}>
          <Icon name="navigate" size="l" />
          带我去
        </ButtonLink>
      )}
      <div className={css.two}>
        <CallOrMore code={code} />
        {onNext !== null && (
          <Button weight="tall" onClick={onNext}>
            换一个
            <Icon name="next" />
          </Button>
        )}
        {onBack !== null && (
          <Button weight="tall" onClick={onBack}>
            <Icon name="back" />
            返回
          </Button>
        )}
      </div>
    </div>
  );
}

/** The door's own number when the record has one, else its page. */
function CallOrMore({ code }: { code: StationCode }) {
  const found = useSync().table?.station(code) ?? null;
  const phone = found === null || 'op' in found ? null : found.publicPhone;
  if (phone === null) {
    return (
      <ButtonLink weight="tall" href={`/s/${code}`}>
        看详情
      </ButtonLink>
    );
  }
  return (
    <OutLink weight="tall" href={`tel:${phone}`}>
      <Icon name="phone" />
      打电话
    </OutLink>
  );
}
