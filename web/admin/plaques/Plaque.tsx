import type { Amenity } from '../../../shared/station/amenity.ts';
import { type StationCode, spacedCode } from '../../../shared/station/code.ts';
import type { PlaqueSize } from '../../../shared/station/plaque-key.ts';
import { ACCESS_WORDS, AMENITY_WORDS } from '../../../shared/words/station.ts';
import sprite from '../../ui/icons/icons.svg?no-inline';
import things from '../../ui/icons/things.svg?no-inline';
import { thingIcon } from '../../ui/words/thing.ts';
import { crowdOf, lengthOf } from './crowd.ts';
import type { PlaqueFacts } from './facts.ts';
import css from './plaque.module.css';
import type { DrawnQr } from './use-qr.ts';

type PlaqueProps = { plaque: PlaqueFacts; size: PlaqueSize; qr: DrawnQr };

const SIZE_CSS: { readonly [S in PlaqueSize]: string | undefined } = { a4: css.a4, a5: css.a5, sticker: css.sticker };

/** One plaque as it is printed: only what stays true on a wall. Names wrap and grow smaller, and are never cut. */
export function Plaque(props: PlaqueProps) {
  const { plaque, size } = props;
  return (
    <section
      className={`${css.plaque} ${SIZE_CSS[size]}`}
      data-crowd={crowdOf(plaque)}
      data-name={lengthOf(plaque.name)}
      aria-label={`标牌：${plaque.name}`}
    >
      {size === 'sticker' ? <Sticker {...props} /> : <Sheet {...props} />}
      {plaque.isSynthetic && (
        <p className={css.watermark} aria-hidden="true">
          示例
        </p>
      )}
    </section>
  );
}

function Sheet({ plaque, qr }: PlaqueProps) {
  const { name, code, union, hours, amenities, isSynthetic } = plaque;
  return (
    <>
      <header className={css.head}>
        <Mark name="logo" />
        <div>
          <p className={css.brand}>工会驿站</p>
          <p className={css.call}>户外劳动者，进来歇歇脚</p>
        </div>
      </header>
      <div className={css.body}>
        <p className={css.name}>{name}</p>
        <p className={css.fact}>
          <Mark name="door" />
          <span>{wayIn(plaque)}</span>
        </p>
        <p className={css.fact}>
          <Mark name="clock" />
          <span>{hours.length === 0 ? '开放时间扫码看' : <Lines lines={hours} />}</span>
        </p>
        {amenities.length > 0 && (
          <ul className={css.things}>
            {amenities.map((thing) => (
              <li key={thing}>
                <Thing code={thing} />
                {AMENITY_WORDS[thing]}
              </li>
            ))}
          </ul>
        )}
        <div className={css.scan}>
          <Code qr={qr} name={name} />
          <div>
            <p className={css.ask}>
              <Lines lines={['扫一扫：看开放时间、', '反映问题、找下一个驿站']} />
            </p>
            <p className={css.calm}>不用注册，不收集位置</p>
            <p className={css.label}>站点编码</p>
            <p className={css.code}>{spaced(code)}</p>
          </div>
        </div>
      </div>
      <footer className={css.foot}>
        <p>
          {union}
          {isSynthetic && <small>示例数据，不可张贴</small>}
        </p>
        <p className={css.hotline}>
          职工服务热线<b className={css.number}>12351</b>
        </p>
      </footer>
    </>
  );
}

/** For a door or a window beside a larger sign: the code first, everything else small. */
function Sticker({ plaque, qr }: PlaqueProps) {
  const { name, code, union, hours, amenities, isSynthetic } = plaque;
  const isShort = hours.length > 0 && hours.join('').length <= STICKER_HOURS;
  return (
    <>
      <header className={css.strip}>
        <Mark name="logo" />
        工会驿站
        <span className={css.scanMe}>扫一扫</span>
      </header>
      <div className={css.middle}>
        <Code qr={qr} name={name} />
        <div className={css.side}>
          <b className={css.way}>
            <Lines lines={waysIn(plaque)} />
          </b>
          <span>{isShort ? <Lines lines={hours} /> : '开放时间扫码看'}</span>
          <span>{amenities.map((thing) => AMENITY_WORDS[thing]).join('、')}</span>
          <span className={css.low}>
            热线<b className={css.number}>12351</b>
          </span>
        </div>
      </div>
      <footer className={css.below}>
        <p className={css.name}>{name}</p>
        <p className={css.line}>
          <b className={css.code}>{spaced(code)}</b>
          <span>{isSynthetic ? '示例数据，不可张贴' : union}</span>
        </p>
      </footer>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line} className={css.row}>
      {line}
    </span>
  ));
}

/** Answers of our server carry whole codes only. */
function spaced(code: string): string {
  return spacedCode(code as StationCode);
}

/** Beside the code there is room for so many characters of the hours. */
const STICKER_HOURS = 52;

function wayIn(plaque: PlaqueFacts): string {
  return waysIn(plaque).join('，');
}

function waysIn({ modes, free }: PlaqueFacts): readonly string[] {
  const way = modes.length === 0 ? '进门问一声' : modes.map((mode) => ACCESS_WORDS[mode]).join('或');
  return free === true ? [way, '免费开放'] : [way];
}

function Code({ qr, name }: { qr: DrawnQr; name: string }) {
  return (
    <svg className={css.qr} viewBox={`0 0 ${qr.side} ${qr.side}`} shapeRendering="crispEdges" role="img">
      <title>{`${name}的二维码`}</title>
      <rect width={qr.side} height={qr.side} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  );
}

function Mark({ name }: { name: 'logo' | 'door' | 'clock' }) {
  return (
    <svg className={css.mark} aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}

function Thing({ code }: { code: Amenity }) {
  const name = thingIcon(code);
  return (
    <svg className={`${css.mark} ${name === null ? css.lined : ''}`} aria-hidden="true">
      <use href={name === null ? `${things}#${code}` : `${sprite}#${name}`} />
    </svg>
  );
}

/** Both sheets of drawings are there before anybody prints. */
export function Drawings() {
  return (
    <div className={css.ahead} aria-hidden="true">
      <Mark name="logo" />
      <Thing code="wifi" />
    </div>
  );
}
