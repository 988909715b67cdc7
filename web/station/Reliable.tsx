import { useState } from 'react';
import { dayOf, type Instant } from '../../shared/kernel/instant.ts';
import { spacedCode } from '../../shared/station/code.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import { Button, ButtonLink, OutLink } from '../ui/parts/Button.tsx';
import { Tag } from '../ui/parts/Card.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { usePorts } from '../ui/use-ports.tsx';
import { freshSentence, SYNTHETIC_TAG } from '../ui/words/fresh.ts';
import own from './reliable.module.css';
import { Section } from './Section.tsx';
import css from './station.module.css';

const ORIGIN = {
  registered: '由工会登记。',
  imported: '从工会台账导入。',
  synthetic: '这是演示用的，不是真的驿站。',
} as const;

type Props = { station: PublicStation; now: Instant; union: string | null; onPrint: () => void };

/** 可靠吗: who says so and since when, and where to say that it is not so. */
export function Reliable({ station, now, union, onPrint }: Props) {
  const { code } = station;
  return (
    <Section title="这些信息可靠吗">
      <p className={css.row}>
        {freshSentence(station, dayOf(now), union)}
        {ORIGIN[station.origin]} {station.origin === 'synthetic' && <Tag>{SYNTHETIC_TAG}</Tag>}
      </p>
      {station.verified === 'unverified' && (
        <p className={css.notes}>未核实：没人到现场看过，也没对过资料，跟实际可能不一样。远的话先打电话。</p>
      )}
      {union !== null && <p className={css.notes}>归{union}管。</p>}
      <CodeLine station={station} />
      <div className={own.acts}>
        <ButtonLink href={`/report/${code}`}>
          <Icon name="report" size="s" />
          不对？告诉工会
        </ButtonLink>
        <ButtonLink href={`/report/${code}?kind=all-right`}>
          <Icon name="check" size="s" />
          信息都对
        </ButtonLink>
        <OutLink href="tel:12351">
          <Icon name="phone" size="s" />打 12351
        </OutLink>
        <Button onClick={onPrint}>
          <Icon name="print" size="s" />
          打印这一页
        </Button>
      </div>
    </Section>
  );
}

/** In the plaque's groups for the eye, in one piece for the clipboard. */
function CodeLine({ station }: { station: PublicStation }) {
  const { device } = usePorts();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <p className={own.codeLine}>
      <span>
        站点编码 <b className={css.code}>{spacedCode(station.code)}</b>
      </span>
      <Button onClick={() => device.copy(station.code).then(setCopied)} aria-label="复制编码">
        <Icon name={copied === true ? 'check' : 'copy'} size="s" />
        <span aria-live="polite">{copied === true ? '复制好了' : copied === false ? '没复制上' : '复制'}</span>
      </Button>
    </p>
  );
}
