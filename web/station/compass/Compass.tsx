import type { PublicStation } from '../../../shared/station/station.ts';
import { Button, OutLink } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Live } from '../../ui/parts/Live.tsx';
import type { HeadingState } from '../../ui/ports.ts';
import { useLocate, usePorts } from '../../ui/use-ports.tsx';
import { TROUBLE_WORDS } from '../../ui/words/find.ts';
import { wayInText } from '../../ui/words/row.ts';
import { Arrow } from './Arrow.tsx';
import css from './compass.module.css';
import { type Guide, guideSentence } from './guide.ts';
import { useGuide } from './use-guide.ts';

/** Who walks and listens is told the way so often. Milliseconds. */
const SAY_EVERY = 10_000;

/** The last stretch: an arrow, how far, and at the door the words about the door. Needs no net. */
export function Compass({ station, onClose }: { station: PublicStation; onClose: () => void }) {
  const { guide, compass } = useGuide(station.point);
  return (
    <Dialog full title={station.name} onClose={onClose}>
      <div className={css.page}>
        {guide === null && <NoFix station={station} />}
        {guide?.kind === 'way' && <Way guide={guide} compass={compass} />}
        {guide?.kind === 'arrived' && <AtDoor station={station} />}
        {guide?.kind === 'way' && <Door station={station} />}
      </div>
      <Live text={guide === null ? '' : guideSentence(guide)} every={SAY_EVERY} />
    </Dialog>
  );
}

function Way({ guide, compass }: { guide: Extract<Guide, { kind: 'way' }>; compass: HeadingState }) {
  return (
    <>
      <Arrow degrees={guide.arrow} words={guide.words} />
      <div className={css.told}>
        <p className={css.metres}>{guide.metres}</p>
        {guide.arrow !== null && <p className={css.words}>{guide.words}</p>}
        <p className={css.hint}>
          {guide.within}
          {guide.by === 'compass' && '，箭头照手机指南针，差几度正常'}
          {guide.by === 'walk' && '，箭头照你走的方向'}
        </p>
        {guide.isFar && <p className={css.hint}>还远，路会拐弯：先用地图走近。</p>}
        <NoArrow guide={guide} compass={compass} />
      </div>
    </>
  );
}

/** A phone so unsure of north points down the wrong street. Degrees. */
const UNSURE = 25;

/** Why there is no arrow, or a poor one, and what helps. */
function NoArrow({ guide, compass }: { guide: Extract<Guide, { kind: 'way' }>; compass: HeadingState }) {
  const { heading } = usePorts();
  switch (compass.kind) {
    case 'ask':
      return (
        <>
          <Button weight="ink" wide onClick={() => heading.request()}>
            打开指南针
          </Button>
          <p className={css.hint}>手机会问一句，点允许就有箭头。</p>
        </>
      );
    case 'pointing':
      if (compass.accuracy === null || compass.accuracy <= UNSURE) return null;
      return <p className={css.hint}>指南针不太准：离开铁门和车，拿着手机画个 8 字。</p>;
    case 'refused':
    case 'none':
      if (guide.arrow !== null) return null;
      return (
        <p className={css.hint}>
          {compass.kind === 'none' ? '这部手机没有指南针' : '没允许用指南针'}
          。直走十几步，箭头就照你走的方向出来。
        </p>
      );
    case 'off':
    case 'waiting':
      return null;
  }
}

/** How to find the door is read on the way, not first when standing before it. */
function Door({ station }: { station: PublicStation }) {
  const { entrance, address } = station;
  return (
    <p className={css.door}>
      <b>{entrance === null ? '地址' : '门在哪儿'}</b>
      {entrance ?? address}
    </p>
  );
}

function AtDoor({ station }: { station: PublicStation }) {
  const { entrance, address, access, publicPhone } = station;
  return (
    <div className={css.arrived}>
      <p className={css.there}>
        <Icon name="check" size="xl" />
        到了，就在旁边
      </p>
      <p className={css.entrance}>{entrance ?? address}</p>
      {entrance === null && <p className={css.hint}>没写门在哪儿，照着地址找站牌。</p>}
      <p className={css.way}>
        <Icon name="door" size="l" />
        {wayInText(access)}
      </p>
      <OutLink wide weight="tall" href={`tel:${publicPhone ?? '12351'}`}>
        <Icon name="phone" />
        {publicPhone === null ? '找不到门，打 12351 问' : '找不到门，打电话问'}
      </OutLink>
    </div>
  );
}

/** Without a place there is no arrow: the words about door and address help all the same. */
function NoFix({ station }: { station: PublicStation }) {
  const { locate } = usePorts();
  const { kind } = useLocate();
  const isWaiting = kind === 'idle' || kind === 'asking';
  return (
    <div className={css.arrived}>
      <p className={css.words}>
        {isWaiting ? '正在定位' : kind === 'fix' ? '定位太粗，指不了方向' : TROUBLE_WORDS[kind]}
      </p>
      {!isWaiting && (
        <Button weight="ink" wide onClick={() => locate.request()}>
          <Icon name="locate" />
          再定位一次
        </Button>
      )}
      <p className={css.entrance}>{station.address}</p>
      {station.entrance !== null && <p className={css.way}>门在哪儿：{station.entrance}</p>}
    </div>
  );
}
