import { dayOf, type Instant } from '../../shared/kernel/instant.ts';
import { spacedCode } from '../../shared/station/code.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { OutLink } from '../ui/parts/Button.tsx';
import { Tag } from '../ui/parts/Card.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { freshSentence, SYNTHETIC_TAG } from '../ui/words/fresh.ts';
import { Section } from './Section.tsx';
import css from './station.module.css';

const ORIGIN = {
  registered: '由工会登记。',
  imported: '从工会台账导入。',
  synthetic: '这是演示用的，不是真的驿站。',
} as const;

/** 可靠吗: who says so and since when. */
export function Reliable({ station, now }: { station: PublicStation; now: Instant }) {
  return (
    <Section title="这些信息可靠吗">
      <p className={css.row}>
        {freshSentence(station, dayOf(now))}
        {ORIGIN[station.origin]} {station.origin === 'synthetic' && <Tag>{SYNTHETIC_TAG}</Tag>}
      </p>
      <p className={css.hint}>
        站点编码 <b className={css.code}>{spacedCode(station.code)}</b>
      </p>
      <div className={css.stack}>
        <OutLink wide href="tel:12351">
          <Icon name="phone" />
          不对？打 12351 告诉工会
        </OutLink>
      </div>
    </Section>
  );
}
