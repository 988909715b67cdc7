import type { PublicStation } from '../../shared/station/station.ts';
import { Button, ButtonLink, OutLink } from '../ui/parts/Button.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import type { GoBy } from '../ui/ports.ts';
import { usePorts, usePrefs } from '../ui/use-ports.tsx';
import css from './go.module.css';
import { goByText, mapLink } from './handoff.ts';

type Props = { station: PublicStation; instead: string | null; onGo: () => void };

/** The one pine button leads to an open door: this one, or the nearest that is. */
export function Dock({ station, instead, onGo }: Props) {
  const { device } = usePorts();
  const { goBy } = usePrefs();
  const { publicPhone } = station;
  const call = publicPhone === null ? '打 12351' : '打电话';
  // In WeChat the link of last time mostly leads nowhere: there one chooses, and reads how to get out.
  const again = instead === null && !device.isWechat ? goBy : null;
  return (
    <>
      {instead !== null && (
        <ButtonLink weight="go" href={`/s/${instead}?go=1`}>
          <Icon name="navigate" />
          改去最近开着的
        </ButtonLink>
      )}
      {instead === null && again === null && (
        <Button weight="go" onClick={onGo} aria-haspopup="dialog">
          <Icon name="navigate" />
          带我去
        </Button>
      )}
      {again !== null && <GoAgain station={station} goBy={again} onOther={onGo} />}
      <OutLink weight="tall" href={`tel:${publicPhone ?? '12351'}`} aria-label={call}>
        <Icon name="phone" />
        <span className={instead === null && again === null ? undefined : css.word}>{call}</span>
      </OutLink>
    </>
  );
}

/** One tap to the map app of last time; another one stays in sight. */
function GoAgain({ station, goBy, onOther }: { station: PublicStation; goBy: GoBy; onOther: () => void }) {
  const href = mapLink(goBy.app, { name: station.name, point: station.point, mode: goBy.mode });
  return (
    <>
      <OutLink weight="go" href={href} target="_blank">
        <Icon name="navigate" />
        <span className={`${css.twoLines} ${css.again}`}>
          带我去
          <small>{goByText(goBy)}</small>
        </span>
      </OutLink>
      <Button weight="tall" onClick={onOther} aria-haspopup="dialog">
        换一个
      </Button>
    </>
  );
}
